/**
 * A story: the whole application on a fresh database, listening on a real port, with its jobs at work, and people with browsers.
 *
 *     await using story = await tellStory();
 *     const ruth = await story.person("Ruth");
 *     await ruth.goto("/");
 *     await story.look(ruth, "the first page");   // axe, and nothing wider than the screen
 */
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import type { Settings } from "../app/platform/settings/settings.ts";
import { createServer } from "../app/understory.ts";
import { testApp, type TestApp } from "./app.ts";
import { launch } from "./chromium.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** In the daily run each page is looked at in one of these, in turn; a drill asks for all of them. */
const looks = [
  { width: 320, scheme: "light", language: "en" },
  { width: 1280, scheme: "dark", language: "ar" },
  { width: 320, scheme: "dark", language: "es" },
  { width: 1280, scheme: "light", language: "en" },
  { width: 320, scheme: "light", language: "ar" },
  { width: 1280, scheme: "dark", language: "en" },
  { width: 320, scheme: "dark", language: "ar" },
  { width: 1280, scheme: "light", language: "es" },
  { width: 320, scheme: "dark", language: "en" },
  { width: 1280, scheme: "light", language: "ar" },
  { width: 320, scheme: "light", language: "es" },
  { width: 1280, scheme: "dark", language: "es" },
] as const;

export interface Story extends AsyncDisposable {
  readonly app: TestApp;
  readonly url: string;
  /** Somebody with a browser of her own. */
  person(name: string, options?: BrowserContextOptions): Promise<Page>;
  /** Holds the page that is open against the accessibility rules, and leaves it as it was. */
  look(page: Page, name: string): Promise<void>;
  /** What scripts complained about; a story ends with an empty list. */
  readonly complaints: readonly string[];
}

export async function tellStory(options: { settings?: Partial<Settings>; withoutScripts?: boolean } = {}): Promise<Story> {
  const cleanUp = new AsyncDisposableStack();
  // The port must be known before the application is made, for the links in its letters.
  const server = serve({ fetch: (request: Request, env: unknown) => handle(request, env), port: 0, hostname: "127.0.0.1" });
  let handle: (request: Request, env: unknown) => Response | Promise<Response> = () => new Response("not yet", { status: 503 });
  await new Promise<void>((resolve) => (server.listening ? resolve() : server.once("listening", resolve)));
  cleanUp.defer(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const app = cleanUp.use(await testApp({ settings: { ...options.settings, publicUrl: url }, withWorkers: true }));
  const web = createServer(app);
  handle = (request, env) => web.fetch(request, env);

  const browser: Browser = await launch();
  cleanUp.defer(() => browser.close());
  const complaints: string[] = [];
  const contexts: BrowserContext[] = [];
  let turn = 0;

  return {
    app,
    url,
    complaints,
    async person(name, contextOptions = {}) {
      const context = await browser.newContext({ baseURL: url, locale: "en-GB", ...contextOptions });
      context.setDefaultTimeout(60_000);
      contexts.push(context);
      const page = await context.newPage();
      page.on("pageerror", (error) => complaints.push(`${name} at ${page.url()}: ${error.message}`));
      page.on("console", (message) => {
        // A refused form is answered with 4xx on purpose, and the browser logs that.
        if (message.type() === "error" && !/status of 4\d\d/.test(message.text()))
          complaints.push(`${name} at ${page.url()}: ${message.text()}`);
      });
      return page;
    },
    async look(page, name) {
      // Without scripts the pages are the same, and have been looked at with them.
      if (options.withoutScripts) return;
      const all = process.env["LOOKS"] === "all" ? looks : [looks[turn++ % looks.length]!];
      for (const look of all) await lookAs(page, name, look);
    },
    async [Symbol.asyncDispose]() {
      for (const context of contexts) await context.close();
      await cleanUp.disposeAsync();
    },
  };
}

/** In a second tab of the same person, so that nothing typed is lost in the first. */
async function lookAs(page: Page, name: string, look: (typeof looks)[number]): Promise<void> {
  const { width, scheme, language } = look;
  const before = await page.context().cookies();
  const tab = await page.context().newPage();
  try {
    await tab.setViewportSize({ width, height: 800 });
    await tab.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    const address = new URL(page.url());
    address.searchParams.set("lang", language);
    await tab.goto(address.href);
    const what = `${name} (${page.url()}) at ${width} px, ${scheme}, ${language}`;
    expect(await violations(tab), what).toEqual([]);
    const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, `${what} is wider than the screen by`).toBeLessThanOrEqual(0);
    if (process.env["PICTURES"]) {
      mkdirSync(process.env["PICTURES"], { recursive: true });
      await tab.screenshot({
        path: `${process.env["PICTURES"]}/${name.replaceAll(/\W+/g, "-")}-${width}-${scheme}-${language}.png`,
        fullPage: true,
      });
    }
  } finally {
    await tab.close();
    // Looking in another language is no choice of hers.
    await page.context().clearCookies();
    await page.context().addCookies(before);
  }
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe); // evaluate, not addScriptTag: works under the page's own security policy
  return page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as { axe: typeof import("axe-core") };
    const result = await run.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
  });
}
