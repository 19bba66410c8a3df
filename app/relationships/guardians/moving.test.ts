/** What becomes of guardians when two records are one person's, and when somebody leaves. */
import { afterAll, beforeEach, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { livingPair } from "../../../testing/living-pair.ts";
import { standingBy } from "../../../testing/standing-by.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { forgetGuardianships } from "../../networks/guardians/move-guardianships.ts";
import { mergeGuardians } from "./merge-guardians.ts";

let app: TestApp;
let world: World;
let by: Awaited<ReturnType<typeof standingBy>>;
let pair: Awaited<ReturnType<typeof livingPair>>;
let ana: string;
let tom: string;
beforeEach(async () => {
  await app?.[Symbol.asyncDispose]();
  app = await testApp();
  world = await smallWorld(app);
  by = await standingBy(app, world);
  pair = await livingPair(app, world);
  ana = await by.confirmed();
  await by.name({ email: "tom.parent@example.org", name: "Tom Parent" });
  tom = await by.idOf("tom.parent@example.org");
});
afterAll(() => app[Symbol.asyncDispose]());

const merge = (from: string, to: string) =>
  pair.here(async (ctx) => {
    // As the merge of two people does it before.
    const { riverside: organizationId } = world;
    await ctx.db.updateTable("relationship_person").set({ person_id: to }).where("person_id", "=", from).execute();
    await mergeGuardians(ctx, { organizationId, from, to });
  });
const open = async () =>
  (await by.guardianships())
    .filter(({ ended_at }) => ended_at === null)
    .map(({ guardian_id, ward_id, confirmed_at }) => ({ guardian_id, ward_id, isConfirmed: confirmed_at !== null }));

test("two records of one guardian make one, who has said yes if either has", async () => {
  expect(await open()).toHaveLength(2);
  await merge(ana, tom);
  expect(await open()).toEqual([{ guardian_id: tom, ward_id: world.people.mentee, isConfirmed: true }]);
});

test("talks that are due and signatures of both become one", async () => {
  const at = app.now();
  const of = { organization_id: world.riverside, relationship_id: pair.its.relationshipId };
  await pair.here(async ({ db }) => {
    await db
      .insertInto("support_contact")
      .values({ ...of, id: crypto.randomUUID(), person_id: tom, due_on: "2027-01-01" })
      .execute();
    await db
      .insertInto("agreement_version")
      .values({ ...of, number: 1, sections: "[]", made_at: at })
      .execute();
    for (const person_id of [ana, tom])
      await db
        .insertInto("agreement_signature")
        .values({ ...of, version: 1, person_id, signed_as: "guardian", name: "A guardian", signed_at: at })
        .execute();
  });
  await merge(ana, tom);
  const left = await pair.here(({ db }) =>
    db.selectFrom("support_contact").select("person_id").where("person_id", "in", [ana, tom]).execute(),
  );
  expect(left).toEqual([{ person_id: tom }]);
  const signed = await pair.here(({ db }) => db.selectFrom("agreement_signature").select("person_id").execute());
  expect(signed).toEqual([{ person_id: tom }]);
});

test("nobody becomes her own guardian, or one of her partner", async () => {
  await merge(ana, world.people.mentee);
  expect((await open()).map(({ guardian_id }) => guardian_id)).toEqual([tom]);
  await merge(tom, world.people.mentor);
  expect(await open()).toEqual([]);
});

test("with whoever leaves goes whose guardian she was, and that she named or ended any", async () => {
  const { mentee, coordinator } = world.people;
  await pair.here((ctx) => forgetGuardianships(ctx, world.riverside, coordinator));
  expect((await by.guardianships()).map(({ invited_by }) => invited_by)).toEqual([null, null]);
  await pair.here((ctx) => forgetGuardianships(ctx, world.riverside, ana));
  expect((await by.guardianships()).map(({ guardian_id }) => guardian_id)).toEqual([tom]);
  await pair.here((ctx) => forgetGuardianships(ctx, world.riverside, mentee));
  expect(await by.guardianships()).toEqual([]);
});
