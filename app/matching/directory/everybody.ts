/**
 * Everybody of one role of a program with what the criteria look at, as they are and as everybody in the program knows them. Read
 * from their rows once, and kept in memory until the database says that a row of theirs is another: to ask that is one statement
 * that brings one line, where reading ten thousand people is most of what their list costs. Nothing is shown from memory that the
 * database has not just said to be so.
 */
import { sql } from "kysely";
import type { ParticipantRole } from "../../networks/enrollment/participant.ts";
import type { Context } from "../../platform/context.ts";
import type { AskedQuestion } from "../criteria/answer-source.ts";
import { type Criterion, questionsUsed } from "../criteria/criterion.ts";
import { listParticipantIds, loadPeople } from "../criteria/load-people.ts";
import type { MatchingPerson } from "../criteria/matching-person.ts";
import { withoutHidden } from "./fit.ts";

export interface Everybody {
  readonly people: ReadonlyMap<string, MatchingPerson>;
  readonly shown: ReadonlyMap<string, MatchingPerson>;
}

interface Sought {
  readonly organizationId: string;
  readonly programId: string;
  readonly role: ParticipantRole;
  readonly criteria: readonly Criterion[];
  readonly questions: readonly AskedQuestion[];
}

/** People in memory at most, of all programs together: some 50 MB. */
const mostPeople = 40_000;

const kept = new Map<string, Everybody & { readonly state: string }>();

export async function readEverybody(ctx: Context, sought: Sought): Promise<Everybody> {
  const { organizationId, programId, role, criteria, questions } = sought;
  const used = [...questionsUsed(criteria)].toSorted();
  const asked = questions.filter(({ id }) => used.includes(id)).map(({ id, shownTo }) => [id, shownTo]);
  const key = JSON.stringify([organizationId, programId, role, used, asked]);
  const state = await stateOf(ctx, sought, used);
  const before = kept.get(key);
  // The one asked for last is let go last.
  kept.delete(key);
  if (before?.state === state) {
    kept.set(key, before);
    return before;
  }
  const ids = await listParticipantIds(ctx, organizationId, programId, role);
  const list = await loadPeople(ctx, organizationId, ids, criteria);
  const everybody = {
    people: new Map(list.map((person) => [person.id, person])),
    shown: new Map(list.map((person) => [person.id, withoutHidden(person, questions)])),
  };
  // Read in several statements: a change between them is in none of the states that are kept.
  if (list.length <= mostPeople && (await stateOf(ctx, sought, used)) === state) keep(key, { ...everybody, state });
  return everybody;
}

function keep(key: string, everybody: Everybody & { readonly state: string }): void {
  kept.set(key, everybody);
  let people = [...kept.values()].reduce((sum, { people: those }) => sum + those.size, 0);
  for (const [oldest, { people: those }] of kept) {
    if (people <= mostPeople) break;
    kept.delete(oldest);
    people -= those.size;
  }
}

/** Another after every change of a row that `loadPeople` reads: each version of a row has a place and a transaction of its own. */
async function stateOf(ctx: Context, { organizationId, programId, role }: Sought, questionIds: readonly string[]): Promise<string> {
  const here = sql`p.organization_id = ${organizationId} and p.program_id = ${programId} and p.role = ${role} and p.withdrawn_at is null`;
  const version = (row: "p" | "profile" | "s" | "a") =>
    sql`count(*) || ' ' || coalesce(sum(hash_record_extended(row(${sql.id(row)}.ctid::text, ${sql.id(row)}.xmin::text), 0)), 0)`;
  const { rows } = await sql<{ state: string }>`
    select concat_ws('|',
      (select ${version("p")} || ${version("profile")} from participant p
        join profile on profile.organization_id = p.organization_id and profile.person_id = p.person_id where ${here}),
      (select ${version("s")} from participant p
        join profile_skill s on s.organization_id = p.organization_id and s.person_id = p.person_id where ${here}),
      ${
        questionIds.length === 0
          ? sql`''`
          : sql`(select ${version("a")} from participant p join answer a on a.organization_id = p.organization_id and a.participant_id = p.id
              and a.question_id = any (${questionIds}::uuid[]) where ${here})`
      }) as state`.execute(ctx.db);
  return rows[0]!.state;
}
