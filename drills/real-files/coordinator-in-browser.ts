/** The coordinator's way through the pages, in a real browser, from an empty database to published offers. */
import type { Page } from "playwright-core";
import { grades, wishes } from "./department-market.ts";

const soon = { timeout: 60_000 };

export async function setUpProgram(ruth: Page, setUpPath: string): Promise<string> {
  await ruth.goto(setUpPath);
  await ruth.getByLabel("Your name").fill("Ruth Amsel");
  await ruth.getByLabel("Your e-mail").fill("ruth@drill.test");
  await ruth.getByLabel("A password").fill("a long walk in the forest");
  await ruth.getByLabel("Its name").fill("The Civil Service");
  await ruth.getByRole("button", { name: "Begin" }).click();
  await ruth.getByRole("link", { name: "New program" }).first().click();
  await ruth.getByLabel("Name").fill("Across departments");
  await ruth.getByLabel(/is an adult/).check();
  await ruth.getByRole("button").last().click();
  await ruth.waitForURL(/\/questions$/);
  return ruth.url().replace(/\/questions$/, "");
}

/** From file to people. Returns what each column was taken for, and how many of the guesses were changed by hand. */
export async function importFile(ruth: Page, program: string, role: "Mentors" | "Mentees", file: string) {
  await ruth.goto(`${program}/imports/new`);
  await ruth.getByLabel(role, { exact: true }).check();
  await ruth.locator('input[type="file"]').setInputFiles(file);
  await ruth.locator("main form button").last().click();
  await ruth.locator(".column-to-map").first().waitFor(soon);
  const taken: Record<string, string> = {};
  let corrections = 0;
  for (const column of await ruth.locator(".column-to-map").all()) {
    const header = (await column.locator("h2").innerText()).trim();
    const target = column.locator("select").first();
    const options = column.locator("textarea");
    if (header === "grade") {
      const isScale = async () => /scale/i.test(await target.locator("option:checked").innerText());
      const isQuestion = (await target.inputValue()).startsWith("question:");
      if (!isQuestion && !(await isScale())) await target.selectOption("new:scale");
      // Nothing but the people themselves knows which grade stands above which: this is the one correction.
      const given = isQuestion ? "" : await options.inputValue();
      if (!isQuestion || given !== "") {
        await options.fill(grades.join("\n"));
        corrections++;
      }
    }
    taken[header] = (await target.locator("option:checked").innerText()).trim();
  }
  await ruth.getByRole("button", { name: "Check", exact: false }).last().click();
  const start = ruth.getByRole("button", { name: /^Import [\d,]+ people/ });
  await start.waitFor(soon);
  await start.click();
  await ruth
    .getByText(/[\d,]+ added/)
    .first()
    .waitFor(soon);
  return {
    taken,
    corrections,
    said: await ruth
      .getByText(/[\d,]+ added/)
      .first()
      .innerText(),
  };
}

/** Not the same department; a grade above; the same profession; a shared identity where she asks for it. */
export async function setCriteria(ruth: Page, program: string): Promise<void> {
  const choose = async (name: string, label: RegExp) => {
    const select = ruth.locator(`select[name="${name}"]`);
    const value = await select.locator("option").filter({ hasText: label }).first().getAttribute("value");
    await select.selectOption(value);
  };
  const add = async (strength: "must" | "should", rule: string, label: [RegExp, RegExp], rest: () => Promise<void> = async () => {}) => {
    await ruth.goto(`${program}/criteria/new?strength=${strength}&rule=${rule}`);
    await choose("mentee", label[0]);
    await choose("mentor", label[1]);
    await rest();
    await ruth.getByRole("button", { name: "Save" }).click();
    await ruth.getByText("The criterion is added.").first().waitFor(soon);
  };
  await add("must", "different", [/organisation/i, /organisation/i]);
  await add("must", "above", [/grade/i, /grade/i], () => ruth.locator('input[name="above"]').fill(String(wishes.stepsAbove)));
  await add("should", "same", [/profession/i, /profession/i], () => ruth.locator('input[name="weight"]').fill(String(wishes.profession)));
  await add("should", "hopes", [/characteristics/i, /characteristics/i], async () => {
    await ruth.locator('input[name="weight"]').fill(String(wishes.identity));
    await choose("wish", /similar identity/i);
    await ruth.locator('textarea[name="yes"]').fill("yes");
  });
}

/** Runs a round of everybody with this seed; returns the address of its board. */
export async function runRound(ruth: Page, program: string, seed: number): Promise<string> {
  await ruth.goto(`${program}/rounds/new`);
  await ruth.locator('input[name="who"][value="everyone"]').check();
  await ruth.locator('input[name="seed"]').fill(String(seed));
  await ruth.getByRole("button", { name: "Run the round" }).click();
  await ruth.getByText("Proven: no other set of pairs gives more in total.").waitFor({ timeout: 120_000 });
  return ruth.url();
}

export async function publish(ruth: Page, board: string): Promise<void> {
  await ruth.goto(`${board}/publish`);
  await ruth.getByRole("button", { name: /^Publish and write to/ }).click();
  await ruth
    .getByText(/offers are on their way/)
    .first()
    .waitFor(soon);
}

/** Takes the link of a letter, says that she is an adult, and says yes. */
export async function accept(person: Page, link: string): Promise<void> {
  await person.goto(link);
  await person.getByRole("button").last().click();
  await person.getByRole("button", { name: "Yes, I would like to" }).waitFor(soon);
  await person.getByLabel("I am an adult").check();
  await person.getByRole("button", { name: "Yes, I would like to" }).click();
}
