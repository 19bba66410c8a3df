import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { inOrganization } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { dayIn, monthsLater } from "../../people/profiles/pause-profile.ts";

let app: TestApp;
let world: World;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const inRiverside = <T>(work: Parameters<typeof inOrganization<T>>[2]): Promise<T> => inOrganization(app, world.riverside, work);
const joined = (at: string | null) =>
  inRiverside(({ db }) =>
    db
      .updateTable("participant")
      .set({ joined_at: at === null ? null : new Date(at) })
      .where("id", "=", world.participants.mentee!)
      .execute(),
  );
const page = async (person: "mentee" | "mentor" = "mentee"): Promise<string> => (await world.as(person).get("/")).text();

async function offer(state: "declined" | "expired" | "accepted" | "ended", closedAt: string): Promise<string> {
  const id = newId();
  await inRiverside(({ db }) =>
    db
      .insertInto("offer")
      .values({
        organization_id: world.riverside,
        id,
        program_id: world.first,
        mentee_id: world.participants.mentee!,
        mentor_id: world.participants.mentor!,
        place: 1,
        weight: 1,
        reasons: "[]",
        state,
        answer_by: new Date(closedAt),
        closed_at: new Date(closedAt),
      })
      .execute(),
  );
  return id;
}

test("who waits is told since when, and what comes: since she came in, since the last no, since her pair ended", async () => {
  await joined("2020-11-02T12:00:00Z");
  expect(await page()).toContain(
    "You have been waiting in First Steps since Mon, Nov 2, 2020. Your coordinator sees it, and you get a letter as soon as there is somebody.",
  );

  await offer("declined", "2021-03-03T12:00:00Z");
  await offer("expired", "2021-02-01T12:00:00Z");
  expect(await page()).toContain("since Wed, Mar 3, 2021.");
  expect(await page("mentor")).toContain("since Wed, Mar 3, 2021.");

  // The day on which a pair began is not the day since when she waits.
  const offerId = await offer("ended", "2021-05-05T12:00:00Z");
  const relationshipId = newId();
  await inRiverside(async ({ db }) => {
    const relationship = { organization_id: world.riverside, id: relationshipId, program_id: world.first, offer_id: offerId };
    await db
      .insertInto("relationship")
      .values({ ...relationship, reasons: "{}", begun_at: new Date("2021-05-05T12:00:00Z") })
      .execute();
    for (const role of ["mentor", "mentee"] as const)
      await db
        .insertInto("relationship_person")
        .values({
          organization_id: world.riverside,
          relationship_id: relationshipId,
          participant_id: world.participants[role]!,
          person_id: world.people[role],
          role,
        })
        .execute();
  });
  expect(await page()).not.toContain("You have been waiting");
  await inRiverside(({ db }) =>
    db
      .updateTable("relationship")
      .set({ state: "concluded", concluded_at: new Date("2021-12-07T12:00:00Z") })
      .where("id", "=", relationshipId)
      .execute(),
  );
  // A mentor's place is free at once; whoever was mentored says first that she would like someone new.
  expect(await page("mentor")).toContain("since Tue, Dec 7, 2021.");
  const ended = await page();
  expect(ended).not.toContain("You have been waiting");
  expect(ended).toContain("nobody is looked for at the moment");
  // What is over is kept, and found again.
  expect(ended).toContain("What was, and is kept");
  expect(ended).toContain(`/organizations/${world.riverside}/relationships/${relationshipId}/closure`);
  expect(ended).toContain("First Steps, until Tue, Dec 7, 2021");
  const search = (from_on: string) =>
    inRiverside(({ db }) =>
      db
        .insertInto("search_again")
        .values({
          organization_id: world.riverside,
          relationship_id: relationshipId,
          participant_id: world.participants.mentee!,
          from_on,
          chosen_at: new Date(),
        })
        .onConflict((conflict) => conflict.columns(["organization_id", "participant_id", "relationship_id"]).doUpdateSet({ from_on }))
        .execute(),
    );
  await search("2999-01-07");
  expect(await page()).toContain("From Monday, January 7, 2999 on you take part in matching in First Steps again.");
  await search("2021-12-21");
  expect(await page()).toContain("since Tue, Dec 7, 2021.");
});

test("who rests, or has not come in, does not wait", async () => {
  const pause = (until: string | null) =>
    inRiverside(({ db }) => db.updateTable("profile").set({ paused_until: until }).where("person_id", "=", world.people.mentee).execute());
  await pause(monthsLater(dayIn("UTC", new Date()), 2));
  const resting = await page();
  expect(resting).toContain("While you take a break, nobody is offered to you.");
  expect(resting).not.toContain("You have been waiting");
  await pause(null);

  await joined(null);
  const outside = await page();
  expect(outside).toContain("Tell us what we need to know for First Steps");
  expect(outside).not.toContain("You have been waiting");
});
