import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { goodPassword, makePerson } from "../../../testing/accounts.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { listReportKeys } from "../../matching/reports/report-keys.ts";
import { reportKey } from "../../matching/reports/report-key.ts";
import { authOf } from "../../people/accounts/auth.ts";
import { openDescription, sealDescription } from "../../inclusion/self-description/seal-description.ts";
import { type App, asSystem, inOrganization } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { keyIdOf } from "../../platform/sealing.ts";
import { CannotStart } from "../../platform/settings/cannot-start.ts";
import { checkSecrets } from "./check-secrets.ts";

const [first, second] = ["the first secret, long enough to be one", "the second secret, no less long than it"];
const said = { value: { kind: "option" as const, key: "yes" }, wishes: false, mayMatch: false, atMost: null };
const authenticatorKey = "the key of her authenticator app";

let app: TestApp;
let world: World;
let dimensionId: string;
let ada: string;
beforeAll(async () => {
  app = await testApp({ settings: { secret: first } });
  world = await smallWorld(app);
  dimensionId = newId();
  await inOrganization(app, world.riverside, (ctx) =>
    ctx.db
      .insertInto("description_dimension")
      .values({
        organization_id: world.riverside,
        id: dimensionId,
        program_id: world.first,
        position: 1,
        label: "First in the family",
        reason: "To see whether everybody finds a mentor.",
        options: JSON.stringify([{ key: "yes", label: "Yes" }]),
      })
      .execute(),
  );
  ada = await makePerson(app, { email: "ada@example.org", password: goodPassword });
});
afterAll(() => app[Symbol.asyncDispose]());

/** The same house, started with other settings. */
const withSettings = (settings: Partial<App["settings"]>): App => ({ ...app, settings: { ...app.settings, ...settings } });
const afterRotation = (): App => withSettings({ secret: second, formerSecrets: [first] });

const theirs = () => ({ organization_id: world.riverside, participant_id: world.participants.mentee!, dimension_id: dimensionId });
const readDescription = (house: App) =>
  inOrganization(house, world.riverside, async (ctx) =>
    openDescription(ctx, world.riverside, await ctx.db.selectFrom("self_description").selectAll().executeTakeFirstOrThrow()),
  );
const secondFactorRow = () => app.owner.selectFrom("auth.two_factor").selectAll().where("person_id", "=", ada).executeTakeFirst();
const readSecondFactor = async (house: App) =>
  symmetricDecrypt({ key: (await authOf(house).$context).secretConfig, data: (await secondFactorRow())!.secret });

beforeEach(async () => {
  await inOrganization(app, world.riverside, async (ctx) => {
    await ctx.db.deleteFrom("self_description").execute();
    const sealed = sealDescription(ctx, world.riverside, world.participants.mentee!, dimensionId, said);
    await ctx.db
      .insertInto("self_description")
      .values({ ...theirs(), sealed, consented_version: 1, consented_at: ctx.now })
      .execute();
  });
  await app.owner.deleteFrom("auth.two_factor").execute();
  // As it was sealed before keys had names.
  const bare = (data: string) => symmetricEncrypt({ key: first, data });
  await app.owner
    .insertInto("auth.two_factor")
    .values({
      id: newId(),
      person_id: ada,
      secret: await bare(authenticatorKey),
      backup_codes: await bare(JSON.stringify(["aaaaa-bbbbb"])),
      verified: true,
    })
    .execute();
  await app.owner.updateTable("auth.person").set({ two_factor_enabled: true }).where("id", "=", ada).execute();
  await app.jobs.runDue(app);
});

test("a new secret with the former one beside it opens all, and seals it anew; then the former one is not needed", async () => {
  const rotated = afterRotation();
  await checkSecrets(rotated);
  expect(await readDescription(rotated)).toEqual(said);
  expect(await readSecondFactor(rotated)).toBe(authenticatorKey);

  expect(await app.jobs.runDue(rotated)).toContain("secrets.reseal");
  const alone = withSettings({ secret: second, formerSecrets: [] });
  await checkSecrets(alone);
  expect(await readDescription(alone)).toEqual(said);
  expect(await readSecondFactor(alone)).toBe(authenticatorKey);
  // And the old one opens nothing any more.
  await expect(readDescription(app)).rejects.toThrow("a secret that is not here any more");
  await expect(readSecondFactor(app)).rejects.toThrow("Secret version");
  expect(await app.jobs.runDue(alone)).not.toContain("secrets.reseal");
});

