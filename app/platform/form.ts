/** What a page is sent: its shape, what is done with it, and what comes back when it cannot be done. */
import type { z } from "zod";
import type { Context } from "./context.ts";
import type { Conflict, Invalid, NotAllowed } from "./errors.ts";
import type { Visit } from "./page.ts";

/** Where to go after a form was answered, and what to say there. */
export interface Answer {
  readonly to?: string;
  /** One sentence for the next page: "The program is saved." */
  readonly notice?: string;
  readonly cookies?: readonly string[];
  /**
   * The answer is no, and yet what was written stays: a wrong password counts against its limit. (What is thrown takes
   * everything back.) For repeatable forms only, since no other answer is kept.
   */
  readonly refusal?: Conflict | Invalid | NotAllowed;
}

export interface Form<P = never, C = never> {
  readonly shape: z.ZodType;
  readonly answer: (ctx: C, params: P, values: never, visit: Visit) => Promise<Answer | void>;
  /** Sign-in and the like: its answer sets a cookie, so that it cannot be kept for a second click; doing it twice is harmless. */
  readonly isRepeatable: boolean;
}

/** `form(SessionPlan, (ctx, { relationshipId }, plan) => scheduleSession(ctx, relationshipId, plan))` */
export function form<S extends z.ZodType, C extends Context, P>(
  shape: S,
  answer: (ctx: C, params: P, values: z.output<S>, visit: Visit) => Promise<Answer | void>,
  options: { isRepeatable?: boolean } = {},
): Form<P, C> {
  return { shape, answer, isRepeatable: options.isRepeatable ?? false };
}

/** What was sent and could not be done, as `<Form>` shows it again. */
export interface Refused {
  /** Field name → sentence; the empty name is the whole form. */
  readonly errors: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, readonly string[]>>;
}
