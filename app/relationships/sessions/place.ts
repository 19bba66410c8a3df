/** Where a session is. Pure. */
import type { PlaceKind } from "./session.ts";

export interface Place {
  readonly placeKind: PlaceKind;
  /** A link, a number, a place; of a room its name, which nobody guesses. */
  readonly place: string;
}

/** What can be opened with a click, where it can. */
export function placeHref({ placeKind, place }: Place, jitsiUrl: string | undefined): string | undefined {
  if (placeKind === "link") return place;
  if (placeKind === "room" && jitsiUrl !== undefined) return `${jitsiUrl.replace(/\/$/, "")}/${place}`;
  return undefined;
}

/** As it stands in a calendar or a letter. */
export const placeText = (its: Place, jitsiUrl: string | undefined): string => placeHref(its, jitsiUrl) ?? its.place;

/** A meeting's own address: https and nothing else, since it is shown as a link to others. */
export function isMeetingLink(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && url.protocol === "https:" && url.hostname.includes(".") && url.username === "" && url.password === "";
}
