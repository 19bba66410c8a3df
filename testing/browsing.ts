/** Somebody's browser without the screen: keeps cookies from page to page, as the real one does. */
import { randomUUID } from "node:crypto";
import type { TestApp } from "./app.ts";

export class Browsing {
  readonly cookies = new Map<string, string>();
  readonly #app: TestApp;
  readonly #headers: Record<string, string>;

  constructor(app: TestApp, headers: Record<string, string> = {}) {
    this.#app = app;
    this.#headers = headers;
  }

  async #request(path: string, init: RequestInit): Promise<Response> {
    const { publicUrl } = this.#app.settings;
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { host: new URL(publicUrl).host, ...this.#headers, ...(cookie && { cookie }), ...(init.headers as object) };
    const response = await this.#app.server.request(new Request(`${publicUrl}${path}`, { ...init, headers }));
    for (const one of response.headers.getSetCookie()) {
      const [pair = "", ...attributes] = one.split("; ");
      const at = pair.indexOf("=");
      if (attributes.includes("Max-Age=0")) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  get(path: string): Promise<Response> {
    return this.#request(path, {});
  }

  post(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    const body = new FormData();
    body.set("formKey", randomUUID());
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return this.#request(path, { method: "POST", body, headers: { origin: this.#app.settings.publicUrl } });
  }

  /** What the page says, after a form that sends on. */
  async textOf(path: string): Promise<string> {
    return (await this.get(path)).text();
  }
}
