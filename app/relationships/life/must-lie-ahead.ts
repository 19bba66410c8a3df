import { monthsLater } from "../../people/profiles/pause-profile.ts";
import { Invalid } from "../../platform/errors.ts";
import { changeWords } from "./changes.messages.ts";
import { lifeWords } from "./life.messages.ts";

const furthestMonths = 120;

/** Something is to be done until a day: today or later, and not in another century by a slip of the finger. Says so at the field. */
export function mustLieAhead(day: string | null, today: string, field: string): void {
  if (day === null) return;
  if (day < today) throw new Invalid({ [field]: (language) => lifeWords(language).impossible["day-past"] });
  if (day > monthsLater(today, furthestMonths)) throw new Invalid({ [field]: (language) => changeWords(language).tooFar });
}
