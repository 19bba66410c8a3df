/** What would have to change for somebody who was left out, by the names of things and not their numbers. */
import type { Help } from "../../../packages/matching-engine/index.ts";
import { fieldOf, type ProfileField } from "../criteria/answer-source.ts";
import type { RuleName } from "../criteria/criterion.ts";
import type { RoundSnapshot } from "../rounds/round.ts";

/** `gain`: what the best total would rise by, in the unit of weights; null where the round does not go by it. */
export type HelpPart = { readonly mentorId: string; readonly gain: number | null } & (
  | /** One place more with this mentor; `places` are those she has. */ { readonly kind: "place"; readonly places: number }
  | /** A coordinator forbade the two, and can allow them again. */ { readonly kind: "ban" }
  | /** An exception from one must. */ {
      readonly kind: "rule";
      readonly criterionId: string;
      readonly rule: RuleName;
      readonly field: ProfileField | null;
      readonly label: string;
      /** Steps that she falls short of, for rules about rank; else 1. */
      readonly short: number;
    }
  | /** More hours in common: those of the mentor's that are nearest to hers, as hours of the week in UTC. */ {
      readonly kind: "hours";
      readonly criterionId: string;
      /** How many hours more she would have to have. */
      readonly more: number;
      /** Minutes after Monday 00:00 UTC at which each stretch begins. */
      readonly atMinutes: readonly number[];
    }
);

const minutesInHour = 60;

export function helpParts(found: readonly Help[], { keys, mentorIds, places }: RoundSnapshot): HelpPart[] {
  return found.flatMap((help): HelpPart[] => {
    const base = { mentorId: mentorIds[help.mentor]!, gain: help.gain };
    if (help.kind === "place") return [{ ...base, kind: "place", places: places[help.mentor]! }];
    const key = keys.must[help.rule]!;
    if (typeof key === "string") return key === "forbidden" ? [{ ...base, kind: "ban" }] : [];
    const { id, rule, settings } = key.criterion;
    if (help.kind === "elements") {
      const step = minutesInHour / key.perHour;
      const atMinutes = help.elements.map((element) => element * step);
      return [{ ...base, kind: "hours", criterionId: id, more: help.elements.length / key.perHour, atMinutes }];
    }
    return [
      { ...base, kind: "rule", criterionId: id, rule, field: fieldOf(settings.mentee) ?? null, label: key.labels.mentee, short: help.size },
    ];
  });
}
