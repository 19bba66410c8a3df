/** The five steps of a goal, in the words of somebody who wants to speak in front of people. */
import type { Page } from "playwright-core";

export async function fillFiveSteps(page: Page): Promise<void> {
  for (const [label, words] of [
    ["−2: less than where I start", "I stay away."],
    ["−1: where I am today", "I listen."],
    ["0: what I expect to reach", "I speak for ten minutes."],
    ["+1: more than I expect", "I answer questions."],
    ["+2: far more than I expect", "I speak at a conference."],
  ] as const)
    await page.getByLabel(label).fill(words);
}
