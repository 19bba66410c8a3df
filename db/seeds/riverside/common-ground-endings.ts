/** Common Ground: one that says goodbye, and one that is over and was good. */
import type { SeedLife } from "../life.ts";

const kitchen = "مطبخ سحر";
const interview = "أن أتكلم في المقابلة كما أتكلم في المطبخ";

export const lubnaAndSahar: SeedLife = {
  mentee: "lubna.hosseini",
  mentor: "sahar.elgendi",
  moments: [
    { ago: 155, at: "13:00", by: "mentor", says: "أهلًا لبنى. قرأت عن النواعير وضحكت ثم بكيت قليلًا. هل تحبين القهوة بالهيل؟" },
    { ago: 155, at: "18:40", by: "mentee", says: "أهلًا بك يا سحر. بالهيل وبلا سكر. ومعي أسئلة كثيرة عن المقابلات." },
    { ago: 148, at: "15:00", by: "mentee", signs: true },
    { ago: 148, at: "19:30", by: "mentor", signs: true },
    {
      ago: 141,
      at: "12:00",
      by: "mentee",
      setsGoal: {
        hope: "أعرف الجواب دائمًا، لكن صوتي يختفي حين يجلس أمامي ثلاثة.",
        title: interview,
        scale: [
          "أعتذر عن المقابلة قبل موعدها",
          "أذهب، وأجيب بنعم ولا",
          "أحكي عن مشروع واحد من أوله إلى آخره",
          "أسألهم أنا سؤالًا يفكرون فيه",
          "يعرضون عليّ العمل",
        ],
        weight: 3,
        dueIn: 20,
      },
    },
    { ago: 120, at: "14:00", by: "mentee", reaches: -1, of: interview, word: "نعم. لا. نعم." },
    { ago: 92, at: "13:20", by: "mentee", reaches: 0, of: interview, word: "حكيت عن السد من أوله إلى آخره، ونسيت أنهم ثلاثة." },
    { ago: 57, at: "19:00", by: "mentee", reaches: 1, of: interview, word: "سألتهم من يغسل المضخات. لم يعرفوا." },
    { ago: 22, at: "16:30", by: "mentee", says: "يا سحر! اتصلوا. عرضوا عليّ العمل في شيفيلد، في قسم الفيضانات، من أول الشهر القادم." },
    { ago: 22, at: "16:41", by: "mentor", says: "زغرودة طويلة في ممر الشركة، والناس ينظرون. مبروك يا لبنى." },
    { ago: 21, at: "18:00", by: "mentee", reaches: 2, of: interview, word: "قالوا: متى تبدئين؟" },
    { ago: 5, at: "13:30", by: "mentor", closes: "planned" },
    {
      ago: 5,
      at: "14:10",
      by: "mentor",
      thanks:
        "يا لبنى، تعلمت منك أن أسكت حتى تنتهي الجملة. كنت أظن أنني سأعلمك كيف تدخلين الغرفة، فإذا بك تغيّرين الغرفة. اكتبي لي حين يأتي أول فيضان، وأنا أعرف أنك ستكونين هناك قبله.",
    },
    { ago: 5, at: "14:15", by: "mentor", reached: "رأيت امرأة تجد صوتها، وعملًا يستحقه." },
    { ago: 5, at: "14:20", by: "mentor", staysInTouch: true },
    { ago: 4, at: "19:20", by: "mentee", says: "رأيت أننا نقترب من النهاية. سأكتب لك رسالة كما يجب، أعطيني يومين." },
    { ago: 2, at: "18:30", by: "mentee", because: "reached", words: "وجدت العمل الذي جئت من أجله." },
  ],
  sessions: [
    { ago: 148, at: "12:00", minutes: 30, where: kitchen, notes: "قهوة، وقائمة بما نخاف منه في المقابلات." },
    { ago: 127, at: "12:00", where: kitchen, notes: "مشروع واحد، من أوله إلى آخره، في ثلاث دقائق." },
    { ago: 106, at: "12:00", where: kitchen },
    { ago: 85, at: "12:00", where: kitchen, notes: "زوج سحر وابنتها يلعبان دور اللجنة. الابنة أصعب." },
    { ago: 64, at: "12:00", where: kitchen },
    { ago: 43, at: "12:00", where: kitchen, notes: "السؤال الذي نسأله نحن: من يغسل المضخات؟" },
    { ago: 22, at: "18:00", where: kitchen, notes: "احتفال." },
    { ago: -4, at: "18:00", where: kitchen, planned: 8, agenda: "لقاء أخير: ما الذي بقي معنا" },
  ],
  pulses: [
    { mentee: [5, 5, 4, 4, 4], mentor: [5, 5, 4, 4, 4] },
    { mentee: [5, 5, 5, 4, 5], mentor: [5, 5, 5, 4, 5], comment: "البيت صار أوسع." },
    { mentee: [5, 5, 5, 5, 5], mentor: [5, 5, 5, 5, 5] },
  ],
  talks: {
    mentee: [
      { mood: 4, note: "With an interpreter the first time; she needed none." },
      { mood: 5, note: "" },
      { mood: 5, note: "Second interview. Laughs." },
    ],
    mentor: [{ mood: 5, note: "Cooks for it." }],
  },
};

