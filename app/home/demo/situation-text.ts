import { isolated } from "../../matching/explanations/name-words.ts";
import type { Reader } from "../../platform/i18n.ts";
import { formatDay, formatDeadline, formatList } from "../../ui/formats.ts";
import { demoWords } from "./demo.messages.ts";
import { type Persona, type Situation, situationsOf } from "./persona.ts";

/** One or two sentences: what there is to see as her. */
export const situationText = (reader: Reader, persona: Persona): string =>
  situationsOf(persona)
    .map((situation) => sentence(reader, situation))
    .join(" ");

function sentence(reader: Reader, situation: Situation): string {
  const { language } = reader;
  const words = demoWords(language).situations;
  const own = (text: string): string => isolated(language, text);
  switch (situation.kind) {
    case "owner":
    case "administrator":
    case "safety":
      return words[situation.kind](own(situation.organizationName));
    case "coordinator":
      return words.coordinator(own(situation.programName), situation.people, situation.pairs);
    case "to-answer":
    case "question":
    case "waits-for-other":
      return words[situation.kind](own(situation.otherName), formatDeadline(reader, situation.answerBy));
    case "pair":
      return words.pair(formatList(language, situation.otherNames.map(own)));
    case "paused":
      return words.paused(formatDay(language, situation.until, "day"));
    case "free-places":
      return words["free-places"](situation.places);
    default:
      return words[situation.kind](own(situation.programName));
  }
}
