/** Two people of the small world, something that is wrong between them, and two leads who look after safety. */
import type { Selectable } from "kysely";
import { asSystem, inOrganization, type PersonalContext } from "../app/platform/context.ts";
import { nameSafeguardingLead } from "../app/networks/organizations/safeguarding-leads.ts";
import { type NewConcern, raiseConcern } from "../app/relationships/concerns/raise-concern.ts";
import type { ConcernTable } from "../app/relationships/concerns/table.ts";
import { as } from "./acting.ts";
import { type TestApp, testApp } from "./app.ts";
import { type Conversing, converse } from "./conversing.ts";
import type { PersonName } from "./world.ts";

export interface Worrying extends Conversing {
  readonly organizationId: string;
  readonly at: string;
  readonly acts: <T>(person: PersonName, work: (ctx: PersonalContext) => Promise<T>) => Promise<T>;
  readonly raise: (person: PersonName, wish?: Partial<NewConcern>) => Promise<{ organizationId: string; concernId: string }>;
  /** Who was written to about concerns, and with which subject, since it was asked last. */
  readonly newLetters: () => Promise<string[]>;
  /** A case as it stands in the database. */
  readonly row: (concernId: string) => Promise<Selectable<ConcernTable>>;
}

/** The same on a fresh database, at this moment. */
export async function worryAt(moment: Date): Promise<[TestApp, Worrying]> {
  const app = await testApp();
  app.travel(moment);
  return [app, await worry(app)];
}

export async function worry(
  app: TestApp,
  { leads = ["coordinator", "otherCoordinator"] as readonly PersonName[] } = {},
): Promise<Worrying> {
  const theirs = await converse(app);
  const { world, its } = theirs;
  const organizationId = world.riverside;
  const acts = <T>(person: PersonName, work: (ctx: PersonalContext) => Promise<T>): Promise<T> =>
    inOrganization(app, organizationId, (ctx) => work(as({ personId: world.people[person] }, ctx)));
  for (const lead of leads) await acts("owner", (ctx) => nameSafeguardingLead(ctx, organizationId, world.people[lead]));
  const seen = new Set<string>();
  const newLetters = async (): Promise<string[]> => {
    await app.jobs.runDue(app);
    const letters = await asSystem(app, ({ db }) =>
      db
        .selectFrom("letter")
        .select(["id", "to_address", "subject"])
        .where("kind", "in", ["concern", "relationship"])
        .orderBy("id")
        .execute(),
    );
    const fresh = letters.filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    return fresh.map(({ to_address, subject }) => `${to_address.replace("@example.org", "")}: ${subject}`).toSorted();
  };
  await newLetters();
  return {
    ...theirs,
    organizationId,
    at: `/organizations/${organizationId}/concerns`,
    acts,
    newLetters,
    row: (concernId) =>
      inOrganization(app, organizationId, ({ db }) =>
        db.selectFrom("concern").selectAll().where("id", "=", concernId).executeTakeFirstOrThrow(),
      ),
    async raise(person, wish = {}) {
      const concernId = await acts(person, (ctx) =>
        raiseConcern(ctx, organizationId, {
          category: "pressure",
          urgency: "soon",
          words: "He presses me.",
          isConfidential: false,
          mayWrite: true,
          relationshipId: its.relationshipId,
          aboutIds: [],
          ...wish,
        }),
      );
      return { organizationId, concernId };
    },
  };
}
