/**
 * Takes the pictures of the main pages for the documentation, from the demo, on a phone and on a desktop: `npm run screenshots`.
 * It starts an installation of its own and leaves nothing behind but `docs/pictures/`.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Transformer } from "@napi-rs/image";
import type { Page } from "playwright-core";
import { launch } from "../testing/chromium.ts";

const into = path.resolve("docs/pictures");
const port = 39147;
const url = `http://127.0.0.1:${port}`;
const widths = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 860 } } as const;
const mostBytes = 3_000_000;

interface Picture {
  readonly name: string;
  /** Whom to be; nobody without it. */
  readonly as?: string;
  readonly go: (page: Page) => Promise<unknown>;
  /** Of the desktop's picture, where what matters is further down. */
  readonly height?: number;
}

/** Follows the first link on the page whose address or text fits. */
async function follow(page: Page, where: { href?: RegExp; text?: RegExp }): Promise<void> {
  for (const link of await page.locator("main a, nav a").all()) {
    const href = (await link.getAttribute("href")) ?? "";
    const text = (await link.textContent()) ?? "";
    if ((where.href?.test(href) ?? true) && (where.text?.test(text) ?? true)) return void (await page.goto(new URL(href, page.url()).href));
  }
  throw new Error(`there is no link ${where.href ?? ""} ${where.text ?? ""} on ${page.url()}`);
}

async function toProgram(page: Page, name: RegExp): Promise<string> {
  await page.goto("/");
  await follow(page, { href: /\/programs\/[0-9a-f-]{36}$/, text: name });
  return page.url();
}

async function toBoard(page: Page, program: string): Promise<void> {
  await page.goto(`${program}/rounds`);
  // The first round: all of its pairs have answered.
  const links = page.locator("main a");
  const addresses = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  await page.goto(addresses.findLast((address) => /\/rounds\/[0-9a-f-]{36}$/.test(address))!);
}

/** Other weights on a round that waits for its coordinator; the first slider is moved down. */
async function toWhatIf(page: Page): Promise<void> {
  await toBoard(page, await toProgram(page, /Second Wind/));
  await page.goto(`${page.url().split("?")[0]!}/what-if`);
  await page.locator("island-root[data-ready]").waitFor();
  await page.locator("input[type=range]").first().focus();
  await page.keyboard.press("Home");
  await page
    .locator("main")
    .getByText(/another mentor/)
    .waitFor();
}

async function toFairness(page: Page): Promise<void> {
  await toBoard(page, await toProgram(page, /First Steps/));
  await page.goto(`${page.url().split("?")[0]!}/fairness`);
}

async function fromMyPage(page: Page, href: RegExp): Promise<void> {
  await page.goto("/");
  await follow(page, { href });
}

const toPair = (page: Page): Promise<void> => fromMyPage(page, /\/relationships\/[0-9a-f-]{36}$/);

async function toPart(page: Page, part: string): Promise<void> {
  await toPair(page);
  await page.goto(`${page.url()}/${part}`);
}

async function toGoal(page: Page): Promise<void> {
  await toPart(page, "goals");
  await follow(page, { href: /\/goals\/[0-9a-f-]{36}$/ });
}

/** Where somebody sent a picture. */
async function toMessages(page: Page): Promise<void> {
  await toPart(page, "messages");
  // By itself it goes to what is new.
  await page.locator("island-root[data-ready]").first().waitFor();
  await page
    .locator("main img")
    .last()
    .evaluate((picture) => picture.scrollIntoView({ block: "center" }));
}

async function toThanks(page: Page): Promise<void> {
  await fromMyPage(page, /\/closure$/);
  await follow(page, { href: /\/thanks$/ });
}

