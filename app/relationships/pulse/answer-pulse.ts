import { z } from "zod";
import type { Context } from "../../platform/context.ts";
import { Conflict, Invalid } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { formWords } from "../../platform/form.messages.ts";
import { checkbox, optionalText } from "../../platform/form-fields.ts";
import { seal } from "../../platform/sealing.ts";
import { lockRelationship } from "../life/find-life.ts";
import { mustBeOpen, personOf } from "../sessions/may-plan.ts";
import { type Asking, commentPlace, findAsking } from "./find-asking.ts";
import type { OnePulse } from "./pulse-links.ts";
import { canAnswer, fits, type Item, items, levelOf, levels, longestComment } from "./pulse.ts";
import { pulseWords } from "./pulse.messages.ts";

const oneOf = <const T extends string>(options: readonly T[]) =>
  z.preprocess((value) => {
    const said = Array.isArray(value) ? value[0] : value;
    return options.includes(said as T) ? said : undefined;
  }, z.custom<T | undefined>().optional());
const level = () => oneOf(["1", "2", "3", "4", "5"]).transform((said) => levels.find((one) => String(one) === said));

export const PulseAnswer = z.object({
  fit: oneOf(fits),
  heard: level(),
  trust: level(),
  useful: level(),
  challenged: level(),
  onTrack: level(),
  comment: optionalText(longestComment),
  skip: checkbox(),
});
export type PulseAnswer = z.output<typeof PulseAnswer>;

/** What she says of how it goes, or that she would rather not say now. Said again, it takes the place of what she said before. */
export async function answerPulse(ctx: Context, its: OnePulse, by: string, answer: PulseAnswer): Promise<Asking> {
  const asking = await findAsking(ctx, its);
  const { organizationId, relationshipId, id: pulseId } = asking;
  const relationship = await lockRelationship(ctx, { organizationId, relationshipId });
  mustBeOpen(relationship);
  personOf(relationship, by);
  if (asking.personId !== by || !canAnswer(asking, ctx.now)) throw new Conflict((language) => pulseWords(language).tooLate);
  if (answer.skip) {
    // What was said stays said.
    if (asking.answeredAt === null) await write(ctx, its, { skipped_at: ctx.now });
    return findAsking(ctx, its);
  }
  const said = asking.kind === "fit" ? answer.fit : levelOf(Object.fromEntries(items.map((item) => [item, answer[item]])));
  if (said === undefined)
    throw new Invalid({ [asking.kind === "fit" ? "fit" : ("heard" satisfies Item)]: (language) => formWords(language).choose });
  const comment = answer.comment === "" ? null : seal(ctx.app.settings, commentPlace(organizationId, pulseId), answer.comment);
  await write(ctx, its, {
    answered_at: ctx.now,
    skipped_at: null,
    comment,
    ...(asking.kind === "fit"
      ? { fit: answer.fit ?? null }
      : {
          heard: answer.heard ?? null,
          trust: answer.trust ?? null,
          useful: answer.useful ?? null,
          challenged: answer.challenged ?? null,
          on_track: answer.onTrack ?? null,
        }),
  });
  await announce(ctx, asking.kind === "fit" ? "fit.given" : "pulse.given", { organizationId, relationshipId, pulseId });
  return findAsking(ctx, its);
}

interface Written {
  answered_at?: Date;
  skipped_at: Date | null;
  comment?: Buffer | null;
  fit?: (typeof fits)[number] | null;
  heard?: number | null;
  trust?: number | null;
  useful?: number | null;
  challenged?: number | null;
  on_track?: number | null;
}

const write = (ctx: Context, { organizationId, pulseId }: OnePulse, values: Written) =>
  ctx.db.updateTable("pulse").set(values).where("organization_id", "=", organizationId).where("id", "=", pulseId).execute();