test("what is said after the change is sealed with the newest at once", async () => {
  const rotated = afterRotation();
  const sealed = await inOrganization(rotated, world.riverside, async (ctx) =>
    sealDescription(ctx, world.riverside, world.participants.mentee!, dimensionId, said),
  );
  expect(sealed.subarray(1, 5).toString("hex")).toBe(keyIdOf(second));
});

test("without the secret that sealed it nothing is started, and the sentence says what to do", async () => {
  await checkSecrets(app);
  const error = await checkSecrets(withSettings({ secret: second, formerSecrets: [] })).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(CannotStart);
  const { message } = error as CannotStart;
  expect(message).toContain(`a secret that is not here any more (key ${keyIdOf(first)}): 1 self-description and 1 second factor.`);
  expect(message).toContain("Put that secret into FORMER_SECRETS");
  expect(message).toContain(`LOST_SECRETS=${keyIdOf(first)}`);
  expect(message).not.toContain(first);
  // Nothing was touched.
  await checkSecrets(app);
  expect(await readDescription(app)).toEqual(said);
});

test("a secret that is lost for good costs what it sealed and nothing else, and whoever had a second factor is told", async () => {
  await checkSecrets(app);
  await inOrganization(withSettings({ secret: second }), world.riverside, (ctx) =>
    ctx.db
      .insertInto("self_description")
      .values({
        ...theirs(),
        participant_id: world.participants.mentor!,
        sealed: sealDescription(ctx, world.riverside, world.participants.mentor!, dimensionId, said),
        consented_version: 1,
        consented_at: ctx.now,
      })
      .execute(),
  );
  const bereft = withSettings({ secret: second, formerSecrets: [], lostSecrets: [keyIdOf(first)] });
  await checkSecrets(bereft);
  expect(await readDescription(bereft)).toEqual(said);
  expect(await secondFactorRow()).toBeUndefined();
  const letters = await asSystem(app, ({ db }) => db.selectFrom("letter").select(["to_address", "subject"]).execute());
  expect(letters).toContainEqual({ to_address: "ada@example.org", subject: "Your account no longer asks for a second factor" });
});

test("a second factor from before keys had names, of a secret that is gone, is asked about under the name «unnamed»", async () => {
  const elsewhere = withSettings({ secret: second, formerSecrets: [] });
  await inOrganization(app, world.riverside, (ctx) => ctx.db.deleteFrom("self_description").execute());
  await expect(checkSecrets(elsewhere)).rejects.toThrow("LOST_SECRETS=unnamed");
  await checkSecrets({ ...elsewhere, settings: { ...elsewhere.settings, lostSecrets: ["unnamed"] } });
  expect(await secondFactorRow()).toBeUndefined();
});

test("what cannot be opened in its place any more stays what it is, and the rest is sealed anew", async () => {
  await inOrganization(app, world.riverside, async (ctx) => {
    const elsewhere = sealDescription(ctx, world.riverside, newId(), dimensionId, said);
    await ctx.db
      .insertInto("self_description")
      .values({ ...theirs(), participant_id: world.participants.mentor!, sealed: elsewhere, consented_version: 1, consented_at: ctx.now })
      .execute();
  });
  const rotated = afterRotation();
  await checkSecrets(rotated);
  await app.jobs.runDue(rotated);
  const keys = await inOrganization(app, world.riverside, (ctx) => ctx.db.selectFrom("self_description").selectAll().execute());
  const keyOf = (name: "mentee" | "mentor") =>
    keys
      .find((row) => row.participant_id === world.participants[name])!
      .sealed.subarray(1, 5)
      .toString("hex");
  expect([keyOf("mentee"), keyOf("mentor")]).toEqual([keyIdOf(second), keyIdOf(first)]);
});

test("every key that has signed reports stays to be read, with its time", async () => {
  await checkSecrets(app);
  app.travel(new Date("2027-01-05T10:00:00Z"));
  await checkSecrets(afterRotation());
  await checkSecrets(afterRotation());
  const keys = await asSystem(app, listReportKeys);
  expect(keys.map(({ publicKey }) => publicKey)).toEqual(expect.arrayContaining([reportKey(first), reportKey(second)]));
  expect(keys.at(-1)).toMatchObject({ publicKey: reportKey(second), since: expect.stringContaining("20") as string });
  expect(keys.slice(0, -1).every((key, index) => key.until === keys[index + 1]!.since)).toBe(true);
  const shown = (await (await world.as("visitor").get("/.well-known/understory-report-keys")).json()) as { publicKey: string }[];
  expect(shown.map(({ publicKey }) => publicKey)).toEqual(keys.map(({ publicKey }) => publicKey));
});
