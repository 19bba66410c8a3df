import { isMadeHarmless } from "./formula.ts";

// Everything that no cell means: control characters but tab and line feed, and byte order marks inside the text.
// oxlint-disable-next-line no-control-regex
const UNWANTED = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFEFF]/g;
/** How some programs keep leading zeros in a CSV file: ="00123". */
const TEXT_FORMULA = /^="([^"]*)"$/;
const FORMULA_ERROR = /^#(?:N\/A|N\/D|REF!|¡REF!|VALUE!|¡VALOR!|DIV\/0!|¡DIV\/0!|NAME\?|¿NOMBRE\?|NUM!|¡NUM!|NULL!|SPILL!|CALC!|FIELD!)$/i;

/** The text of a cell without what cannot be seen, outer spaces, and the apostrophe that made a formula harmless. */
export function cleanCell(raw: string): string {
  const asText = TEXT_FORMULA.exec(raw.trim())?.[1];
  const text = asText ?? (isMadeHarmless(raw) ? raw.slice(1) : raw);
  return text.replaceAll(UNWANTED, "").trim();
}

export const isFormulaError = (cell: string): boolean => cell.startsWith("#") && FORMULA_ERROR.test(cell);
