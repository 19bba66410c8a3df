import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import type { ProgramFormat } from "../../networks/programs/program.ts";
import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { download } from "../../platform/page.ts";
import { csvFile, type CsvValue } from "../../platform/spreadsheets/index.ts";
import { closureWords } from "../closure/closure.messages.ts";
import { lifeWords } from "../life/life.messages.ts";
import { allPairsWords } from "./all-pairs.messages.ts";
import { describePairs, type ListedPair, listPairIds, type OfProgram } from "./list-pairs.ts";
import { readPairFilter } from "./pair-filter.ts";

/** The filtered list as a file, streamed; without names it can be handed on. */
export const allPairsDownload = download("/organizations/:organizationId/programs/:programId/pairs/export", {
  access: coordinators,
  async send(ctx, its, { query }) {
    const { organizationId, programId } = its;
    const program = await findProgram(ctx, organizationId, programId);
    const { timeZone } = await findOrganization(ctx, organizationId);
    const isNamed = query.get("names") !== "no";
    const filter = readPairFilter(query);
    const ids = await listPairIds(ctx, its, filter);
    await audit(ctx, {
      organizationId,
      act: "relationships.exported",
      subjectKind: "program",
      subjectId: programId,
      detail: { relationships: ids.length, isNamed, narrowedBy: Object.keys(filter) },
    });
    const words = allPairsWords(ctx.reader);
    const columns = columnsOf(ctx, { format: program.format, isNamed, timeZone });
    return {
      contentType: "text/csv; charset=utf-8",
      fileName: `${isNamed ? words.file(program.name) : words.fileNameless(program.name)}.csv`,
      body: csvFile(
        columns.map(([label]) => label),
        rowsOf(ctx, its, ids, columns),
      ),
    };
  },
});

type Column = readonly [label: string, cell: (one: ListedPair, number: number) => CsvValue];

/** Days are of the organization's own calendar, as spreadsheets sort them. */
function columnsOf(
  { reader }: Context,
  { format, isNamed, timeZone }: { format: ProgramFormat; isNamed: boolean; timeZone: string },
): Column[] {
  const words = allPairsWords(reader).columns;
  const { states } = lifeWords(reader);
  const { endingNames } = closureWords(reader);
  const days = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
  const day = (at: Date | null): string | null => (at === null ? null : days.format(at));
  const people: Column[] =
    format === "peer"
      ? [[words.people, ({ mentors, mentees }) => [...mentors, ...mentees].join("; ")]]
      : [
          [words.mentors, ({ mentors }) => mentors.join("; ")],
          [words.mentees, ({ mentees }) => mentees.join("; ")],
        ];
  return [
    [words.number, (_, number) => number],
    ...(isNamed ? [...people, [words.owner, ({ owner }) => owner] satisfies Column] : []),
    [words.state, ({ state }) => states[state]],
    [words.begun, ({ begunAt }) => day(begunAt)],
    [words.endsOn, ({ endsOn }) => endsOn],
    [words.closesOn, ({ closesOn }) => closesOn],
    [words.concluded, ({ concludedAt }) => day(concludedAt)],
    [words.ending, ({ ending }) => (ending === null ? null : endingNames[ending])],
    [words.contact, ({ lastContactAt }) => day(lastContactAt)],
    [words.sessions, ({ heldSessions }) => heldSessions],
    [words.hours, ({ heldMinutes }) => Math.round((heldMinutes / 60) * 100) / 100],
    [words.next, ({ nextSessionAt }) => day(nextSessionAt)],
    [words.agreed, ({ agreedAt }) => day(agreedAt)],
  ];
}

/** As many at once as one statement answers quickly. */
const batchSize = 500;

async function* rowsOf(ctx: Context, its: OfProgram, ids: readonly string[], columns: readonly Column[]): AsyncGenerator<CsvValue[]> {
  let number = 0;
  for (let first = 0; first < ids.length; first += batchSize)
    for (const one of await describePairs(ctx, its, ids.slice(first, first + batchSize))) {
      number += 1;
      const at = number;
      yield columns.map(([, cell]) => cell(one, at));
    }
}
