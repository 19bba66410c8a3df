import { Transformer } from "@napi-rs/image";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { inOrganization } from "../../platform/context.ts";
import { findProfile } from "./find-profile.ts";
import { usualVisibility } from "./profile.ts";

let app: TestApp;
let world: World;
let path: string;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  path = `/organizations/${world.riverside}/profile`;
});
afterAll(() => app[Symbol.asyncDispose]());

const profileOf = async (person: "mentor" | "mentee") =>
  (await inOrganization(app, world.riverside, (ctx) => findProfile(ctx, world.riverside, world.people[person])))!;
const send = (act: string, fields: Record<string, string | readonly string[] | File> = {}) =>
  world.as("mentee").post(path, { act, ...fields });
const about = { name: "Maya Mentee", pronouns: "", headline: "", addLanguages: "", place: "", country: "", timeZone: "" };

test("each part is saved by itself, and says that she wrote it", async () => {
  expect((await profileOf("mentee")).editedAt).toBeNull();
  const values = {
    ...about,
    pronouns: "she/her",
    headline: "Nurse",
    languages: ["en"],
    addLanguages: "español, Arabic",
    place: "Enugu",
    country: "NG",
  };
  expect((await send("about", { ...values, timeZone: "Africa/Lagos" })).status).toBe(303);
  await send("story", { story: "By the night train.\n\nAnd then on foot.", interests: "chess, rivers\nChess" });
  await send("availability", { availability: ["19", "18", "167"] });
  expect(await profileOf("mentee")).toMatchObject({
    name: "Maya Mentee",
    pronouns: "she/her",
    headline: "Nurse",
    languages: ["en", "es", "ar"],
    place: "Enugu",
    country: "NG",
    timeZone: "Africa/Lagos",
    story: "By the night train.\n\nAnd then on foot.",
    interests: ["chess", "rivers"],
    availability: [18, 19, 167],
    editedAt: expect.any(Date) as Date,
  });
  const page = await (await world.as("mentee").get(path)).text();
  expect(page).toContain("Hours in your time zone, Africa/Lagos");
  expect((await profileOf("mentor")).editedAt).toBeNull();
});

test("a language that nobody knows is said at its field, and what was typed is there again", async () => {
  const response = await send("about", { ...about, headline: "Still here", languages: ["en"], addLanguages: "Spansh" });
  const page = await response.text();
  expect(response.status).toBe(422);
  expect(page).toContain("Did you mean Spanish?");
  expect(page).toContain('value="Still here"');
  expect(page).toContain('value="Spansh"');
  expect((await profileOf("mentee")).headline).toBe("Nurse");
});

test("what cannot be is refused: no name, no such country or zone, no such hour", async () => {
  for (const wrong of [{ name: " " }, { country: "ZZ" }, { timeZone: "Middle/Earth" }, { headline: "x".repeat(201) }])
    expect((await send("about", { ...about, ...wrong })).status, JSON.stringify(wrong)).toBe(422);
  for (const hour of ["168", "-1", "1.5", "noon"]) expect((await send("availability", { availability: [hour] })).status, hour).toBe(422);
  expect((await send("story", { story: "", interests: Array.from({ length: 51 }, (_, n) => `i${n}`).join(",") })).status).toBe(422);
  expect((await send("visibility", { ...usualVisibility, story: "everybody" })).status).toBe(422);
});

test("skills are added several at once, leveled and taken away", async () => {
  await send("gives", { text: "An open ear", add: "First aid, Night shifts", addMany: "Triage\nfirst aid" });
  expect((await profileOf("mentee")).skills.gives).toEqual([
    { skill: "First aid", level: null },
    { skill: "Night shifts", level: null },
    { skill: "Triage", level: null },
  ]);
  await send("gives", {
    text: "An open ear",
    skill: ["First aid", "Night shifts", "Triage", "Not hers"],
    "level-0": "5",
    "keep-0": "yes",
    "level-1": "2",
    "level-2": "",
    "keep-2": "yes",
    "level-3": "5",
    "keep-3": "yes",
    add: "",
    addMany: "",
  });
  const { skills, gives } = await profileOf("mentee");
  expect(skills).toEqual({
    gives: [
      { skill: "First aid", level: 5 },
      { skill: "Triage", level: null },
    ],
    hopes: [],
  });
  expect(gives).toBe("An open ear");
});

