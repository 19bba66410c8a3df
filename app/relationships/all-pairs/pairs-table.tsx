import { formatNumber } from "../../ui/formats.ts";
import { useReader } from "../../ui/reader.ts";
import { Table } from "../../ui/table.tsx";
import { Time } from "../../ui/time.tsx";
import { allPairsWords } from "./all-pairs.messages.ts";
import type { ListedPair } from "./list-pairs.ts";
import { namesOfPair, PairLink, PairStanding } from "./pair-parts.tsx";
import type { PairOrder, PairSort } from "./pair-filter.ts";

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
                      aria-label={words.chooseOne(namesOfPair(language, one))}
                    />
                  ),
              },
            ]),
        {
          label: words.people,
          header: true,
          sort: sort("name"),
          cell: (one) => <PairLink organizationId={organizationId} pair={one} />,
        },
        { label: words.state, cell: (one) => <PairStanding {...one} /> },
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
