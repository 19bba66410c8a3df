import { fold } from "./fold.ts";
import { codesWithNames, namedCodes, type NamedCodes } from "./named-codes.ts";
import { refused, taken, type Parsed } from "./parsed.ts";

/** Languages of three letters that people speak, sign and write down; two-letter ones are all known. */
const THREE_LETTERS =
  "fil yue haw ckb kab zgh gsw arz ary apc nan hak wuu ast scn srd luo luy kam kln mer guz nyn teo tzm shi rif chr pap quc nah hmn ceb ilo war hil bho mai awa mag raj lah bal syr arc tet tpi bem kmb umb mos dyu fon kea hsb dsb fur lld sma ase";

const ALIASES: Readonly<Record<string, string>> = {
  ar: "ara|arabe|msa|modern standard arabic|fusha|فصحى",
  bn: "bangla",
  ca: "valencian|valenciano|valencia",
  ckb: "sorani",
  cs: "cze",
  cy: "wel",
  de: "ger|deutsch",
  el: "gre|greek modern",
  es: "castellano|castilian|castellana|castellà|esp",
  eu: "baq|euskera",
  fa: "per|farsi|persian|dari|prs|فارسي",
  fil: "tagalog|tgl|tl",
  fr: "fre",
  he: "ivrit|iw",
  hy: "arm",
  is: "ice",
  ka: "geo",
  ku: "kurmanji|kmr",
  mk: "mac",
  ms: "may|bahasa melayu",
  id: "bahasa indonesia|bahasa",
  my: "bur|myanmar",
  nb: "norwegian bokmal",
  nl: "dut|flemish|flamenco belga|vlaams",
  no: "norwegian|noruego|norsk",
  or: "oriya",
  pa: "panjabi|punjabi",
  pt: "brazilian|brazilian portuguese|portugues brasileiro|brasileno|br",
  ro: "rum|moldovan",
  sk: "slo",
  sq: "alb",
  sw: "kiswahili",
  uk: "ukr",
  zh: "chi|mandarin|mandarin chinese|putonghua|chino mandarin|simplified chinese|traditional chinese|chinese simplified|chinese traditional|cmn|الماندرين|الصينية المندرينية",
  ase: "asl|american sign language",
  bfi: "bsl|british sign language|lengua de signos britanica",
  fsl: "lsf|french sign language|langue des signes francaise",
  gsg: "dgs|german sign language|deutsche gebardensprache",
  ssp: "lse|spanish sign language|lengua de signos espanola",
};

/** What people add to a language: how well they speak it. */
const LEVEL =
  /(?<![\p{L}\p{N}])(?:native|mother tongue|first language|bilingual|fluent|fluently|proficient|professional|working|full|conversational|intermediate|upper|advanced|beginner|basic|good|elementary|level|speaker|nativo|nativa|lengua materna|bilingue|fluido|fluida|avanzado|intermedio|basico|nivel|medio|alto|[abc][12]|اللغه الام|لغه ام|طلاقه|بطلاقه|متقدم|متوسط|مبتدي|جيد)(?![\p{L}\p{N}])/gu;
const SEPARATOR = /[;؛,،、|/\n&+·•]|\s(?:and|y|e|et|und|و)\s/iu;

let languages: NamedCodes | undefined;
const known = (): NamedCodes =>
  (languages ??= namedCodes({
    type: "language",
    codes: codesWithNames("language", THREE_LETTERS.split(" ")),
    aliases: ALIASES,
    ownLocale: (code) => code,
  }));

/** The language itself, without region or script: who speaks pt-BR and who speaks pt understand each other. */
function fromTag(text: string): string | undefined {
  const tag = text.trim().replaceAll("_", "-");
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag)) return undefined;
  try {
    const { language } = new Intl.Locale(tag);
    return known().find(language);
  } catch {
    return undefined;
  }
}

function findLanguage(text: string): string | undefined {
  const bare = text.replaceAll(/\([^)]*\)|\[[^\]]*\]/g, " ").replace(/\s[-–—].*$|:.*$/, " ");
  const withoutLevel = fold(bare).replaceAll(LEVEL, " ");
  // In Arabic «and» is written together with the word that follows.
  const candidates = [text, bare, withoutLevel, withoutLevel.replace(/^\s*و/, ""), withoutLevel.replace(/^\s*(?:اللغه|لغه)\s/, "")];
  for (const candidate of candidates) {
    const code = fromTag(candidate) ?? known().find(candidate);
    if (code !== undefined) return code;
  }
  return undefined;
}

/** BCP 47 codes of the languages that a cell names or codes, in its order. */
export function parseLanguages(cell: string): Parsed<string[]> {
  const items = cell
    .split(SEPARATOR)
    .map((item) => item.trim())
    .filter((item) => fold(item) !== "");
  const codes = new Set<string>();
  const unknown: string[] = [];
  for (const item of items) {
    const code = findLanguage(item);
    const words = item.split(/\s+/).map(findLanguage);
    if (code !== undefined) codes.add(code);
    else if (words.every((word) => word !== undefined)) for (const word of words) codes.add(word);
    else unknown.push(item);
  }
  if (unknown.length > 0) return refused({ reason: "language-unknown", items: unknown.map((item) => known().unknown(item)) });
  return taken(codes.size === 0 ? null : [...codes]);
}
