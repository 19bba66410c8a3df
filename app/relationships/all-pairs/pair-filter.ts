/** What narrows and orders the list of a program's relationships, as it stands in an address. Pure. */
import { isId } from "../../platform/identifiers.ts";
import type { LifeState } from "../life/life.ts";

/** Unless one of these is asked for, all that go on are listed. */
export const listedStates = ["active", "paused", "closing", "concluded", "all"] as const satisfies readonly (LifeState | "all")[];
export type ListedState = (typeof listedStates)[number];

/** Without contact for so many days at least; or never in touch at all. */
export const silences = ["14", "30", "90", "never"] as const;
export type Silence = (typeof silences)[number];

/** Instead of a coordinator: those that nobody looks after. */
export const nobody = "nobody";

export interface PairFilter {
  readonly state?: ListedState | undefined;
  /** A coordinator's id, or `nobody`. */
  readonly owner?: string | undefined;
  readonly silence?: Silence | undefined;
  /** In the name of one of its people. */
  readonly search?: string | undefined;
}

export function readPairFilter(query: URLSearchParams): PairFilter {
  const state = listedStates.find((one) => one === query.get("state"));
  const silence = silences.find((one) => one === query.get("silence"));
  const owner = query.get("owner") ?? "";
  const search = (query.get("q") ?? "").replaceAll("\0", "").trim().slice(0, 200);
  return {
    ...(state && { state }),
    ...((isId(owner) || owner === nobody) && { owner }),
    ...(silence && { silence }),
    ...(search !== "" && { search }),
  };
}

/** The same as a part of an address. */
export function pairFilterQuery({ state, owner, silence, search }: PairFilter): Record<string, string> {
  return { ...(state && { state }), ...(owner && { owner }), ...(silence && { silence }), ...(search && { q: search }) };
}

export const pairSorts = ["name", "begun", "contact", "sessions"] as const;
export type PairSort = (typeof pairSorts)[number];

export interface PairOrder {
  readonly sort: PairSort;
  readonly isDescending: boolean;
}

export const readPairOrder = (query: URLSearchParams): PairOrder => ({
  sort: pairSorts.find((one) => one === query.get("sort")) ?? "name",
  isDescending: query.has("down"),
});
