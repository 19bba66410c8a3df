/** What the form of a new round says beside its objective. */
import { z } from "zod";
import { Invalid } from "../../platform/errors.ts";
import { choice, optionalText, optionalWholeNumber } from "../../platform/form-fields.ts";
import { objectiveWords } from "./objectives.messages.ts";
import { type RoundObjective, roundObjectives } from "./round.ts";
import { companies, defaultBand, defaultPrice, fairRules, nearTieDraws, type RoundSettings } from "./round-settings.ts";

export const mostChoices = 20;
export const mostTiePoints = 20;

/** Only what belongs to the chosen objective is read, and most forms lack the rest. */
export const settingsShape = z.object({
  objective: choice(roundObjectives),
  unranked: optionalText(20),
  dimension: optionalText(40),
  rule: optionalText(20),
  band: optionalWholeNumber(0, 100),
  price: optionalWholeNumber(0, 100),
  choices: optionalWholeNumber(1, mostChoices),
  company: optionalText(10),
  ties: optionalWholeNumber(0, mostTiePoints),
});

interface Offered {
  readonly objectives: readonly RoundObjective[];
  readonly dimensionIds: readonly string[];
  readonly guaranteedChoices: number;
  /** From how many to how many a group of this program is. */
  readonly groupSize: { readonly least: number; readonly most: number };
}

/** @throws {Invalid} for an objective that this program does not offer, or groups that it does not have */
export function readSettings(sent: z.infer<typeof settingsShape>, offered: Offered): RoundSettings {
  const { objectives, dimensionIds, guaranteedChoices, groupSize } = offered;
  const { objective } = sent;
  if (!objectives.includes(objective)) throw new Invalid({ objective: (language) => objectiveWords(language).notOffered });
  const within = (sent.ties ?? 0) * 100;
  switch (objective) {
    case "stable":
      return { unranked: sent.unranked === "never" ? "never" : "by-weight" };
    case "top-choices":
      return { choices: sent.choices ?? guaranteedChoices };
    case "fair": {
      if (!dimensionIds.includes(sent.dimension)) throw new Invalid({ dimension: (language) => objectiveWords(language).noDimension });
      const rule = fairRules.find((name) => name === sent.rule) ?? "coverage";
      return {
        dimensionId: sent.dimension,
        rule,
        ...(rule === "parity" && { band: sent.band ?? defaultBand }),
        ...(rule === "floor" && { price: sent.price ?? defaultPrice }),
      };
    }
    case "groups":
      return { group: { ...groupSize, company: companies.find((name) => name === sent.company) ?? "full" } };
    case "peers":
      return {};
    case "most-good":
    case "most-people":
      return within === 0 ? {} : { nearTies: { within, draws: nearTieDraws } };
  }
}
