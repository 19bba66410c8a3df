import type { ValueProblem } from "./value-problem.ts";

/** What a cell says, or why it cannot be taken. An empty cell is `null`, never a problem. */
export type Parsed<T> = { readonly ok: true; readonly value: T | null } | { readonly ok: false; readonly problem: ValueProblem };

export const taken = <T>(value: T | null): Parsed<T> => ({ ok: true, value });
export const refused = (problem: ValueProblem): { ok: false; problem: ValueProblem } => ({ ok: false, problem });
