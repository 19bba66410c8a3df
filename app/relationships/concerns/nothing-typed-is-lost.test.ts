import { beforeEach, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { Browsing } from "../../../testing/browsing.ts";
import { type Worrying, worry } from "../../../testing/worrying.ts";
import { asSystem, inOrganization } from "../../platform/context.ts";

let app: TestApp;
let theirs: Worrying;
let form: string;
beforeEach(async () => {
  app = await testApp();
  theirs = await worry(app);
  form = `${theirs.at}/new?relationship=${theirs.its.relationshipId}`;
  return () => app[Symbol.asyncDispose]();
});

const typed = {
  words: "He waits at my door, every evening.",
  category: "unsafe",
  urgency: "now",
  confidential: "confidential",
  mayWrite: "on",
};
const hiddenIn = (page: string) =>
  [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/gu)].map(([, name, value]): [string, string] => [name!, value!]);

test("who was signed out while she wrote finds all of it on the page, and sends it once when she has signed in again", async () => {
  const formKey = "4d1f6a2e-5b6c-4d7e-8f90-a1b2c3d4e5f6";
  const refused = await new Browsing(app).post(form, { ...typed, formKey });
  expect(refused.status).toBe(401);
  const page = await refused.text();
  expect(page).toContain("Nothing that you wrote is lost");
  expect(page).toContain("He waits at my door, every evening.</p>");
  expect(page).toContain(`action="${form}"`);
  // As the button of that page sends it, from a window in which she has signed in since; twice.
  const again = Object.fromEntries(hiddenIn(page));
  expect(again).toMatchObject({ ...typed, formKey });
  for (let time = 0; time < 2; time++) expect((await theirs.world.as("mentee").post(form, again)).status).toBe(303);
  const cases = await inOrganization(app, theirs.organizationId, ({ db }) =>
    db.selectFrom("concern").select(["is_confidential", "urgency", "relationship_id"]).execute(),
  );
  expect(cases).toEqual([{ is_confidential: true, urgency: "now", relationship_id: theirs.its.relationshipId }]);
});

test("a password is never written into a page, and a form of nothing only asks to sign in", async () => {
  const browser = new Browsing(app);
  const password = await browser.post("/account", { act: "password", password: "a secret that nobody reads" });
  expect([password.status, password.headers.get("location")?.startsWith("/sign-in?next=")]).toEqual([303, true]);
  expect((await browser.post(form, {})).status).toBe(303);
});

test("before signing in it leads to the lines that answer, and through the sign-in to the form, with what it is about", async () => {
  const visitor = new Browsing(app);
  const anywhere = await (await visitor.get("/sign-in")).text();
  expect(anywhere).toContain('href="/concerns/new">Something is wrong');
  const page = await (await visitor.get("/concerns/new")).text();
  expect(page).toContain("Samaritans");
  expect(page).toContain('href="/sign-in?next=/concerns/new"');
  expect((await visitor.get(form)).headers.get("location")).toBe(`/sign-in?next=${encodeURIComponent(form)}`);
});

test("it stands under every letter about what is between people", async () => {
  await theirs.say(theirs.mentor, "Hello Maya.");
  app.travel(new Date(Date.now() + 2 * 86_400_000));
  const { tellWaiting } = await import("../messages/tell-waiting.job.ts");
  await tellWaiting.run(app, {}, new AbortController().signal);
  const letters = await asSystem(app, ({ db }) =>
    db.selectFrom("letter").select(["text_body", "html_body"]).where("kind", "=", "message").execute(),
  );
  expect(letters).toHaveLength(1);
  for (const body of Object.values(letters[0]!)) expect(body).toContain(`${theirs.at}/new`);
});