test("skills that several use are suggested, and nobody's own alone", async () => {
  await world.as("mentor").post(path, { act: "hopes", text: "", add: "First aid, Beekeeping", addMany: "" });
  const page = await (await world.as("otherMentee").get(path)).text();
  expect(page).toMatch(/<option value="[Ff]irst aid">/);
  expect(page).not.toContain("Beekeeping");
});

test("not now is one click, and so is coming back", async () => {
  app.travel(new Date("2026-11-30T12:00:00Z"));
  await send("notNow");
  expect((await profileOf("mentee")).pausedUntil).toBe("2027-02-28");
  expect(await (await world.as("mentee").get(path)).text()).toContain("You are taking a break until");
  await send("back");
  expect((await profileOf("mentee")).pausedUntil).toBeNull();
  expect((await send("pause", { until: "2026-11-29" })).status).toBe(422);
  expect((await send("pause", { until: "2030-01-01" })).status).toBe(422);
  await send("pause", { until: "2026-12-24" });
  expect((await profileOf("mentee")).pausedUntil).toBe("2026-12-24");
  app.travel(new Date("2026-12-25T12:00:00Z"));
  expect(await (await world.as("mentee").get(path)).text()).not.toContain("You are taking a break until");
});

test("who sees what is hers to choose", async () => {
  await send("visibility", { ...usualVisibility, story: "coordinators", place: "organization" });
  expect((await profileOf("mentee")).visibility).toEqual({ ...usualVisibility, story: "coordinators", place: "organization" });
  expect(await (await world.as("mentee").get(path)).text()).toContain("Seen by your coordinators only.");
});

test("a picture is drawn anew, shown to her organization and no other, replaced and removed", async () => {
  const jpeg = new Uint8Array(await Transformer.fromRgbaPixels(Buffer.alloc(60 * 40 * 4, 200), 60, 40).jpeg());
  expect((await send("picture", { picture: new File([jpeg], "me.pdf", { type: "application/pdf" }) })).status).toBe(303);
  const first = (await profileOf("mentee")).pictureId!;
  const at = (id: string) => `/organizations/${world.riverside}/pictures/${id}`;
  const shown = await world.as("otherMentor").get(at(first));
  expect([shown.status, shown.headers.get("content-type"), shown.headers.get("cache-control")]).toEqual([
    200,
    "image/webp",
    "private, max-age=86400, immutable",
  ]);
  expect(Buffer.from(await shown.arrayBuffer()).toString("latin1", 8, 12)).toBe("WEBP");
  expect((await world.as("strangerMentee").get(at(first))).status).toBe(404);
  expect((await world.as("strangerMentee").get(`/organizations/${world.hillside}/pictures/${first}`)).status).toBe(404);

  await send("picture", { picture: new File([jpeg], "again.jpg", { type: "image/jpeg" }) });
  const second = (await profileOf("mentee")).pictureId!;
  expect(second).not.toBe(first);
  expect((await world.as("mentee").get(at(first))).status).toBe(404);

  const refused = await send("picture", { picture: new File(["<svg/>"], "me.png", { type: "image/png" }) });
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("no picture that we can read") as string]);
  expect((await profileOf("mentee")).pictureId).toBe(second);

  await send("removePicture");
  expect((await profileOf("mentee")).pictureId).toBeNull();
  const left = await inOrganization(app, world.riverside, ({ db }) =>
    db.selectFrom("file").select("id").where("kind", "=", "picture").execute(),
  );
  expect(left).toEqual([]);
});

test("a file that is no picture is no picture, by whatever address", async () => {
  const id = await inOrganization(app, world.riverside, async ({ db }) => {
    const row = { organization_id: world.riverside, person_id: world.people.coordinator, kind: "import", name: "people.csv" };
    const file = await db
      .insertInto("file")
      .values({ ...row, id: crypto.randomUUID(), content_type: "text/csv", size_bytes: 0, sha256: Buffer.alloc(32) })
      .returning("id")
      .executeTakeFirstOrThrow();
    return file.id;
  });
  expect((await world.as("mentee").get(`/organizations/${world.riverside}/pictures/${id}`)).status).toBe(404);
});
