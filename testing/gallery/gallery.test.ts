/**
 * Every component in a real browser. SCREENSHOTS=folder keeps a picture of each page.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch } from "../chromium.ts";
import { pages, startGallery, type GalleryServer } from "./gallery-server.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const screenshots = process.env["SCREENSHOTS"];
let browser: Browser;
let gallery: GalleryServer;

beforeAll(async () => {
  [browser, gallery] = await Promise.all([launch(), startGallery()]);
});
afterAll(async () => {
  await browser.close();
  await gallery[Symbol.asyncDispose]();
});

async function open(
  at: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[]; close: () => Promise<void> }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  // Refused styles and scripts show up here too.
  page.on("console", (message) => message.type() === "error" && !message.text().includes("503") && complaints.push(message.text()));
  await page.goto(gallery.base + at);
  return { page, complaints, close: () => context.close() };
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe); // not a script tag, which the page's own policy would stop
  return page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as { axe: typeof import("axe-core") };
    const result = await run.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
  });
}

/** What reaches beyond the window's edge, if anything does. */
const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => !element.closest(".tabs")) // which scroll in themselves
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 || element.getBoundingClientRect().left < -1)
      .map((element) => element.outerHTML.slice(0, 120));
  });

/** Links and controls that are too small to press (WCAG 2.2, 2.5.8), those within a sentence aside. */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("a, button, input:not([type=hidden]), select, textarea, summary")]
      .filter((element) => element.checkVisibility() && !element.closest("p"))
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width > 1 && (height < 24 || width < 24);
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );

