/** Whoever sets an installation up shows that she can read what its server prints. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { type App, asSystem } from "../../platform/context.ts";
import { isSetUp } from "./is-set-up.ts";

/** The same on every server of one installation, and after a restart: it comes from their secret, and is kept nowhere. */
const tokenOf = (app: App): string =>
  createHmac("sha256", app.settings.secret).update("the set-up of this installation").digest("base64url").slice(0, 32);

/** What the server prints at its start; undefined once somebody has used it. */
export const makeSetUpToken = async (app: App): Promise<string | undefined> => ((await asSystem(app, isSetUp)) ? undefined : tokenOf(app));

export function isSetUpToken(app: App, given: string): boolean {
  const right = Buffer.from(tokenOf(app));
  const shown = Buffer.from(given.trim());
  return shown.length === right.length && timingSafeEqual(shown, right);
}
