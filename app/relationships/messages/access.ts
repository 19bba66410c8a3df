import type { Access } from "../../platform/access.ts";
import { peopleOfTheRelationship } from "../pairs/access.ts";
import { findHeldAnswer, type OneHeldAnswer } from "./hold-answer.ts";

/** In whose name an answer by mail came; as long as she is in the relationship. */
export const whoseAnswerWaits: Access<OneHeldAnswer> = {
  name: "whose answer waits",
  admits: async (ctx, its) => {
    if (!ctx.actor || !(await peopleOfTheRelationship.admits(ctx, its))) return false;
    return (await findHeldAnswer({ ...ctx, actor: ctx.actor }, its)) !== undefined;
  },
};