describe.each(Object.keys(pages))("the %s page", (name) => {
  test.for([
    { width: 320, colorScheme: "light", lang: "en" },
    { width: 320, colorScheme: "dark", lang: "ar" },
    { width: 1280, colorScheme: "dark", lang: "en" },
    { width: 1280, colorScheme: "light", lang: "ar" },
  ] as const)(
    "can be read and used by everyone, $width px, $colorScheme, $lang",
    { timeout: 60_000 },
    async ({ width, colorScheme, lang }) => {
      const { page, complaints, close } = await open(`/${name}?lang=${lang}`, { viewport: { width, height: 900 }, colorScheme });
      await page.evaluate(() => document.fonts.ready);
      if (screenshots)
        await page.screenshot({ path: path.join(screenshots, `${name}-${width}-${colorScheme}-${lang}.png`), fullPage: true });
      expect(await violations(page)).toEqual([]);
      expect(await overflowing(page)).toEqual([]);
      expect(await tooSmall(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    },
  );
});

test.for(Object.keys(pages))("the %s page has no style of its own, which the policy would refuse", async (name) => {
  const html = await (await fetch(`${gallery.base}/${name}`)).text();
  expect(html).toContain("</html>");
  expect(html).not.toMatch(/ style=|<style/u);
});

test("an island shows what the server said, and comes to life", async () => {
  const quiet = await open("/listing", { javaScriptEnabled: false });
  expect(await quiet.page.locator("island-root").textContent()).toBe("Count: 2");
  await quiet.close();
  const { page, complaints, close } = await open("/listing");
  await page.locator("island-root[data-ready] button").click();
  await expect.poll(() => page.locator("island-root output").textContent()).toBe("3");
  expect(complaints).toEqual([]);
  await close();
});

test("two clicks send one form", async () => {
  const { page, close } = await open("/asking");
  const before = gallery.sent.length;
  await page.getByRole("button", { name: "Save and go on" }).first().dblclick();
  await page.waitForLoadState("networkidle");
  expect(gallery.sent.length - before).toBe(1);
  expect(gallery.sent.at(-1)).toContain("key-");
  await close();
});

test("text that could not be sent is there again when its writer comes back, and only then", async () => {
  const { page, close } = await open("/asking");
  const story = page.getByLabel("What would you like to be able to do");
  await story.fill("To stand before a class");
  gallery.answerWith = 503;
  await page.getByRole("button", { name: "Save and go on" }).first().click();
  await page.waitForURL("**/send");
  await page.goto(`${gallery.base}/asking`);
  await expect.poll(() => story.inputValue()).toBe("To stand before a class");
  await expect.poll(() => page.getByRole("status").textContent()).toContain("We kept what you wrote");

  await page.getByRole("button", { name: "Save and go on" }).first().click();
  await page.waitForURL("**/send");
  await page.goto(`${gallery.base}/asking`);
  expect(await story.inputValue()).not.toContain("class");
  await close();
});

test("leaving with unsaved text asks first; leaving without does not", async () => {
  const { page, close } = await open("/asking");
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.goto(`${gallery.base}/asking?again`);
  expect(asked).toEqual([]);
  await page.getByLabel("Your name").pressSequentially("x");
  await page.goto(`${gallery.base}/reading`);
  expect(asked).toEqual(["beforeunload"]);
  await close();
});

test("a dialog opens in place, holds the focus, and gives it back; without scripts its link leads on", async () => {
  const { page, close } = await open("/reading");
  const opener = page.getByRole("link", { name: "End this relationship" });
  await opener.click();
  const dialog = page.getByRole("dialog", { name: "End your mentoring with Jonas?" });
  expect(await dialog.textContent()).toContain("This cannot be undone.");
  expect(await violations(page)).toEqual([]);
  if (screenshots) await page.screenshot({ path: path.join(screenshots, "dialog.png") });
  await dialog.getByRole("link", { name: "Cancel" }).click();
  expect(await dialog.isVisible()).toBe(false);
  expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
  await close();

  const quiet = await open("/reading", { javaScriptEnabled: false });
  await quiet.page.getByRole("link", { name: "End this relationship" }).click();
  expect(new URL(quiet.page.url()).pathname).toBe("/end");
  await quiet.close();
});

test.for([320, 1280])("menus open without scripts, %i px", async (width) => {
  const { page, close } = await open("/listing", { javaScriptEnabled: false, viewport: { width, height: 800 } });
  await page.getByRole("button", { name: "Your account, Ruth Adeyemi" }).click();
  expect(await page.getByRole("button", { name: "Sign out" }).isVisible()).toBe(true);
  if (screenshots) await page.screenshot({ path: path.join(screenshots, `account-menu-${width}.png`) });
  await page.keyboard.press("Escape");
  expect(await page.getByRole("button", { name: "Sign out" }).isVisible()).toBe(false);
  if (width === 320) {
    await page.getByRole("button", { name: /^Menu/ }).click();
    if (screenshots) await page.screenshot({ path: path.join(screenshots, "navigation-320.png") });
  }
  expect(await page.getByRole("link", { name: "Programs", exact: true }).isVisible()).toBe(true);
  await close();
});

test("the keyboard walks the week by arrows, and a choice is sent as its hour", async () => {
  const { page, close } = await open("/asking");
  await page.getByLabel("Wednesday 6:00 PM").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  expect(await page.getByLabel("Thursday 7:00 PM").isChecked()).toBe(false);
  expect(await page.getByLabel("Thursday 7:00 PM").getAttribute("value")).toBe("91");
  await close();
});

test("what is wrong is said first, takes the focus, and leads to its field", async () => {
  const { page, close } = await open("/asking");
  const summary = page.getByRole("alert");
  expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
  await summary.getByRole("link").first().click();
  expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("email");
  expect(await page.getByLabel("Your e-mail").getAttribute("aria-invalid")).toBe("true");
  await close();
});

test("the style is under 12 kB and the script of a page without islands under 3 kB, compressed", () => {
  const [style = 0, script = 0] = ["app/ui/style.css", "app/ui/client.ts"].map(
    (source) => gzipSync(gallery.files.get(gallery.manifest[source]!)!).length,
  );
  expect(style).toBeGreaterThan(1000);
  expect(style).toBeLessThan(12_000);
  expect(script).toBeLessThan(3_000);
});
