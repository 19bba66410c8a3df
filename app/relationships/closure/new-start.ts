/** Somebody asks her coordinator for a start with somebody else: without blame, and unseen by the other. Pure. */
export const newStartReasons = ["time", "topic", "distance", "style", "silence", "unwell", "other"] as const;
export type NewStartReason = (typeof newStartReasons)[number];
/** `talking`: the coordinator would like to talk first. */
export type NewStartState = "open" | "talking" | "agreed" | "declined" | "withdrawn";
export const isWaiting = (state: NewStartState): boolean => state === "open" || state === "talking";
