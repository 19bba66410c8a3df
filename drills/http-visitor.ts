/** Somebody who uses the pages as a browser without scripts does: reads forms, fills them in, sends them, keeps cookies. */
import { setTimeout as sleep } from "node:timers/promises";

export interface FilledForm {
  readonly action: string;
  /** Name → values, as a browser would send them. */
  readonly fields: Map<string, (string | File)[]>;
}

export interface Answered {
  readonly status: number;
  /** Where the answer sends to; undefined where it is a page. */
  readonly location: string | undefined;
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const decode = (text: string): string => text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name]!);

/** The attributes of one tag, as our own server writes them: double quotes, or none. */
function attributesOf(tag: string): Map<string, string> {
  const all = new Map<string, string>();
  for (const [, name = "", value] of tag.matchAll(/\s([\w:-]+)(?:="([^"]*)")?/g)) all.set(name, decode(value ?? ""));
  return all;
}

function fieldsOf(form: string): Map<string, (string | File)[]> {
  const fields = new Map<string, (string | File)[]>();
  const add = (name: string | undefined, value: string): void => {
    if (name) fields.set(name, [...(fields.get(name) ?? []), value]);
  };
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const attributes = attributesOf(tag);
    const type = attributes.get("type") ?? "text";
    if (attributes.has("disabled") || type === "file") continue;
    if ((type === "radio" || type === "checkbox") && !attributes.has("checked")) continue;
    add(attributes.get("name"), attributes.get("value") ?? "");
  }
  for (const [, open = "", content = ""] of form.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g))
    add(attributesOf(open).get("name"), decode(content));
  for (const [, open = "", content = ""] of form.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const options = [...content.matchAll(/<option\b([^>]*)>/g)].map(([, option = ""]) => attributesOf(option));
    const chosen = options.find((option) => option.has("selected")) ?? options[0];
    if (chosen) add(attributesOf(open).get("name"), chosen.get("value") ?? "");
  }
  return fields;
}

/** Every form of a page that is sent (not those that search). */
export const formsOf = (html: string): FilledForm[] =>
  [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .map(([, open = "", content = ""]) => ({ attributes: attributesOf(open), content }))
    .filter(({ attributes }) => attributes.get("method") === "post")
    .map(({ attributes, content }) => ({ action: attributes.get("action") ?? "", fields: fieldsOf(content) }));

/** The form of this act, or the one that has this field or goes to this address, with some of its fields filled in. */
export function fill(
  html: string,
  which: { act: string } | { field: string } | { action: string },
  values: Readonly<Record<string, string | File>>,
): FilledForm {
  const wanted = (form: FilledForm): boolean => {
    if ("act" in which) return form.fields.get("act")?.[0] === which.act;
    return "field" in which ? form.fields.has(which.field) : form.action === which.action;
  };
  const form = formsOf(html).find(wanted);
  if (!form) throw new Error(`there is no such form (${JSON.stringify(which)}) on: ${plainText(html).slice(0, 600)}`);
  for (const [name, value] of Object.entries(values)) form.fields.set(name, [value]);
  return form;
}

export const plainText = (html: string): string =>
  decode(html.replaceAll(/<(script|style|head)\b[\s\S]*?<\/\1>/g, " ").replaceAll(/<[^>]+>/g, " "))
    .replaceAll(/\s+/g, " ")
    .trim();

export class HttpVisitor {
  readonly origin: string;
  readonly #cookies = new Map<string, string>();

  constructor(origin: string) {
    this.origin = origin;
  }

  /** The cookies as a header, for tools that load pages by themselves. */
  get cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async #request(path: string, init: RequestInit): Promise<Answered> {
    const headers = { ...(init.headers as Record<string, string>), cookie: this.cookieHeader, "accept-language": "en" };
    const response = await fetch(new URL(path, this.origin), {
      ...init,
      headers,
      redirect: "manual",
      signal: AbortSignal.timeout(60_000),
    });
    for (const one of response.headers.getSetCookie()) {
      const [pair = "", ...attributes] = one.split("; ");
      const at = pair.indexOf("=");
      if (attributes.includes("Max-Age=0")) this.#cookies.delete(pair.slice(0, at));
      else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return { status: response.status, location: response.headers.get("location") ?? undefined, text: await response.text() };
  }

  /** The page at this address, wherever it sends to. */
  async open(path: string): Promise<string> {
    for (let hops = 0, at = path; hops < 5; hops++) {
      const { status, location, text } = await this.#request(at, {});
      if (location !== undefined) at = location;
      else if (status === 200) return text;
      else throw new Error(`${at} answered ${status}: ${plainText(text).slice(0, 300)}`);
    }
    throw new Error(`${path} sends in circles`);
  }

  /** Looks again until the page holds what is waited for. */
  async openUntil(path: string, holds: (html: string) => boolean, limitMs = 60_000): Promise<string> {
    const until = Date.now() + limitMs;
    for (;;) {
      const html = await this.open(path);
      if (holds(html)) return html;
      if (Date.now() > until) throw new Error(`${path} does not come to it: ${plainText(html).slice(0, 600)}`);
      await sleep(60);
    }
  }

  send({ action, fields }: FilledForm): Promise<Answered> {
    const body = new FormData();
    for (const [name, values] of fields) for (const value of values) body.append(name, value);
    return this.#request(action, { method: "POST", body, headers: { origin: this.origin } });
  }

  /** Sends, and expects to be sent on. */
  async submit(form: FilledForm): Promise<string> {
    const { status, location, text } = await this.send(form);
    if (location === undefined) throw new Error(`the form of ${form.action} was answered with ${status}: ${plainText(text).slice(0, 600)}`);
    return location;
  }
}
