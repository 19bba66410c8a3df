/** Requests as no browser makes them: any method, any body, any header. */
import { startSession } from "../../app/people/accounts/start-session.ts";
import type { TestApp } from "../app.ts";

export const urlencoded = { "content-type": "application/x-www-form-urlencoded" } as const;

export async function cookieOf(app: TestApp, personId: string): Promise<string> {
  return (await startSession(app, personId)).map((cookie) => cookie.split(";")[0]).join("; ");
}

export async function send(app: TestApp, path: string, init: RequestInit & { duplex?: "half" } = {}): Promise<Response> {
  const { publicUrl } = app.settings;
  const headers = { host: new URL(publicUrl).host, origin: publicUrl, ...(init.headers as Record<string, string>) };
  return app.server.request(new Request(publicUrl + path, { ...init, headers }));
}
