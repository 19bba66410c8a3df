import { sql } from "kysely";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { listQuestions } from "../../networks/programs/list-questions.ts";
import { answerText, type Question } from "../../networks/programs/question.ts";
import { languageName } from "../../people/profiles/code-names.ts";
import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import type { Language } from "../../platform/i18n.ts";
import { download } from "../../platform/page.ts";
import { csvFile, type CsvValue } from "../../platform/spreadsheets/index.ts";
import { exportWords } from "./export.messages.ts";
import { listIds, scopeOf } from "./list-people.ts";
import { peopleWords } from "./people.messages.ts";
import { type PeopleFilter, readFilter, type Stage, type StandingRole, stages } from "./standing.ts";
import { type Scope, standingOf } from "./standing-of.ts";

/** The filtered list as a file, with everybody's answers; streamed, so that ten thousand people do not stand in memory. */
export const peopleDownload = download("/organizations/:organizationId/programs/:programId/participants/export", {
  access: coordinators,
  async send(ctx, { organizationId, programId }, { query }) {
    const program = await findProgram(ctx, organizationId, programId);
    const questions = await listQuestions(ctx, organizationId, programId);
    const filter = readFilter(query);
    const scope = await scopeOf(ctx, organizationId, programId);
    const ids = await listIds(ctx, scope, filter);
    await audit(ctx, {
      organizationId,
      act: "people.exported",
      subjectKind: "program",
      subjectId: programId,
      detail: { people: ids.length, narrowedBy: Object.keys(filter satisfies PeopleFilter) },
    });
    const { language } = ctx.reader;
    const words = exportWords(language);
    return {
      contentType: "text/csv; charset=utf-8",
      fileName: `${peopleWords(language).file(program.name)}.csv`,
      body: csvFile([...words.columns, ...questions.map(({ label }) => label)], rowsOf(ctx, scope, ids, questions)),
    };
  },
});

/** As many at once as one statement answers quickly. */
const batchSize = 500;

interface ExportedRow {
  readonly name: string;
  readonly email: string;
  readonly role: StandingRole;
  readonly stage: number;
  readonly places: number;
  readonly held: number;
  readonly pronouns: string;
  readonly headline: string;
  readonly place: string;
  readonly country: string | null;
  readonly languages: readonly string[];
  readonly timeZone: string | null;
  readonly interests: readonly string[];
  readonly invitedAt: Date | null;
  readonly joinedAt: Date | null;
  readonly completedAt: Date | null;
  readonly pausedUntil: string | null;
  readonly withdrawnAt: Date | null;
  readonly answers: Readonly<Record<string, unknown>>;
}

async function* rowsOf(ctx: Context, scope: Scope, ids: readonly string[], questions: readonly Question[]): AsyncGenerator<CsvValue[]> {
  const { language } = ctx.reader;
  for (let first = 0; first < ids.length; first += batchSize) {
    const among = ids.slice(first, first + batchSize);
    const { rows } = await sql<ExportedRow>`
      ${standingOf({ ...scope, among })}
      select s.name, s.email::text as email, s.role, s.stage, s.places, (s.open + s.accepted)::int as held, pr.pronouns, pr.headline, pr.place,
        pr.country, pr.languages, pr.time_zone as "timeZone", pr.interests, s.invited_at as "invitedAt", s.joined_at as "joinedAt",
        s.completed_at as "completedAt", s.paused_until as "pausedUntil", s.withdrawn_at as "withdrawnAt",
        coalesce((select jsonb_object_agg(a.question_id, a.value) from participant part
          join answer a on a.organization_id = part.organization_id and a.participant_id = part.id
          where part.organization_id = s.organization_id
            and ${scope.isPeer ? sql`part.program_id = ${scope.programId} and part.person_id = s.person_id` : sql`part.id = s.id`}), '{}') as answers
      from standing s
      join profile pr on pr.organization_id = s.organization_id and pr.person_id = s.person_id
      order by s.name, s.id`.execute(ctx.db);
    for (const row of rows) yield cellsOf(row, questions, language);
  }
}

function cellsOf(row: ExportedRow, questions: readonly Question[], language: Language): CsvValue[] {
  const words = peopleWords(language);
  const stage: Stage = stages[row.stage]!;
  return [
    row.name,
    row.email,
    words[row.role],
    words.stages[stage],
    row.role === "mentor" ? row.places : null,
    row.role === "mentor" ? row.held : null,
    row.pronouns,
    row.headline,
    row.place,
    row.country,
    row.languages.map((code) => languageName(language, code)).join("; "),
    row.timeZone,
    row.interests.join("; "),
    row.invitedAt,
    row.joinedAt,
    row.completedAt,
    row.pausedUntil,
    row.withdrawnAt,
    ...questions.map((question) => answerCell(question, row.answers[question.id], language)),
  ];
}

/** As a spreadsheet can be sorted by it, and read again: numbers as numbers, several words with semicolons. */
function answerCell(question: Question, value: unknown, language: Language): CsvValue {
  if (typeof value === "number") return value;
  if (!Array.isArray(value) || question.kind === "availability") return answerText(question, value, language);
  return value.map((one) => (question.kind === "languages" ? languageName(language, String(one)) : String(one))).join("; ");
}
