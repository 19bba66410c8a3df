import type { VNode } from "preact";
import { Button, Buttons } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { formatDeadline, formatNumber, formatTime } from "../../ui/formats.ts";
import { Icon } from "../../ui/icon.tsx";
import { Person } from "../../ui/person.tsx";
import { useReader } from "../../ui/reader.ts";
import { Table } from "../../ui/table.tsx";
import { Time } from "../../ui/time.tsx";
import type { ListedPerson, Order, Sort } from "./list-people.ts";
import { peopleWords } from "./people.messages.ts";

interface PeopleTableProps {
  people: readonly ListedPerson[];
  caption: string;
  /** Nobody has a role, and everybody one place. */
  isPeer: boolean;
  order: Order;
  personHref: (participantId: string) => string;
  sortHref: (sort: Sort) => string;
  /** Where those who are chosen with their boxes go to be invited. */
  inviteAction: string;
}

export function PeopleTable({ people, caption, isPeer, order, personHref, sortHref, inviteAction }: PeopleTableProps) {
  const { language } = useReader();
  const words = peopleWords(language);
  const sort = (by: Sort) => ({
    href: sortHref(by),
    ...(order.sort === by && { direction: order.isDescending ? ("descending" as const) : ("ascending" as const) }),
  });
  const canChoose = people.some(({ stage }) => stage === "added");
  const choice = {
    label: words.choose,
    labelHidden: true,
    cell: (one: ListedPerson): VNode | null =>
      one.stage === "added" ? <input type="checkbox" name="who" value={one.id} aria-label={words.chooseOne(one.name)} /> : null,
  };
  const role = { label: words.role, cell: (one: ListedPerson): string => words[one.role] };
  const places = {
    label: words.places,
    cell: (one: ListedPerson): string =>
      one.role === "mentor" ? words.placesHeld(formatNumber(language, one.held), formatNumber(language, one.places)) : "–",
  };
  const table = (
    <Table
      caption={caption}
      rows={people}
      rowKey={({ id }) => id}
      rowMark={({ isReturned }) => (isReturned ? "attention" : undefined)}
      columns={[
        ...(canChoose ? [choice] : []),
        {
          label: words.name,
          header: true,
          sort: sort("name"),
          cell: (one) => <Person name={one.name} href={personHref(one.id)} note={<EmailNote {...one} />} />,
        },
        ...(isPeer ? [] : [role]),
        { label: words.stage, sort: sort("stage"), cell: (one) => <StageText {...one} /> },
        ...(isPeer ? [] : [places]),
        { label: words.joined, sort: sort("joined"), cell: ({ joinedAt }) => (joinedAt ? <Time at={joinedAt} as="day" /> : words.notYet) },
      ]}
    />
  );
  if (!canChoose) return table;
  return (
    <Form action={inviteAction} method="get" id="people">
      {table}
      <Buttons>
        <Button kind="plain" icon="letter">
          {words.inviteChosen}
        </Button>
      </Buttons>
    </Form>
  );
}

function EmailNote({ email, isReturned }: ListedPerson) {
  const words = peopleWords(useReader());
  return (
    <>
      <bdi>{email}</bdi>
      {isReturned && (
        <>
          {" · "}
          <Icon name="warning" /> {words.returned}
        </>
      )}
    </>
  );
}

/** The stage, with since when or until when where that matters. */
function StageText({ stage, waitingSince, answerBy }: Pick<ListedPerson, "stage" | "waitingSince" | "answerBy">) {
  const reader = useReader();
  const words = peopleWords(reader);
  const day = (at: Date): string => formatTime(reader, at, "day");
  return (
    <>
      {words.stages[stage]}
      {stage === "waiting" && waitingSince && <span class="hint"> {words.since(day(waitingSince))}</span>}
      {stage === "unanswered" && answerBy && <span class="hint"> {words.until(formatDeadline(reader, answerBy, "day"))}</span>}
    </>
  );
}
