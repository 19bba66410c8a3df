/** Markup in every text that anybody can type: on no page, in no letter does it become an element, an attribute or a script. */
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inOrganization } from "../../app/platform/context.ts";
import { renderLetter } from "../../app/platform/letters/render-letter.ts";
import { action, facts, list, note, paragraph, quote } from "../../app/platform/letters/letter.ts";
import { routes } from "../../app/rooms.ts";
import { testApp, type TestApp } from "../app.ts";
import { fillWorld, type FilledWorld } from "../filled-world.ts";
import type { PersonName } from "../world.ts";
import { send } from "./sending.ts";

const markup = `"'><img src=x onerror=alert(1)></title></textarea></script><script>alert(2)</script>{{7*7}}`;
/** None of it as it was typed; escaped it holds neither. */
const isLive = (html: string): boolean => /<img src=x|<script>alert/.test(html);

let app: TestApp;
let world: FilledWorld;
beforeAll(async () => {
  app = await testApp();
  world = await fillWorld(app);
  await app.owner.updateTable("auth.person").set({ name: markup }).execute();
  await inOrganization(app, world.riverside, async ({ db }) => {
    for (const [table, columns] of Object.entries({
      organization: ["name", "purpose"],
      program: ["name", "purpose"],
      question: ["label", "help"],
      profile: ["name", "pronouns", "headline", "story", "place", "gives", "hopes"],
      file: ["name"],
      spreadsheet_import: ["file_name"],
      letter: ["subject", "to_name", "text_body"],
      offer: ["decline_note"],
    })) {
      for (const column of columns)
        await sql`update ${sql.id(table)} set ${sql.id(column)} = left(${markup}, ${column === "pronouns" ? 60 : 200})`.execute(db);
    }
    await sql`update profile set interests = array[${markup}::text]`.execute(db);
    await sql`update program set texts = jsonb_build_object('welcome', ${markup}::text, 'offer', ${markup}::text, 'firstSteps', ${markup}::text)`.execute(
      db,
    );
    for (const direction of ["gives", "hopes"])
      await sql`insert into profile_skill (organization_id, person_id, skill, direction, level)
        select organization_id, person_id, left(${markup}, 100), ${direction}, 3 from profile`.execute(db);
    await sql`insert into answer (organization_id, participant_id, question_id, value)
      select organization_id, ${world.participants.mentee!}::uuid, id, to_jsonb(${markup}::text) from question`.execute(db);
    await sql`insert into offer_question (organization_id, id, offer_id, asked_by, question, answer, asked_at)
      select organization_id, gen_random_uuid(), id, 'mentee', ${markup}, ${markup}, now() from offer`.execute(db);
  });
});
afterAll(() => app[Symbol.asyncDispose]());

test("on no page", async () => {
  const live: string[] = [];
  let shown = 0;
  for (const person of ["coordinator", "mentee", "mentor", "installationOwner", "visitor"] as const satisfies readonly PersonName[]) {
    for (const route of routes) {
      const response = await world.as(person).get(world.address(route.path));
      const text = await response.text();
      if (response.status !== 200 || !response.headers.get("content-type")?.startsWith("text/html")) continue;
      if (text.includes("&lt;img src=x")) shown += 1;
      if (isLive(text)) live.push(`${person} ${route.path}`);
    }
  }
  expect(live).toEqual([]);
  expect(shown).toBeGreaterThan(25);
});

test("nor on a page that says what was typed into a form or an address, or into a cookie", async () => {
  const typed = await world.as("coordinator").post(`/organizations/${world.riverside}/programs/${world.first}/settings`, {
    act: "save",
    name: markup,
    purpose: markup,
    startsOn: markup,
    offerDays: markup,
  });
  expect(typed.status).toBe(422);
  const pages = [await typed.text()];
  const query = new URLSearchParams({
    q: markup,
    token: markup,
    next: `/${markup}`,
    state: markup,
    page: markup,
    lang: markup,
    as: markup,
  });
  for (const path of [
    "/sign-in",
    "/set-up",
    "/demo",
    `/organizations/${world.riverside}/programs/${world.first}/sign-up`,
    `/${encodeURIComponent(markup)}`,
  ])
    pages.push(await (await send(app, `${path}?${query}`)).text());
  for (const path of ["participants", "offers", "questions", "rounds", "participants/invite"])
    pages.push(
      await (await world.as("coordinator").get(`/organizations/${world.riverside}/programs/${world.first}/${path}?${query}`)).text(),
    );
  const notice = await send(app, "/sign-in", { headers: { cookie: `__Host-notice=${encodeURIComponent(markup)}` } });
  pages.push(await notice.text());
  expect(pages.at(-1)).toContain("&lt;img src=x");
  expect(pages.filter(isLive)).toEqual([]);
});

test("nor in a letter, whose subject is one line", () => {
  const { html, subject } = renderLetter(
    {
      subject: `Hello ${markup}\r\nBcc: everybody@example.org`,
      body: [
        paragraph(markup),
        quote(markup),
        note(markup),
        list([markup]),
        facts([{ label: markup, value: markup }]),
        action(markup, `http://localhost:3000/join/${markup}`),
      ],
    },
    "en",
    { from: markup, unsubscribeHref: `http://localhost:3000/${markup}` },
  );
  expect(isLive(html)).toBe(false);
  expect(html).not.toContain(`"'>`);
  expect(subject).not.toMatch(/[\r\n]/);
});
