import { ALPHA_3 } from "./country-codes.ts";
import { codesWithNames, namedCodes, type NamedCodes } from "./named-codes.ts";
import { refused, taken, type Parsed } from "./parsed.ts";

const ALIASES: Readonly<Record<string, string>> = {
  AE: "uae|emirates|eau|الامارات",
  BA: "bosnia",
  BO: "bolivia plurinational state of",
  CD: "drc|dr congo|democratic republic of the congo|democratic republic of congo|congo kinshasa|rdc|zaire",
  CG: "republic of the congo|congo|congo brazzaville",
  CI: "ivory coast|cote d ivoire|costa de marfil",
  CV: "cape verde|cabo verde",
  CZ: "czech republic|czechia|republica checa",
  GB: "uk|u k|great britain|britain|england|scotland|wales|northern ireland|inglaterra|escocia|gales|gran bretana|reino unido de gran bretana|انجلترا|بريطانيا|اسكتلندا",
  IR: "iran islamic republic of",
  KR: "korea|south korea|republic of korea|corea",
  KP: "dprk|north korea",
  LA: "lao pdr",
  MK: "macedonia|fyrom",
  MM: "burma|birmania",
  MX: "mejico",
  NL: "holland|the netherlands|holanda|هولندا",
  PS: "palestine|palestina|state of palestine|فلسطين",
  RU: "russian federation|russia",
  SA: "ksa|saudi|السعوديه",
  SY: "syrian arab republic",
  SZ: "swaziland|eswatini",
  TL: "east timor",
  TR: "turkey|turkiye",
  TW: "taiwan",
  TZ: "tanzania united republic of",
  US: "usa|u s a|u s|us of a|united states of america|america|the united states|the states|eeuu|ee uu|e e u u|estados unidos de america|امريكا|الولايات المتحده الامريكيه",
  VA: "vatican|holy see",
  VE: "venezuela bolivarian republic of",
  VN: "viet nam",
};

let countries: NamedCodes | undefined;
const known = (): NamedCodes =>
  (countries ??= namedCodes({
    type: "region",
    codes: codesWithNames("region").filter((code) => ALPHA_3.has(code)),
    aliases: ALIASES,
    ownLocale: (code) => new Intl.Locale(`und-${code}`).maximize().toString(),
  }));

let byAlpha3: Map<string, string> | undefined;
const fromAlpha3 = (text: string): string | undefined => {
  byAlpha3 ??= new Map([...ALPHA_3].map(([two, three]) => [three, two]));
  return byAlpha3.get(text.trim().toUpperCase());
};

/** ISO 3166 alpha-2, from a name in English, Spanish, Arabic or the country's own language, or from either code. */
export function parseCountry(cell: string): Parsed<string> {
  const text = cell.trim();
  if (text === "") return taken<string>(null);
  const flag = /^([\u{1F1E6}-\u{1F1FF}])([\u{1F1E6}-\u{1F1FF}])$/u.exec(text);
  const fromFlag = flag && String.fromCharCode(...[flag[1]!, flag[2]!].map((letter) => letter.codePointAt(0)! - 0x1f1e6 + 65));
  const code = known().find(fromFlag ?? text) ?? fromAlpha3(text) ?? known().find(text.replace(/^(?:the|la|el)\s/i, ""));
  return code === undefined ? refused({ reason: "country-unknown", items: [known().unknown(text)] }) : taken(code);
}
