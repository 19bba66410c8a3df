/** From the press of a button in one browser until the words stand on the screen of the other. */
import type { BrowserContext, Page } from "playwright-core";
import type { Conversation, Writer } from "../../drills/messages/conversations.ts";
import { launch } from "../../testing/chromium.ts";

export async function betweenBrowsers(url: string, { path, writers }: Conversation, times: number): Promise<number[]> {
  const browser = await launch();
  try {
    const open = async (writer: Writer): Promise<Page> => {
      const context: BrowserContext = await browser.newContext({ baseURL: url });
      const [name = "", value = ""] = writer.cookie.split(/=(.*)/u);
      await context.addCookies([{ name, value, url: url.replace("http:", "https:"), secure: true, httpOnly: true }]);
      const page = await context.newPage();
      await page.goto(path);
      await page.locator("island-root[data-ready]").waitFor();
      return page;
    };
    const [from, to] = [await open(writers[0]), await open(writers[1])];
    await to.evaluate(() => {
      const seen: Record<string, number> = {};
      Object.assign(globalThis, { seen });
      new MutationObserver(() => {
        const words = [...document.querySelectorAll(".message .message-text")].at(-1)?.textContent ?? "";
        seen[words] ??= Date.now();
      }).observe(document.querySelector(".conversation")!, { subtree: true, childList: true, characterData: true });
    });
    const ways: number[] = [];
    for (let count = 0; count < times; count++) {
      const words = `Message ${count} of this morning`;
      await from.getByLabel("Your message").fill(words);
      const sentAt = await from.evaluate(() => {
        const at = Date.now();
        document.querySelector<HTMLButtonElement>("#send button")!.click();
        return at;
      });
      const seenAt = await to.waitForFunction((wanted) => (globalThis as unknown as { seen: Record<string, number> }).seen[wanted], words);
      ways.push(((await seenAt.jsonValue()) ?? 0) - sentAt);
    }
    return ways.toSorted((a, b) => a - b);
  } finally {
    await browser.close();
  }
}
