import { beforeEach, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { converse, type Conversing } from "../../../testing/conversing.ts";
import type { PersonName } from "../../../testing/world.ts";
import { asSystem, inOrganization } from "../../platform/context.ts";
import { findRelationship } from "../life/find-life.ts";
import { moveRelationship } from "../life/move-relationship.ts";
import { changedSections } from "./agreement.ts";
import { findAgreement, fingerprint, type Version } from "./find-agreement.ts";

let app: TestApp;
let it: Conversing;
let at: string;
beforeEach(async () => {
  app = await testApp();
  it = await converse(app);
  at = `/organizations/${it.its.organizationId}/relationships/${it.its.relationshipId}/agreement`;
  return () => app[Symbol.asyncDispose]();
});

const agreement = (): Promise<Version> =>
  inOrganization(app, it.its.organizationId, async (ctx) => findAgreement(ctx, await findRelationship(ctx, it.its)));
const textOf = (version: Version, key: string) => version.sections.find((section) => section.key === key)?.text;
const contentOf = async (response: Response) => (await response.text()).replace(/.*<main[^>]*>(.*)<\/main>.*/su, "$1");
const read = async (person: PersonName, path = at) => contentOf(await it.world.as(person).get(path));
/** Writes as from a page that showed these versions; returns the page that comes back, or the one on which she lands. */
async function change(person: PersonName, texts: Record<string, string>, versions: { seen: number; shown?: number }): Promise<string> {
  const fields = Object.fromEntries(Object.entries(texts).map(([key, text]) => [`text.${key}`, text]));
  const sent = { seen: String(versions.seen), shown: String(versions.shown ?? versions.seen), ...fields };
  const response = await it.world.as(person).post(`${at}/change`, sent);
  return response.status === 303 ? read(person, response.headers.get("location")!) : contentOf(response);
}
async function sign(person: PersonName, version?: Version) {
  const { sections } = version ?? (await agreement());
  const response = await it.world.as(person).post(at, { act: "sign", read: fingerprint(sections) });
  return { status: response.status, page: response.status === 303 ? await read(person) : await contentOf(response) };
}
const letters = () =>
  asSystem(app, ({ db }) =>
    db.selectFrom("letter").select(["to_address as to", "subject"]).where("subject", "like", "%agreement%").orderBy("id").execute(),
  );
const letSign = (coordinatorSigns: boolean) =>
  inOrganization(app, it.its.organizationId, ({ db }) =>
    db
      .insertInto("relationship_setting")
      .values({
        organization_id: it.its.organizationId,
        program_id: it.world.first,
        length_months: null,
        coordinator_signs: coordinatorSigns,
      })
      .execute(),
  );

test("two sign the draft as it is; each is asked once, and then it holds", async () => {
  expect(await read("mentee")).toContain("This is a draft from your program");
  expect((await agreement()).number).toBe(0);
  await sign("mentee");
  expect(await agreement()).toMatchObject({ number: 1, madeBy: null, signatures: [{ signedAs: "mentee", name: "Maya Mentee" }] });
  expect(await letters()).toEqual([{ to: "mentor@example.org", subject: "Maya Mentee has signed your agreement" }]);
  expect(await read("mentee")).toContain("Not signed yet: Jonas Mentor.");
  expect(await read("mentor", "/")).toContain("Your agreement with Maya Mentee wants your signature");
  expect(await read("mentee", "/")).not.toContain("wants your signature");
  expect(await read("mentee")).not.toContain("Sign the agreement");
  expect((await sign("mentor")).page).toContain("Everybody has signed.");
  expect(await letters()).toHaveLength(1);
  expect((await sign("mentor")).page).toContain("You have signed this already.");
});

test("a change asks for new signatures, says what is otherwise, and leaves the old version as it was", async () => {
  await sign("mentee");
  await sign("mentor");
  const before = textOf(await agreement(), "where")!;
  await change("mentor", { where: "In the library." }, { seen: 1 });
  const now = await agreement();
  expect(now).toMatchObject({ number: 2, madeBy: "Jonas Mentor", signatures: [] });
  expect(textOf(now, "where")).toBe("In the library.");
  expect(await letters()).toEqual([
    { to: "mentor@example.org", subject: "Maya Mentee has signed your agreement" },
    { to: "mentee@example.org", subject: "Jonas Mentor has changed your agreement" },
  ]);
  expect(await read("mentee")).toContain("Changed: Where");
  const shown = await read("mentee", `${at}?version=2`);
  expect(shown).toMatch(/<ins>.*In the library\./s);
  expect(shown).toMatch(new RegExp(`<del>.*${before.slice(0, 20)}`, "s"));
  const old = await read("mentee", `${at}?version=1`);
  expect(old).toContain(before.slice(0, 20));
  expect(old).toContain("Everybody has signed.");
  expect((await it.world.as("mentee").get(`${at}?version=3`)).status).toBe(404);
});

test("two who opened the draft at the same time can both sign it", async () => {
  const seen = await agreement();
  expect((await sign("mentee", seen)).status).toBe(303);
  expect((await sign("mentor", seen)).page).toContain("Everybody has signed.");
});

test("a signature is of what was read, and of nothing else", async () => {
  const seen = await agreement();
  await change("mentor", { where: "In the library." }, { seen: 0 });
  const { status, page } = await sign("mentee", seen);
  expect(status).toBe(409);
  expect(page).toContain("It was changed meanwhile.");
  expect((await agreement()).signatures).toEqual([]);
});

test("of two who write at once each keeps her words; where both wrote the same section the later sees the other's first", async () => {
  const { sections } = await agreement();
  const all = Object.fromEntries(sections.map(({ key, text }) => [key, text]));
  await change("mentor", { ...all, where: "In the library.", feedback: "Always." }, { seen: 0 });
  // She began before, and wrote elsewhere: both are in it.
  expect(await change("mentee", { ...all, ending: "With cake." }, { seen: 0 })).toContain("Version 3");
  expect(textOf(await agreement(), "where")).toBe("In the library.");
  expect(textOf(await agreement(), "ending")).toBe("With cake.");
  const { number } = await agreement();
  // She began before, and wrote in the same place.
  const asked = await change("mentee", { ...all, where: "At my place.", "how-often": "On Mondays." }, { seen: 0 });
  expect(asked).toContain("Somebody else wrote under “Where” meanwhile");
  expect(asked).toContain("At my place.");
  expect(asked).toContain("It says now: In the library.");
  expect(asked).toMatch(/name="seen" value="0"/);
  expect((await agreement()).number).toBe(number);
  // Now she has seen it; what only he wrote elsewhere stays.
  await change("mentee", { ...all, where: "At my place, or in the library.", "how-often": "On Mondays." }, { seen: 0, shown: number });
  const now = await agreement();
  expect(["where", "how-often", "feedback", "ending"].map((key) => textOf(now, key))).toEqual([
    "At my place, or in the library.",
    "On Mondays.",
    "Always.",
    "With cake.",
  ]);
});

test("twenty who change and sign at once: each version changes one thing, and a signature stands only where it was not refused", async () => {
  const seen = await agreement();
  const statuses: number[] = [];
  await Promise.all(
    Array.from({ length: 20 }, async (_, n) => {
      if (n % 2 === 1) statuses.push((await sign(n % 4 === 1 ? "mentor" : "mentee", seen)).status);
      else await change(n % 4 === 0 ? "mentor" : "mentee", { [n % 4 === 0 ? "where" : "else"]: `Place ${n}` }, { seen: 0, shown: n });
    }),
  );
  const { versions, signatures } = await inOrganization(app, it.its.organizationId, async ({ db }) => ({
    versions: await db.selectFrom("agreement_version").select(["number", "sections"]).orderBy("number").execute(),
    signatures: await db.selectFrom("agreement_signature").select(["version", "person_id"]).execute(),
  }));
  expect(versions.map(({ number }) => number)).toEqual(versions.map((_, index) => index + 1));
  expect(versions[0]!.sections).toEqual(seen.sections);
  for (const [index, { sections }] of versions.entries())
    if (index > 0) expect(changedSections(versions[index - 1]!.sections, sections)).toHaveLength(1);
  // All of them had read the draft, which became the first version.
  expect(signatures.map(({ version }) => version)).toEqual(signatures.map(() => 1));
  expect(statuses.filter((status) => status === 303)).toHaveLength(signatures.length);
});

test("a coordinator signs where the program says so, and reads it only then", async () => {
  await change("mentor", { else: "We speak of Anna's illness." }, { seen: 0 });
  expect(await read("coordinator")).toContain("Here you see whether, and when.");
  for (const path of [at, `${at}?version=2`]) expect(await read("coordinator", path)).not.toContain("Anna");
  expect((await it.world.as("coordinator").get(`${at}/change`)).status).toBe(404);
  expect((await sign("coordinator")).status).toBe(404);
  await letSign(true);
  expect(await read("coordinator")).toContain("Anna");
  await sign("mentee");
  expect((await sign("mentor")).page).toContain("A coordinator of the program signs it, too.");
  expect((await sign("coordinator")).page).toContain("Ruth Coordinator, coordinator, signed on");
  expect(await read("mentee")).toContain("Everybody has signed.");
});

test("what is over stays to be read, and is neither changed nor signed", async () => {
  await sign("mentee");
  await inOrganization(app, it.its.organizationId, (ctx) => moveRelationship(ctx, it.its, { move: "conclude", ending: "stopped" }));
  expect(await read("mentor")).not.toContain("Sign the agreement");
  expect((await sign("mentor")).page).toContain("This relationship is concluded");
  expect(await change("mentor", { where: "Nowhere." }, { seen: 1 })).toContain("This relationship is concluded");
  expect((await agreement()).number).toBe(1);
});

test("a coordinator writes the words with which agreements begin, with a section of her own; what was agreed stays", async () => {
  await sign("mentee");
  const template = `/organizations/${it.its.organizationId}/programs/${it.world.first}/agreement`;
  const fields = { "text.where": "On campus.", "title.own-1": "Keys", "text.own-1": "Bring them back." };
  expect((await it.world.as("coordinator").post(template, { ...fields, seen: "" })).status).toBe(303);
  expect(await read("coordinator", template)).toContain("Bring them back.");
  expect(textOf(await agreement(), "where")).not.toBe("On campus.");
  // Another one who had the page open is not overwritten.
  expect(await (await it.world.as("owner").post(template, { ...fields, seen: "" })).text()).toContain(
    "Somebody else has changed these words",
  );
  const untitled = await it.world.as("coordinator").post(template, { "text.own-1": "Words", seen: "" });
  expect(await untitled.text()).toContain("Give this section a title.");
});

test("an agreement in which nobody has written a word cannot be signed", async () => {
  const empty = Object.fromEntries((await agreement()).sections.map(({ key }) => [key, ""]));
  expect(await change("mentee", empty, { seen: 0 })).toContain("Write at least one part");
  expect(await read("mentor")).not.toContain("Sign the agreement");
  expect((await sign("mentor")).status).toBe(409);
  expect((await agreement()).signatures).toEqual([]);
});
