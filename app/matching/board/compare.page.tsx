import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { programPath } from "../../networks/programs/program.ts";
import { programCrumbs } from "../../networks/programs/program-tabs.tsx";
import { membershipIn } from "../../platform/context.ts";
import { page } from "../../platform/page.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Select } from "../../ui/choices.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Form } from "../../ui/form.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { Person } from "../../ui/person.tsx";
import { useReader } from "../../ui/reader.ts";
import { Table } from "../../ui/table.tsx";
import { findRound, listComparable, type ListedRound } from "../rounds/list-rounds.ts";
import { isByGroups } from "../rounds/round-settings.ts";
import { roundsWords } from "../rounds/rounds.messages.ts";
import { boardWords } from "./board.messages.ts";
import { compareRounds, type ComparedMentee, loadCompared, type RoundFigures } from "./compare-rounds.ts";
import { rowsPerPage } from "./list-board.ts";
import { points } from "./price-sentences.ts";
import { wordsOfBoard } from "./words-of-board.ts";

export const compareRoundsPage = page("/organizations/:organizationId/programs/:programId/rounds/:roundId/compare/:otherRoundId", {
  access: coordinators,
  show: async (ctx, { organizationId, programId, roundId, otherRoundId }, visit) => {
    const words = boardWords(ctx.reader);
    const { language } = ctx.reader;
    const program = await findProgram(ctx, organizationId, programId);
    const at = `${programPath(organizationId, programId)}/rounds`;
    const comparable = await listComparable(ctx, organizationId, programId);
    const [one, other] = ["one", "other"].map((name) => comparable.find(({ id }) => id === visit.query.get(name)));
    if (one && other) return { to: `${at}/${one.id}/compare/${other.id}` };
    const two = [
      await findRound(ctx, organizationId, programId, roundId),
      await findRound(ctx, organizationId, programId, otherRoundId),
    ].toSorted((a, b) => a.number - b.number);
    const [before, after] = [two[0]!, two[1]!];
    const compared = compareRounds(await loadCompared(ctx, organizationId, before.id, after.id));
    const name = (round: typeof before): string => words.before(formatNumber(language, round.number));
    const isUnnamed = two.some(isByGroups);
    const number = Math.max(1, Math.floor(Number(visit.query.get("page"))) || 1);
    const figure = (value: number): string => formatNumber(language, value);
    const both = (label: string, of: (figures: RoundFigures) => string) => ({
      label,
      before: of(compared.before),
      after: of(compared.after),
    });
    // One round may go by choices and the other by strength alone: then what each of them counts has a row of its own.
    const firstStat = { before: wordsOfBoard(before, language).firstStat, after: wordsOfBoard(after, language).firstStat };
    const firstRows = [...new Set(Object.values(firstStat))].map((label) => ({
      label,
      before: firstStat.before === label ? figure(compared.before.firstChoices) : "–",
      after: firstStat.after === label ? figure(compared.after.firstChoices) : "–",
    }));
    return (
      <Page
        title={words.compareTitle(figure(before.number), figure(after.number))}
        lead={words.comparedLead(figure(compared.same))}
        audience={roundsWords(language).audience}
        crumbs={[
          ...programCrumbs({ id: organizationId, name: membershipIn(ctx, organizationId)!.organizationName }, program),
          { href: at, label: roundsWords(language).title },
          { href: `${at}/${after.id}`, label: name(after) },
        ]}
        isWide
      >
        <ChooseTwo path={visit.path} rounds={comparable} before={before.id} after={after.id} />
        <Table
          caption={words.figure}
          captionHidden
          rows={[
            both(words.matchedStat, ({ matched }) => figure(matched)),
            both(words.unmatchedStat, ({ unmatched }) => figure(unmatched)),
            ...firstRows,
            both(words.totalStat, ({ total }) => points(total, language)),
            { label: words.gained, before: "", after: figure(compared.gained) },
            { label: words.lost, before: "", after: figure(compared.lost) },
          ]}
          rowKey={({ label }) => label}
          columns={[
            { label: words.figure, header: true, cell: (row) => row.label },
            { label: name(before), numeric: true, cell: (row) => row.before },
            { label: name(after), numeric: true, cell: (row) => row.after },
          ]}
        />
        <Section title={words.movesCaption}>
          {isUnnamed ? (
            <p class="hint">{words.movesUnnamed}</p>
          ) : (
            <>
              <Table
                caption={words.movesCaption}
                captionHidden
                rows={compared.moved.slice((number - 1) * rowsPerPage, number * rowsPerPage)}
                rowKey={({ menteeId }) => menteeId}
                empty={<EmptyState title={words.nobodyMoved}>{words.nobodyMovedText}</EmptyState>}
                columns={[
                  {
                    label: words.mentee,
                    header: true,
                    cell: ({ menteeId, mentee }) => <Person name={mentee} href={`${at}/${after.id}/participants/${menteeId}`} />,
                  },
                  { label: name(before), cell: (row) => placed(row.before, words) },
                  { label: name(after), cell: (row) => placed(row.after, words) },
                  {
                    label: words.change,
                    numeric: true,
                    cell: (row) =>
                      row.before && row.after
                        ? formatNumber(language, (row.after.weight - row.before.weight) / 100, {
                            maximumFractionDigits: 1,
                            signDisplay: "exceptZero",
                          })
                        : "–",
                  },
                ]}
              />
              {compared.moved.length > rowsPerPage && (
                <Pagination page={number} pageSize={rowsPerPage} total={compared.moved.length} href={(to) => `${visit.path}?page=${to}`} />
              )}
            </>
          )}
        </Section>
      </Page>
    );
  },
});

/** Any two of the program that have a result; leads to their own address. */
function ChooseTwo({ path, rounds, before, after }: { path: string; rounds: readonly ListedRound[]; before: string; after: string }) {
  const { language } = useReader();
  const words = boardWords(language);
  const { states } = roundsWords(language);
  if (rounds.length < 3) return null;
  const options = rounds.map(({ id, number, state }) => ({
    value: id,
    label:
      state === "published"
        ? `${words.title(formatNumber(language, number))} (${states.published})`
        : words.title(formatNumber(language, number)),
  }));
  return (
    <Form action={path} method="get" inline label={words.chooseTwo}>
      <Select name="one" label={words.compareOne} value={before} options={options} />
      <Select name="other" label={words.compareOther} value={after} options={options} />
      <Buttons>
        <Button kind="plain">{words.chooseTwo}</Button>
      </Buttons>
    </Form>
  );
}

function placed(one: ComparedMentee["before"], words: ReturnType<typeof boardWords>) {
  if (one === null) return <span class="hint">{words.notInRound}</span>;
  return one.mentor === null ? <span class="hint">{words.nobody}</span> : <bdi>{one.mentor}</bdi>;
}
