/** Links in letters that speak for one person about one thing, without signing in; a button behind them acts. */
import type { App } from "../../platform/context.ts";
import { readSigned, signToken } from "../../platform/signed-token.ts";
import type { Answer } from "./session.ts";

const purposes = { told: "how a session went", times: "which time suits" } as const;
type Purpose = keyof typeof purposes;

export interface Spoken {
  readonly organizationId: string;
  /** Of the session, or the proposal. */
  readonly aboutId: string;
  readonly personId: string;
}

export function linkFor({ settings }: App, purpose: Purpose, { organizationId, aboutId, personId }: Spoken): string {
  return `${settings.publicUrl}/sessions/${purpose}/${signToken(settings, purposes[purpose], [organizationId, aboutId, personId])}`;
}

export const outcomeLink = (app: App, spoken: Spoken, outcome: Answer): string => `${linkFor(app, "told", spoken)}?outcome=${outcome}`;

export function readLink({ settings }: App, purpose: Purpose, token: string): Spoken | undefined {
  const [organizationId, aboutId, personId] = readSigned(settings, purposes[purpose], token) ?? [];
  return organizationId && aboutId && personId ? { organizationId, aboutId, personId } : undefined;
}
