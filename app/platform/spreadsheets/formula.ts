/** What a spreadsheet program may run as a formula: after any spaces and apostrophes, one of = + - @ (also full width); or a leading tab or line end. */
const FORMULA = /^[\s']*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|^'*[\t\r\n]/;

/** Text as it can be written to a CSV file without becoming a formula (OWASP, «CSV injection»). */
export const makeHarmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Whether `makeHarmless` wrote it, so that the apostrophe is not part of what was meant. */
export const isMadeHarmless = (text: string): boolean => text.startsWith("'") && FORMULA.test(text.slice(1));
