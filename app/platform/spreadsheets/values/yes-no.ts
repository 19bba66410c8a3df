import { fold } from "./fold.ts";
import { refused, taken, type Parsed } from "./parsed.ts";

const words = (text: string): Set<string> => new Set(text.split(" ").map(fold));
const YES = words("yes y yeah yep true t 1 x ok sure si s verdadero cierto claro نعم اجل أجل ن صح صحيح بلى");
const NO = words("no n nope false f 0 falso لا كلا خطأ خطا ل");
const YES_MARKS = /^[✓✔☑✅☒]\uFE0F?$/u;
const NO_MARKS = /^[✗✘❌☐✕✖]\uFE0F?$/u;
const NOTHING = new Set(["", "na", "n a", "none", "ninguno", "nd"]);

/** Yes or no in English, Spanish and Arabic, also as a mark. */
export function parseYesNo(cell: string): Parsed<boolean> {
  const text = cell.trim();
  const word = fold(text);
  if (YES.has(word) || YES_MARKS.test(text)) return taken(true);
  if (NO.has(word) || NO_MARKS.test(text)) return taken(false);
  if (/^[-–—]*$/.test(text) || (word !== "" && NOTHING.has(word))) return taken<boolean>(null);
  return refused({ reason: "not-yes-or-no", text: cell });
}