/** What a coordinator sees of a relationship whose two sides see it differently. */
async function toSupport(page: Page): Promise<void> {
  await fromMyPage(page, /\/today$/);
  await page.goto(`${page.url()}?q=Anjali`);
  await follow(page, { href: /\/relationships\// });
  await page
    .locator("main h2")
    .filter({ hasText: /How they say it goes/ })
    .evaluate((heading) => heading.scrollIntoView({ block: "start" }));
}

/** A spreadsheet as people have it, as far as the question what its columns mean. */
async function toColumns(page: Page): Promise<void> {
  const program = await toProgram(page, /Second Wind/);
  await page.goto(`${program}/imports/new?role=mentor`);
  const lines = [
    "First name;Last name;E-mail address;Spoken languages;Grade;Can help with;Places",
    "Inés;Carrasco;ines@autumn-intake.example;Spanish, English;Grade 7;grant writing, statistics;2",
    "Tariq;Haddad;tariq@autumn-intake.example;Arabic, English;SEO;public speaking;1",
    "Yuki;Tanaka;yuki@autumn-intake.example;Japanese, English;Grade 6;design, teaching;1",
  ];
  const buffer = Buffer.from(lines.join("\r\n"));
  await page.locator('input[type="file"]').setInputFiles({ name: "autumn-intake.csv", mimeType: "text/csv", buffer });
  await page.locator("main form button").last().click();
  await page.locator(".column-to-map").first().waitFor({ timeout: 30_000 });
}

const coordinator = "Ruth Abernathy";
const pictures: readonly Picture[] = [
  { name: "demo", go: (page) => page.goto("/demo") },
  { name: "program", as: coordinator, height: 1500, go: (page) => toProgram(page, /First Steps/) },
  { name: "people", as: coordinator, height: 1100, go: async (page) => page.goto(`${await toProgram(page, /First Steps/)}/participants`) },
  { name: "criteria", as: coordinator, height: 1300, go: async (page) => page.goto(`${await toProgram(page, /First Steps/)}/criteria`) },
  { name: "board", as: coordinator, height: 1500, go: async (page) => toBoard(page, await toProgram(page, /First Steps/)) },
  { name: "modes", as: coordinator, height: 1250, go: async (page) => page.goto(`${await toProgram(page, /First Steps/)}/matching`) },
  { name: "directory", as: "Elif Demir", height: 1250, go: (page) => fromMyPage(page, /\/mentors$/) },
  { name: "what-if", as: "Cora Whitfield", height: 1250, go: toWhatIf },
  { name: "fairness", as: coordinator, height: 1500, go: toFairness },
  { name: "offers", as: coordinator, go: async (page) => page.goto(`${await toProgram(page, /First Steps/)}/offers?state=accepted`) },
  { name: "columns", as: "Cora Whitfield", go: toColumns },
  { name: "my-page", as: "Jonas Lindqvist", go: (page) => page.goto("/") },
  { name: "offer", as: "Maya Okafor", go: (page) => fromMyPage(page, /\/offers\//) },
  { name: "pair", as: "Nomvula Sithole", height: 1250, go: toPair },
  { name: "messages", as: "Nomvula Sithole", height: 1150, go: toMessages },
  { name: "sessions", as: "Nomvula Sithole", height: 1100, go: (page) => toPart(page, "sessions") },
  { name: "goal", as: "Nomvula Sithole", height: 1500, go: toGoal },
  { name: "today", as: coordinator, height: 1250, go: (page) => fromMyPage(page, /\/today$/) },
  { name: "support", as: coordinator, height: 1500, go: toSupport },
  { name: "closure", as: "لبنى الحسيني", height: 1250, go: (page) => toPart(page, "closure") },
  { name: "thanks", as: "Gulnara Bekova", height: 1100, go: toThanks },
];

async function become(page: Page, name: string): Promise<void> {
  await page.goto(`/demo?q=${encodeURIComponent(name)}`);
  await page
    .getByRole("button", { name: new RegExp(name) })
    .first()
    .click();
  await page.waitForURL((at) => at.pathname !== "/demo");
}

const dataDir = mkdtempSync(path.join(os.tmpdir(), "understory-pictures-"));
const server = spawn(process.execPath, ["--enable-source-maps", "dist/main.js", "demo"], {
  stdio: ["ignore", "ignore", "inherit"],
  env: { PATH: process.env["PATH"], HOME: process.env["HOME"], DATA_DIR: dataDir, PORT: String(port) },
});
const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
const browser = await launch();
try {
  const until = Date.now() + 300_000;
  while (
    !(await fetch(`${url}/demo`).then(
      async (answer) => answer.ok && (await answer.text()).includes(coordinator),
      () => false,
    ))
  ) {
    if (Date.now() > until) throw new Error("the demo is not there after five minutes");
    await sleep(500);
  }
  mkdirSync(into, { recursive: true });
  let bytes = 0;
  for (const { name, as, go, height } of pictures) {
    for (const [device, screen] of Object.entries(widths)) {
      const viewport = device === "desktop" && height ? { ...screen, height } : screen;
      const context = await browser.newContext({
        baseURL: url,
        viewport,
        locale: "en-GB",
        timezoneId: "Europe/Madrid",
        colorScheme: "light",
        reducedMotion: "reduce",
      });
      const page = await context.newPage();
      if (as) await become(page, as);
      await go(page);
      await page.evaluate(() => document.fonts.ready);
      const file = path.join(into, `${name}-${device}.webp`);
      writeFileSync(file, await new Transformer(await page.screenshot()).webp(82));
      bytes += statSync(file).size;
      await context.close();
    }
    console.log(`${name}: taken`);
  }
  console.log(`${pictures.length * 2} pictures, ${Math.round(bytes / 1000)} kB`);
  if (bytes > mostBytes) throw new Error(`the pictures are ${bytes} bytes, and ${mostBytes} are the most`);
} finally {
  await browser.close();
  server.kill("SIGTERM");
  await ended;
  rmSync(dataDir, { recursive: true, force: true });
}
