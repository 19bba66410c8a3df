import { Conflict } from "../../platform/errors.ts";
import { changeWords } from "./changes.messages.ts";
import type { Relationship } from "./find-life.ts";

/** A break, the last day and the end of a group concern all of it: its mentor decides, or a coordinator. Elsewhere each of them can. */
export const decidesForAll = ({ format, people }: Pick<Relationship, "format" | "people">, personId: string): boolean =>
  format !== "group" || !people.some((one) => one.personId === personId && one.role === "mentee");

export function mustDecideForAll(relationship: Relationship, personId: string): void {
  if (!decidesForAll(relationship, personId)) throw new Conflict((language) => changeWords(language).mentorDecides);
}
