/** The link of a letter that asks: it speaks for one person about one asking, without signing in; a button behind it acts. */
import type { App } from "../../platform/context.ts";
import { readSigned, signToken } from "../../platform/signed-token.ts";
import { pairPath } from "../pairs/pair.ts";
import type { Fit, Item, Level } from "./pulse.ts";

export const pulsePurpose = "how it goes";

export interface OnePulse {
  readonly organizationId: string;
  readonly pulseId: string;
}

/** @param chosen an answer that stands there already */
export function pulseLink(
  { settings }: App,
  { organizationId, pulseId }: OnePulse,
  chosen?: { readonly item: Item; readonly level: Level } | { readonly fit: Fit },
): string {
  const query = chosen === undefined ? "" : `?${"fit" in chosen ? `fit=${chosen.fit}` : `${chosen.item}=${chosen.level}`}`;
  return `${settings.publicUrl}/pulse/${signToken(settings, pulsePurpose, [organizationId, pulseId])}${query}`;
}

export function readPulseLink({ settings }: App, token: string): OnePulse | undefined {
  const [organizationId, pulseId] = readSigned(settings, pulsePurpose, token) ?? [];
  return organizationId && pulseId ? { organizationId, pulseId } : undefined;
}

export const pulsePath = (organizationId: string, relationshipId: string): string => `${pairPath(organizationId, relationshipId)}/pulse`;
/** Where she says what she would rather tell somebody than write here. */
export const tellSomebodyPath = (organizationId: string, relationshipId: string): string =>
  `/organizations/${organizationId}/concerns/new?relationship=${relationshipId}`;
