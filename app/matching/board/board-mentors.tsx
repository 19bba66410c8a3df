import type { Refused } from "../../platform/form.ts";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { NumberField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { Pagination } from "../../ui/pagination.tsx";
import { Person } from "../../ui/person.tsx";
import { useReader } from "../../ui/reader.ts";
import { Table } from "../../ui/table.tsx";
import { isolated } from "../explanations/name-words.ts";
import { BoardFilters, boardHref } from "./board-filters.tsx";
import { boardWords } from "./board.messages.ts";
import { type BoardQuery, rowsPerPage } from "./list-board.ts";
import type { BoardMentor } from "./list-mentors.ts";
import { companySentences, companyWords } from "./company.messages.ts";
import type { ReasonPart } from "../explanations/reason-part.ts";
import { points } from "./price-sentences.ts";

interface BoardMentorsProps {
  path: string;
  here: string;
  query: BoardQuery;
  rows: readonly BoardMentor[];
  total: number;
  refused: Refused | undefined;
  /** Rounds of groups: what the mentees of each mentor have in common. */
  company?: ReadonlyMap<string, readonly ReasonPart[]>;
}

export function BoardMentors({ path, here, query, rows, total, refused, company }: BoardMentorsProps) {
  const { language } = useReader();
  const words = boardWords(language);
  return (
    <>
      {refused && (
        <Callout kind="warn">
          <p>{refused.errors["places"] ?? refused.errors[""]}</p>
        </Callout>
      )}
      <BoardFilters path={path} view="mentors" query={query} words={words} />
      <Table
        caption={words.mentorsCaption}
        captionHidden
        rows={rows}
        rowKey={({ mentorId }) => mentorId}
        empty={<EmptyState title={words.nothingFound} />}
        columns={[
          {
            label: words.mentor,
            header: true,
            cell: ({ mentorId, mentor, hasLeft }) => (
              <Person name={mentor} href={`${path}/participants/${mentorId}`} note={hasLeft ? words.left : undefined} />
            ),
          },
          { label: words.mentees, cell: ({ mentees }) => <Names path={path} people={mentees} /> },
          ...(company
            ? [
                {
                  label: companyWords(language).column,
                  cell: ({ mentorId, mentees }: BoardMentor) => companyText(company.get(mentorId), mentees.length, language),
                },
              ]
            : []),
          { label: words.placesFree, numeric: true, cell: ({ places }) => formatNumber(language, places) },
          ...(company ? [] : [{ label: words.demand, cell: (mentor: BoardMentor) => demandText(mentor, language) }]),
          {
            label: words.places,
            cell: ({ mentorId, mentor, capacity }) => (
              <Form action={here} act="places" id={`places-${mentorId}`} inline>
                <input type="hidden" name="mentor" value={mentorId} />
                <NumberField
                  name="places"
                  label={words.placesOf(isolated(language, mentor))}
                  labelHidden
                  min={0}
                  max={50}
                  value={capacity}
                />
                <Button kind="quiet" small>
                  {words.savePlaces}
                </Button>
              </Form>
            ),
          },
        ]}
      />
      {total > 0 && (
        <Pagination
          page={query.page}
          pageSize={rowsPerPage}
          total={total}
          href={(page) => boardHref(path, "mentors", { ...query, page })}
        />
      )}
    </>
  );
}

function companyText(parts: readonly ReasonPart[] | undefined, mentees: number, language: Parameters<typeof points>[1]): string {
  if (mentees < 2) return "";
  const sentences = companySentences(parts ?? [], language);
  return sentences.length === 0 ? companyWords(language).nothing : sentences.join(" ");
}

export function demandText({ price, mentees, places }: BoardMentor, language: Parameters<typeof points>[1]): string {
  const words = boardWords(language);
  if (mentees.length < places) return words.freePlace;
  // With as many people as possible for an aim, a place is worth a person more, beyond all weights.
  if (price > 10_000) return words.more(1);
  return price > 0 ? words.worth(points(price, language)) : "";
}

function Names({ path, people }: { path: string; people: BoardMentor["mentees"] }) {
  const words = boardWords(useReader().language);
  if (people.length === 0) return <span class="hint">{words.nobody}</span>;
  return (
    <ul class="names">
      {people.map(({ id, name }) => (
        <li key={id}>
          <a href={`${path}/participants/${id}`}>
            <bdi>{name}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}
