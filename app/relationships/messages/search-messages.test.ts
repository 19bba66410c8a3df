import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { converse } from "../../../testing/conversing.ts";
import { searchMessages } from "./search-messages.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

test("letters that are written as apostrophes are looked for like all others", async () => {
  const { mentor, mentee, say, acting, its } = await converse(app);
  for (const words of ["Oʻzbekiston is far.", "Hawaiʻi too", "ʼn Boek", "Rock ’n’ roll"]) await say(mentor, words);
  const found = async (typed: string) => (await acting(mentee, (ctx) => searchMessages(ctx, its, mentee, typed))).map(({ words }) => words);
  expect(await found("Oʻzbek")).toEqual(["Oʻzbekiston is far."]);
  expect(await found("hawaiʻi")).toEqual(["Hawaiʻi too"]);
  expect(await found("ŉ boek")).toEqual(["ʼn Boek"]);
  for (const typed of ["ʼ", "ʼʼ", "ʻ ʼ", "a ʹ", "ʺ", "⁏", "‼"]) await expect(found(typed), typed).resolves.toBeInstanceOf(Array);
});
