/** A choice: whom somebody would like, in her order. Pure. */
import type { ParticipantRole } from "../../networks/enrollment/participant.ts";
import { hasDirectory, type MatchingMode } from "../modes/mode.ts";

/** A mentor ranks no more mentees than this, however many ask. */
const mostChoicesOfMentor = 20;

export const otherRole = (role: ParticipantRole): ParticipantRole => (role === "mentee" ? "mentor" : "mentee");

/** Whether somebody in this role sees the directory of the others, and says whom she would like. */
export const mayChoose = (mode: MatchingMode, role: ParticipantRole): boolean =>
  role === "mentee" ? hasDirectory(mode) : mode.mentorsRank;

export const mostChoices = (mode: MatchingMode, role: ParticipantRole): number =>
  role === "mentee" ? mode.menteeChoices : mostChoicesOfMentor;

/** The list with this one at this rank, from 1; whoever stood there before moves down. Beyond either end is at the end. */
export function ranked(ids: readonly string[], id: string, rank: number): string[] {
  const others = ids.filter((each) => each !== id);
  const at = Math.min(Math.max(1, rank), others.length + 1) - 1;
  return [...others.slice(0, at), id, ...others.slice(at)];
}
