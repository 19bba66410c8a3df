import { plainLetters } from "./fold.ts";

/** Days of the week as numbers, 0 = Monday. */
export type Days = readonly number[];
/** From one full hour to another, the second not included. */
export type Hours = readonly [from: number, to: number];

const WEEKDAYS: Days = [0, 1, 2, 3, 4];
const WEEKEND: Days = [5, 6];
const ALL_DAYS: Days = [...WEEKDAYS, ...WEEKEND];

const MORNING: Hours = [8, 12];
const NOON: Hours = [12, 14];
const AFTERNOON: Hours = [12, 17];
const EVENING: Hours = [17, 21];
export const WHOLE_DAY: Hours = [8, 21];

const DAY_WORDS: readonly string[] = [
  "mo mon monday mondays lu lun lunes الاثنين اثنين الاتنين",
  "tu tue tues tuesday tuesdays ma mar martes الثلاثاء ثلاثاء التلات الثلاثا",
  "we wed weds wednesday wednesdays mi mie miercoles الاربعاء اربعاء الاربع الاربعا",
  "th thu thur thurs thursday thursdays ju jue jueves الخميس خميس",
  "fr fri friday fridays vi vie viernes الجمعه جمعه",
  "sa sat saturday saturdays sab sabado sabados السبت سبت",
  "su sun sunday sundays do dom domingo domingos الاحد احد الحد",
];

const DAY_PHRASES: readonly (readonly [Days, string])[] = [
  [
    WEEKDAYS,
    "weekdays|weekday|week days|working days|business days|entre semana|dias laborables|dias habiles|laborables|ايام العمل|ايام الاسبوع|وسط الاسبوع",
  ],
  [WEEKEND, "weekends|weekend|week end|fines de semana|fin de semana|finde|findes|عطله نهايه الاسبوع|نهايه الاسبوع|عطله الاسبوع"],
  [
    ALL_DAYS,
    "every day|everyday|daily|any day|all days|all week|todos los dias|cada dia|cualquier dia|diario|a diario|toda la semana|كل يوم|كل الايام|يوميا|اي يوم|طوال الاسبوع",
  ],
];

const HOUR_PHRASES: readonly (readonly [Hours, string])[] = [
  [MORNING, "in the mornings|in the morning|mornings|morning|por las mananas|por la manana|mananas|manana|صباحا|في الصباح|الصباح|صباح|am"],
  [NOON, "lunch time|lunchtime|lunch|midday|noon|al mediodia|mediodia|الظهيره|ظهرا|وقت الغداء"],
  [
    AFTERNOON,
    "in the afternoons|in the afternoon|afternoons|afternoon|por las tardes|por la tarde|tardes|tarde|بعد الظهر|بعد الضهر|عصرا|العصر|pm",
  ],
  [
    EVENING,
    "in the evenings|in the evening|evenings|evening|nights|night|por las noches|por la noche|noches|noche|في المساء|المساء|مساء|ليلا|الليل",
  ],
  [
    WHOLE_DAY,
    "all day|whole day|any time|anytime|flexible|todo el dia|cualquier hora|a cualquier hora|siempre|طوال اليوم|كل اليوم|اي وقت|في اي وقت|مرن",
  ],
];

const FILLERS =
  "on the at in from between and or also of only around about hrs hours hour o'clock oclock each time times i am available free usually mostly el la los las de del por en y e o u entre desde cada hora horas disponible solo un una و في من يوم ايام الساعه ساعه متاح كل او عند";

export type WeekWord = { kind: "days"; days: Days } | { kind: "hours"; hours: Hours } | { kind: "to" } | { kind: "filler" };

const vocabulary = new Map<string, WeekWord>();
for (const filler of FILLERS.split(" ")) vocabulary.set(filler, { kind: "filler" });
for (const [hours, phrases] of HOUR_PHRASES)
  for (const phrase of phrases.split("|")) vocabulary.set(plainLetters(phrase), { kind: "hours", hours });
for (const [day, words] of DAY_WORDS.entries())
  for (const word of words.split(" ")) vocabulary.set(plainLetters(word), { kind: "days", days: [day] });
for (const [days, phrases] of DAY_PHRASES)
  for (const phrase of phrases.split("|")) vocabulary.set(plainLetters(phrase), { kind: "days", days });
for (const to of ["-", "–", "—", "to", "a", "al", "till", "until", "through", "thru", "hasta", "الي", "حتي", "ل"])
  vocabulary.set(to, { kind: "to" });

const LONGEST_PHRASE = 4;

/** The longest phrase that begins here, and how many words it has. */
export function readPhrase(words: readonly string[], from: number): { word: WeekWord; length: number } | undefined {
  for (let length = Math.min(LONGEST_PHRASE, words.length - from); length > 0; length -= 1) {
    const word = vocabulary.get(words.slice(from, from + length).join(" "));
    if (word) return { word, length };
  }
  // In Arabic «and» is written together with the word that follows.
  const first = words[from] ?? "";
  const joined = /^[و]\p{L}{2,}/u.test(first) ? vocabulary.get(first.slice(1)) : undefined;
  return joined && { word: joined, length: 1 };
}
