/** Two people of the small world who have begun, and what they do with sessions, each as if in a request of her own. */
import { inOrganization, type PersonalContext } from "../app/platform/context.ts";
import { newId } from "../app/platform/identifiers.ts";
import { proposeTimes, type Plan } from "../app/relationships/sessions/propose-times.ts";
import { chooseTime } from "../app/relationships/sessions/answer-proposal.ts";
import type { OneRelationship } from "../app/relationships/life/find-life.ts";
import type { TestApp } from "./app.ts";
import type { PersonName, World } from "./world.ts";

export interface Meeting extends OneRelationship {
  /** Does something as this person. */
  as<T>(person: PersonName, work: (ctx: PersonalContext) => Promise<T>): Promise<T>;
  /** One proposes, the other agrees. @returns the session's id */
  agree(by: PersonName, plan: Partial<Plan> & { times: readonly Date[] }): Promise<string>;
}

export async function beginMeeting(app: TestApp, world: World): Promise<Meeting> {
  const its = { organizationId: world.riverside, relationshipId: newId() };
  await inOrganization(app, its.organizationId, async ({ db, now }) => {
    await db
      .insertInto("relationship")
      .values({ organization_id: its.organizationId, id: its.relationshipId, program_id: world.first, reasons: "{}", begun_at: now })
      .execute();
    await db
      .insertInto("relationship_person")
      .values(
        (["mentor", "mentee"] as const).map((role) => ({
          organization_id: its.organizationId,
          relationship_id: its.relationshipId,
          participant_id: world.participants[role]!,
          person_id: world.people[role],
          role,
        })),
      )
      .execute();
  });
  const as: Meeting["as"] = (person, work) =>
    inOrganization(app, its.organizationId, (ctx) =>
      work({
        ...ctx,
        actor: {
          personId: world.people[person],
          email: `${person.toLowerCase()}@example.org`,
          name: person,
          sessionId: newId(),
          language: "en",
          timeZone: "Europe/Berlin",
          ownsInstallation: false,
          memberships: [],
        },
      }),
    );
  return {
    ...its,
    as,
    async agree(by, plan) {
      const whole: Plan = { minutes: 60, placeKind: "phone", place: "", repeats: null, untilOn: null, words: "", ...plan };
      const proposalId = await as(by, (ctx) => proposeTimes(ctx, its, whole, { by: world.people[by] }));
      const other = world.people[by === "mentor" ? "mentee" : "mentor"];
      const chosen = await as(by, (ctx) => chooseTime(ctx, its, { proposalId, startsAt: whole.times[0]!, by: other }));
      if (chosen.is !== "agreed") throw new Error("nobody agreed");
      return chosen.sessionId;
    },
  };
}
