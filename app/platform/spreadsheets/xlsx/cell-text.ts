/** What `read-excel-file` gives for a cell. */
export type SheetCell = string | number | boolean | Date | null;

const two = (number: number): string => String(number).padStart(2, "0");

/** Spreadsheets count days from the end of 1899: a time without a date lies there. */
function dateText(date: Date): string {
  // The fraction of a day is rarely exact: 10:00 may be stored as a moment before it.
  const rounded = new Date(Math.round(date.getTime() / 1000) * 1000);
  if (Number.isNaN(rounded.getTime())) return "";
  const time = `${two(rounded.getUTCHours())}:${two(rounded.getUTCMinutes())}`;
  if (rounded.getUTCFullYear() < 1900) return time;
  const day = rounded.toISOString().slice(0, 10);
  return time === "00:00" ? day : `${day}T${time}`;
}

/** Fifteen digits, as spreadsheet programs show them, without the noise of binary fractions and without an exponent. */
function numberText(number: number): string {
  const shown = Number(number.toPrecision(15));
  const text = String(shown);
  return /e/i.test(text) ? shown.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 }) : text;
}

/** The text of a cell: ISO dates, plain numbers, yes and no. */
export function cellText(cell: SheetCell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  if (typeof cell === "number") return numberText(cell);
  if (typeof cell === "boolean") return cell ? "yes" : "no";
  return dateText(cell);
}
