/** One request, as pages, forms, files and streams need it. */
import type { Context as HonoContext } from "hono";
import { languageCookie, parseCookies } from "../cookies.ts";
import { isLanguage, type Language, negotiateLanguage } from "../i18n.ts";

export interface Asked {
  readonly c: HonoContext;
  readonly url: URL;
  readonly cookies: ReadonlyMap<string, string>;
  readonly language: Language;
  /** Chosen by the reader on this device, not guessed from her browser. */
  readonly isLanguageChosen: boolean;
  readonly params: Readonly<Record<string, string>>;
}

export function readAsked(c: HonoContext): Asked {
  const url = new URL(c.req.url);
  const cookies = parseCookies(c.req.header("cookie"));
  const chosen = [url.searchParams.get("lang"), cookies.get(languageCookie)].find(isLanguage);
  const language = chosen ?? negotiateLanguage(c.req.header("accept-language")) ?? "en";
  return { c, url, cookies, language, isLanguageChosen: chosen !== undefined, params: c.req.param() };
}

export const remoteAddress = (c: HonoContext): string =>
  (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress ?? "";