export const gulnaraAndPeter: SeedLife = {
  mentee: "gulnara.bekova",
  mentor: "peter.vance",
  moments: [
    {
      ago: 155,
      at: "18:00",
      by: "mentee",
      says: "Dear Peter, I have thirty-one letters that say no. Would you read them with me as one reads timetables?",
    },
    { ago: 155, at: "19:20", by: "mentor", says: "With pleasure. Something leaves on time somewhere. Bring them all." },
    { ago: 150, at: "18:30", by: "mentor", signs: true },
    { ago: 150, at: "19:00", by: "mentee", signs: true },
    {
      ago: 146,
      at: "18:00",
      by: "mentee",
      setsGoal: {
        title: "A door into planning here, however small",
        scale: ["I stop applying", "Letters, still", "One interview", "A month somewhere, paid", "A post"],
        weight: 3,
        dueIn: -26,
      },
    },
    {
      ago: 101,
      at: "18:30",
      by: "mentee",
      reaches: 0,
      of: "A door into planning here, however small",
      word: "Wakefield. They asked about trolleybuses for half an hour.",
    },
    {
      ago: 66,
      at: "18:30",
      by: "mentee",
      reaches: 1,
      of: "A door into planning here, however small",
      word: "Six weeks in the bus team, paid.",
    },
    { ago: 42, at: "17:10", by: "mentee", reaches: 2, of: "A door into planning here, however small", word: "They keep me." },
    { ago: 41, at: "12:00", by: "mentor", says: "Thirty-one to one. That is a better rate than most bus lines." },
    { ago: 40, at: "18:00", by: "mentee", closes: "planned" },
    { ago: 40, at: "18:10", by: "mentee", because: "reached", words: "" },
    {
      ago: 38,
      at: "20:30",
      by: "mentee",
      thanks:
        "Dear Peter, you read thirty-one letters aloud in a café until the waiter laughed, and then I did, too. I had thought that I was the thing that was wrong. I keep the letters now in the order in which you read them. Thank you for asking me what the trolleybuses sounded like.",
    },
    {
      ago: 38,
      at: "20:40",
      by: "mentee",
      reached: "A post in the bus team in Wakefield, and a voice in which to say that I was good at this before.",
    },
    { ago: 38, at: "20:45", by: "mentee", staysInTouch: true },
    { ago: 37, at: "21:00", by: "mentee", answers: { helped: 5, heard: 5, supported: 4, again: 5 } },
    {
      ago: 34,
      at: "19:00",
      by: "mentor",
      thanks:
        "Dear Gulnara, I have drawn bus lines for twenty-six years and never once thought of the sound. I ride them with my eyes shut now, and they think that I am asleep. You did the work; I bought the coffee. Come and tell me when they let you move your first stop.",
    },
    { ago: 34, at: "19:10", by: "mentor", reached: "I have learned to listen to a bus." },
    { ago: 34, at: "19:15", by: "mentor", staysInTouch: true },
    { ago: 34, at: "19:20", by: "mentor", answers: { helped: 4, heard: 5, supported: 5, again: 5 } },
    {
      ago: 22,
      at: "18:00",
      by: "mentee",
      looksAgain: "Somebody who leads a team and was never asked whether she wanted to. I think they will ask me.",
    },
  ],
  sessions: [
    { ago: 150, at: "17:30", minutes: 30, where: "Café by the bus station", notes: "Thirty-one letters. Two are almost a yes." },
    { ago: 136, at: "17:30", where: "Café by the bus station", notes: "One page instead of four." },
    { ago: 122, at: "17:30", where: "Café by the bus station" },
    {
      ago: 101,
      at: "17:30",
      where: "Café by the bus station",
      notes: "After Wakefield: what they asked, what she answered, what she wished she had.",
    },
    { ago: 80, at: "17:30", where: "On the number 42, end to end", notes: "Heard it from the outside." },
    { ago: 59, at: "17:30", where: "Café by the bus station" },
    { ago: 38, at: "17:30", where: "Café by the bus station", notes: "The last one with a plan. The letters, read aloud, for fun." },
  ],
  pulses: [
    { mentee: [5, 4, 4, 4, 3], mentor: [4, 5, 4, 4, 4] },
    { mentee: [5, 5, 5, 4, 5], mentor: [5, 5, 5, 4, 5] },
  ],
  talks: {
    mentee: [
      { mood: 3, note: "Tired of letters." },
      { mood: 4, note: "Has been invited." },
      { mood: 5, note: "Wakefield!" },
    ],
  },
};
