/** A program with somebody at every step, for tests of what is counted and listed. */
import { inOrganization } from "../app/platform/context.ts";
import { newId } from "../app/platform/identifiers.ts";
import type { TestApp } from "./app.ts";
import { addParticipant, type World } from "./world.ts";

export interface SteppedProgram {
  /** Participants by what they are here for. */
  readonly people: Readonly<Record<string, string>>;
  readonly persons: Readonly<Record<string, string>>;
}

/** In the second program of Riverside, beside its one mentor and one mentee. */
export async function fillSteps(app: TestApp, { riverside: organizationId, second: programId }: World): Promise<SteppedProgram> {
  const people: Record<string, string> = {};
  const persons: Record<string, string> = {};
  const add = async (role: "mentor" | "mentee", name: string, capacity?: number): Promise<void> => {
    const email = `${name.toLowerCase().replaceAll(/\W+/g, ".")}@example.org`;
    const made = await addParticipant(app, { organizationId, programId, role, name, email, ...(capacity !== undefined && { capacity }) });
    people[name] = made.participantId;
    persons[name] = made.personId;
  };
  for (const name of ["Ada Added", "Ina Invited", "Joy Joined", "Rea Ready", "Una Unanswered", "Oda Offered", "Ann Accepted"])
    await add("mentee", name);
  for (const name of ["Dee Declined", "Eve Expired", "Wanda Waiting", "Paula Paused", "Will Withdrawn", "Bo Bounced"])
    await add("mentee", name);
  for (const name of ["Max Many", "Moe Mute", "Zed Zero"]) await add("mentor", name, name === "Max Many" ? 3 : name === "Zed Zero" ? 0 : 1);

  await inOrganization(app, organizationId, async ({ db, now }) => {
    const set = (name: string, values: object) =>
      db.updateTable("participant").set(values).where("organization_id", "=", organizationId).where("id", "=", people[name]!).execute();
    const bare = { joined_at: null, adult_attested_at: null, completed_at: null };
    await set("Ada Added", bare);
    await set("Ina Invited", { ...bare, invited_at: now });
    await set("Joy Joined", { completed_at: null });
    await set("Will Withdrawn", { withdrawn_at: now });
    const question = { organization_id: organizationId, program_id: programId, kind: "text", asked_of: "both" } as const;
    const questionId = newId();
    await db
      .insertInto("question")
      .values({ ...question, id: questionId, position: 1, label: "Why?", is_required: true })
      .execute();
    await db
      .updateTable("profile")
      .set({ paused_until: "2999-01-01" })
      .where("organization_id", "=", organizationId)
      .where("person_id", "=", persons["Paula Paused"]!)
      .execute();
    const roundId = newId();
    await db
      .insertInto("round")
      .values({
        organization_id: organizationId,
        id: roundId,
        program_id: programId,
        number: 1,
        state: "published",
        seed: 1,
        engine_version: "1",
        criteria: JSON.stringify([]),
        published_at: now,
      })
      .execute();
    await db
      .insertInto("round_unmatched")
      .values({
        organization_id: organizationId,
        round_id: roundId,
        mentee_id: people["Wanda Waiting"]!,
        reason: JSON.stringify({ mentors: 2, fitting: 2, refusals: [], closest: [] }),
      })
      .execute();
    const offer = async (mentee: string, mentor: string, place: number, values: object): Promise<void> => {
      await db
        .insertInto("offer")
        .values({
          organization_id: organizationId,
          id: newId(),
          program_id: programId,
          round_id: roundId,
          mentee_id: people[mentee]!,
          mentor_id: people[mentor]!,
          place,
          weight: 5000,
          reasons: JSON.stringify([]),
          answer_by: new Date(now.getTime() + 86_400_000),
          created_at: now,
          ...values,
        })
        .execute();
    };
    await offer("Una Unanswered", "Max Many", 1, {});
    await offer("Oda Offered", "Max Many", 2, { mentee_accepted_at: now });
    await offer("Ann Accepted", "Max Many", 3, { mentee_accepted_at: now, mentor_accepted_at: now, state: "accepted", closed_at: now });
    await offer("Dee Declined", "Moe Mute", 1, { state: "declined", declined_by: "mentee", decline_reason: "not-now", closed_at: now });
    await offer("Eve Expired", "Moe Mute", 1, { state: "expired", closed_at: now });
    await db
      .insertInto("letter")
      .values({
        id: newId(),
        organization_id: organizationId,
        person_id: persons["Bo Bounced"]!,
        to_address: "bo.bounced@example.org",
        language: "en",
        kind: "offer",
        dedupe_key: `bounced ${newId()}`,
        subject: "Hello",
        text_body: "Hello",
        html_body: "Hello",
        state: "bounced",
      })
      .execute();
  });
  return { people, persons };
}
