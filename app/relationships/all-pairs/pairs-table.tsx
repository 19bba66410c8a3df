import { formatDay, formatList, formatNumber, formatTime } from "../../ui/formats.ts";
import { useReader } from "../../ui/reader.ts";
import { Table } from "../../ui/table.tsx";
import { Time } from "../../ui/time.tsx";
import { pairPath } from "../pairs/pair.ts";
import { supportPath } from "../support/support.page.tsx";
import { allPairsWords } from "./all-pairs.messages.ts";
import type { ListedPair } from "./list-pairs.ts";
import type { PairOrder, PairSort } from "./pair-filter.ts";

/** So that no name turns the others around it (Unicode isolates, UAX #9). */
const isolate = (name: string): string => `\u2068${name}\u2069`;

interface PairsTableProps {
  organizationId: string;
  pairs: readonly ListedPair[];
  caption: string;
  order: PairOrder;
  sortHref: (sort: PairSort) => string;
  /** Those whose boxes are ticked; without it there are no boxes. */
  chosen: readonly string[] | undefined;
}

export function PairsTable({ organizationId, pairs, caption, order, sortHref, chosen }: PairsTableProps) {
  const { language } = useReader();
  const words = allPairsWords(language);
  const namesOf = ({ mentors, mentees }: ListedPair): string => formatList(language, [...mentors, ...mentees].map(isolate)) || words.gone;
  const sort = (by: PairSort) => ({
    href: sortHref(by),
    ...(order.sort === by && { direction: order.isDescending ? ("descending" as const) : ("ascending" as const) }),
  });
  return (
    <Table
      caption={caption}
      rows={pairs}
      rowKey={({ id }) => id}
      columns={[
        ...(chosen === undefined
          ? []
          : [
              {
                label: words.choose,
                labelHidden: true,
                cell: (one: ListedPair) =>
                  one.state === "concluded" ? null : (
                    <input
                      type="checkbox"
                      name="relationshipIds"
                      value={one.id}
                      checked={chosen.includes(one.id)}
                      aria-label={words.chooseOne(namesOf(one))}
                    />
                  ),
              },
            ]),
        {
          label: words.people,
          header: true,
          sort: sort("name"),
          cell: (one) => (
            <>
              <a href={one.isHers ? pairPath(organizationId, one.id) : supportPath(organizationId, one.id)}>{namesOf(one)}</a>
              {one.isHers && <span class="hint"> {words.own}</span>}
            </>
          ),
        },
        { label: words.state, cell: (one) => <StateText {...one} /> },
        { label: words.begun, sort: sort("begun"), cell: ({ begunAt }) => <Time at={begunAt} as="day" /> },
        {
          label: words.contact,
          sort: sort("contact"),
          cell: ({ lastContactAt }) => (lastContactAt ? <Time at={lastContactAt} as="relative" /> : words.never),
        },
        { label: words.sessions, numeric: true, sort: sort("sessions"), cell: ({ heldSessions }) => formatNumber(language, heldSessions) },
        { label: words.owner, cell: ({ owner }) => <bdi>{owner ?? words.nobody}</bdi> },
      ]}
    />
  );
}

/** Where it stands, with until when or on which day where that matters. */
function StateText({ state, pausedUntil, closesOn, concludedAt }: ListedPair) {
  const reader = useReader();
  const words = allPairsWords(reader);
  const day = (on: string): string => formatDay(reader.language, on, "day");
  return (
    <>
      {words.states[state]}
      {state === "paused" && pausedUntil && <span class="hint"> {words.until(day(pausedUntil))}</span>}
      {state === "closing" && closesOn && <span class="hint"> {words.closes(day(closesOn))}</span>}
      {state === "concluded" && concludedAt && <span class="hint"> {words.since(formatTime(reader, concludedAt, "day"))}</span>}
    </>
  );
}
