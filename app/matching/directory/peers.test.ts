/** In a program of peers whoever looks and whoever is found are the same: no page calls anybody a mentor or a mentee. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { choosingWorld, type ChoosingWorld } from "../../../testing/choosing-world.ts";
import { inOrganization } from "../../platform/context.ts";

let app: TestApp;
let world: ChoosingWorld;
beforeAll(async () => {
  app = await testApp();
  world = await choosingWorld(app, { mentors: 2, mentees: 2 });
  await world.choose({ mode: "mentee-asks" });
});
afterAll(() => app[Symbol.asyncDispose]());

const pages = async (): Promise<string[]> =>
  Promise.all(
    [
      ["mentee", world.at("/mentors")],
      ["mentee", world.at(`/mentors/${world.mentors[1]!.participantId}`)],
      ["coordinator", world.at("/mentors")],
      ["mentor", world.at("/shown")],
      ["mentee", world.at("/choices")],
    ].map(async ([who, path]) => {
      const answer = await world.as(who as "mentee").get(path!);
      expect(answer.status, path).toBe(200);
      const text = await answer.text();
      // The invented people are called Mentor and Mentee, too.
      return text.slice(text.indexOf("<main")).replaceAll(/\w+ Mentor\b|\w+ Mentee\b|<[^>]*>/gu, " ");
    }),
  );

test("the pages of the directory speak of people, in every state of it", async () => {
  for (const page of await pages()) expect(page).toMatch(/mentor|mentee/iu);
  await inOrganization(app, world.riverside, ({ db }) =>
    db.updateTable("program").set({ format: "peer" }).where("id", "=", world.first).execute(),
  );
  for (const [mode, identity] of [
    ["mentee-asks", "at-once"],
    ["mixed", "after-match"],
  ] as const) {
    await world.choose({ mode, identity, mentors_rank: false });
    for (const page of await pages()) expect(page).not.toMatch(/mentor(?!ing)|mentee/iu);
  }
});

test("who asks an equal reads and writes no word of mentors and mentees, and neither does whoever is asked", async () => {
  await world.choose({ mode: "mentee-asks", identity: "at-once", mentors_rank: false });
  const asked = world.mentors[1]!;
  const ask = world.at(`/mentors/${asked.participantId}/ask`);
  const read = async (who: "mentee" | "coordinator", path: string): Promise<string> => {
    const answer = await world.as(who).get(path);
    expect(answer.status, path).toBe(200);
    return plain((await answer.text()).replace(/^.*?<main/su, ""));
  };
  const form = await read("mentee", ask);
  const sent = await world.as("mentee").post(ask, { words: "Shall we?", adult: "yes" });
  expect(sent.status).toBe(303);
  await app.jobs.runDue(app);
  const { requestId, letter } = await inOrganization(app, world.riverside, async ({ db }) => ({
    requestId: (await db.selectFrom("request").select("id").executeTakeFirstOrThrow()).id,
    letter: await db
      .selectFrom("letter")
      .select(["subject", "text_body"])
      .where("person_id", "=", asked.personId)
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow(),
  }));
  expect(letter.subject).toContain("shall we accompany each other?");
  const texts = [
    form,
    await read("mentee", world.at("/requests")),
    await read("mentee", `/organizations/${world.riverside}/requests/${requestId}`),
    await read("coordinator", world.at("/requests/overview")),
    plain(letter.subject),
    plain(letter.text_body.replaceAll(/https?:\S+/gu, "")),
  ];
  for (const text of texts) expect(text).not.toMatch(/mentor(?!ing)|mentee/iu);
});

/** Without the invented people, who are called Mentor and Mentee, too. */
const plain = (text: string): string => text.replaceAll(/<[^>]*>/gu, " ").replaceAll(/\w+ Mentor\b|\w+ Mentee\b/gu, " ");
