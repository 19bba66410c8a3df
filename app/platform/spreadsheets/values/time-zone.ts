import { fold } from "./fold.ts";
import { nearest } from "./nearest.ts";
import { refused, taken, type Parsed } from "./parsed.ts";

/** Places for what people write instead of a place: an abbreviation or an offset is true for half of the year only. */
const COMMON: Readonly<Record<string, string>> = {
  gmt: "Europe/London|Africa/Accra|UTC",
  bst: "Europe/London",
  wet: "Europe/Lisbon",
  cet: "Europe/Madrid|Europe/Berlin|Europe/Paris",
  cest: "Europe/Madrid|Europe/Berlin|Europe/Paris",
  eet: "Africa/Cairo|Europe/Athens|Europe/Kyiv",
  eest: "Africa/Cairo|Europe/Athens|Europe/Kyiv",
  msk: "Europe/Moscow",
  ist: "Asia/Kolkata|Europe/Dublin|Asia/Jerusalem",
  ast: "Asia/Riyadh|America/Halifax",
  eat: "Africa/Nairobi",
  wat: "Africa/Lagos",
  cat: "Africa/Maputo",
  sast: "Africa/Johannesburg",
  est: "America/New_York",
  edt: "America/New_York",
  et: "America/New_York",
  cst: "America/Chicago|America/Mexico_City|Asia/Shanghai",
  cdt: "America/Chicago",
  ct: "America/Chicago",
  mst: "America/Denver|America/Phoenix",
  mdt: "America/Denver",
  mt: "America/Denver",
  pst: "America/Los_Angeles",
  pdt: "America/Los_Angeles",
  pt: "America/Los_Angeles",
  brt: "America/Sao_Paulo",
  art: "America/Argentina/Buenos_Aires",
  clt: "America/Santiago",
  cot: "America/Bogota",
  pet: "America/Lima",
  jst: "Asia/Tokyo",
  sgt: "Asia/Singapore",
  hkt: "Asia/Hong_Kong",
  pkt: "Asia/Karachi",
  gst: "Asia/Dubai",
  aest: "Australia/Sydney",
  aedt: "Australia/Sydney",
  awst: "Australia/Perth",
  nzst: "Pacific/Auckland",
  nzdt: "Pacific/Auckland",
  eastern: "America/New_York",
  central: "America/Chicago|Europe/Berlin",
  mountain: "America/Denver",
  pacific: "America/Los_Angeles",
  "central european": "Europe/Madrid|Europe/Berlin|Europe/Paris",
  uk: "Europe/London",
  spain: "Europe/Madrid",
  espana: "Europe/Madrid",
  peninsular: "Europe/Madrid",
  mexico: "America/Mexico_City",
  india: "Asia/Kolkata",
  egypt: "Africa/Cairo",
};

/** Well-known places by their offset from UTC without summer time, in minutes. */
const BY_OFFSET = new Map<number, string>(
  Object.entries({
    "-600": "Pacific/Honolulu",
    "-540": "America/Anchorage",
    "-480": "America/Los_Angeles",
    "-420": "America/Denver",
    "-360": "America/Chicago|America/Mexico_City",
    "-300": "America/New_York|America/Bogota|America/Lima",
    "-240": "America/Santiago|America/Halifax|America/La_Paz",
    "-210": "America/St_Johns",
    "-180": "America/Sao_Paulo|America/Argentina/Buenos_Aires",
    "0": "Europe/London|Europe/Lisbon|UTC",
    "60": "Europe/Madrid|Europe/Berlin|Africa/Lagos",
    "120": "Africa/Cairo|Europe/Athens|Africa/Johannesburg",
    "180": "Asia/Riyadh|Africa/Nairobi|Europe/Istanbul",
    "210": "Asia/Tehran",
    "240": "Asia/Dubai",
    "270": "Asia/Kabul",
    "300": "Asia/Karachi|Asia/Tashkent",
    "330": "Asia/Kolkata",
    "345": "Asia/Kathmandu",
    "360": "Asia/Dhaka",
    "390": "Asia/Yangon",
    "420": "Asia/Bangkok|Asia/Jakarta",
    "480": "Asia/Shanghai|Asia/Manila|Asia/Singapore",
    "540": "Asia/Tokyo|Asia/Seoul",
    "570": "Australia/Adelaide",
    "600": "Australia/Sydney|Australia/Brisbane",
    "720": "Pacific/Auckland",
  }).map(([offset, places]) => [Number(offset), places]),
);

let zones: { byName: Map<string, string>; byCity: Map<string, string[]> } | undefined;
function known(): { byName: Map<string, string>; byCity: Map<string, string[]> } {
  if (!zones) {
    // Beside the names that the runtime lists (it may say Asia/Calcutta), those that we suggest ourselves.
    const suggested = [...Object.values(COMMON), ...BY_OFFSET.values()].flatMap((places) => places.split("|"));
    const names = [...new Set([...Intl.supportedValuesOf("timeZone"), ...suggested])];
    zones = {
      byName: new Map(names.map((name) => [name.toLowerCase(), name])),
      byCity: Map.groupBy(names, (name) => fold(name.slice(name.lastIndexOf("/") + 1))),
    };
  }
  return zones;
}

/** A name that is no longer listed but still understood, as Asia/Calcutta. */
function formerName(name: string): string | undefined {
  if (!/^[a-z]+(?:\/[a-z0-9_+-]+)+$/i.test(name)) return undefined;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

function byOffset(text: string): string[] {
  const match = /^(?:utc|gmt)?\s*([+\-−])\s*(\d{1,2})(?::?(\d{2}))?$/i.exec(text.replaceAll(/[()]/g, "").trim());
  if (!match) return [];
  const minutes = (match[1] === "+" ? 1 : -1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
  return BY_OFFSET.get(minutes)?.split("|") ?? [];
}

function suggestionsFor(text: string): string[] {
  const words = fold(text)
    .replaceAll(/(?<![\p{L}])(?:time|zone|timezone|standard|daylight|hora|horario|zona|de|del|la|el|توقيت)(?![\p{L}])/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  const { byCity } = known();
  // «Madrid, Spain» and «London (GMT)» name the place among other things.
  const parts = [words, ...text.split(/[,;()/–]| - /).map(fold)];
  const places = parts.flatMap((part) => byCity.get(part) ?? []);
  if (places.length > 0) return places;
  const common = [words, ...words.split(" ")].map((part) => COMMON[part]).find((found) => found !== undefined);
  if (common) return common.split("|");
  const near = nearest(fold(text.slice(text.lastIndexOf("/") + 1)), byCity.keys());
  return near === undefined ? [] : (byCity.get(near) ?? []);
}

/** An IANA name. Cities, abbreviations and offsets are not taken, but answered with the names that may be meant. */
export function parseTimeZone(cell: string): Parsed<string> {
  const text = cell.trim();
  if (text === "") return taken<string>(null);
  const name = text.replaceAll(/\s*\/\s*/g, "/").replaceAll(/\s+/g, "_");
  const zone = known().byName.get(name.toLowerCase()) ?? formerName(name);
  if (zone !== undefined) return taken(zone);
  const offset = byOffset(text);
  const suggestions = offset.length > 0 ? offset : suggestionsFor(text);
  return refused({ reason: "time-zone-unknown", text: cell, suggestions: [...new Set(suggestions)].slice(0, 3) });
}
