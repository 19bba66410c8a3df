/** Common Ground: relationships that need a coordinator's eye. One is silent, one sees itself differently from each side, one is hard. */
import type { SeedLife } from "../life.ts";

const cafe = "Café in the Winter Garden";
const video = "https://meet.understory-demo.example/catrin-and-bolormaa";
const kitchen = "Priti's kitchen table";

export const hsuAndGordon: SeedLife = {
  mentee: "hsu.myat",
  mentor: "gordon.baxter",
  moments: [
    {
      ago: 155,
      at: "15:10",
      by: "mentor",
      says: "Good afternoon, and very pleased to meet you. I have time, a kettle, and forty years of reading other people's inventions. When would suit?",
    },
    {
      ago: 155,
      at: "18:45",
      by: "mentee",
      says: "Thank you, Mr Baxter. I would like to know how one finds out whether something is new. Is that a silly question?",
    },
    { ago: 154, at: "09:30", by: "mentor", says: "It is the only one. Gordon, please." },
    { ago: 148, at: "17:30", by: "mentee", signs: true },
    { ago: 147, at: "10:00", by: "mentor", signs: true },
    {
      ago: 130,
      at: "18:00",
      by: "mentee",
      setsGoal: {
        title: "I know whether my coating is an invention, and whose",
        scale: [
          "I have not told anybody",
          "I have told my supervisor",
          "It is written down with a date",
          "The university's office has looked at it",
          "It is filed, with my name on it",
        ],
        dueIn: 90,
      },
    },
    {
      ago: 102,
      at: "19:30",
      by: "mentee",
      reaches: 0,
      of: "I know whether my coating is an invention, and whose",
      word: "Nine pages, dated, signed by two who understand nothing.",
    },
    { ago: 27, at: "15:00", by: "mentor", says: "Haven't heard how the beam time went. No hurry. I have a lock to repaint." },
    { ago: 25, at: "14:20", by: "mentor", says: "The kettle is on whenever you are.", isUnread: true },
  ],
  sessions: [
    { ago: 148, at: "15:00", minutes: 30, where: cafe },
    { ago: 130, at: "15:00", where: cafe, notes: "What is new, what is inventive, what is useful. Three columns." },
    { ago: 116, at: "15:00", where: cafe, notes: "Claim one, in her own words. It needs eleven of them." },
    { ago: 95, at: "15:00", where: cafe },
    { ago: 74, at: "15:00", where: cafe, notes: "Beam time in Grenoble from next month. Nights." },
    { ago: 46, at: "15:00", where: cafe, notes: "Short. She is tired." },
  ],
  pulses: [
    { mentee: [4, 4, 5, 4, 4], mentor: [4, 4, 4, 4, 4] },
    { mentee: [4, 4, 4, 3, 3], mentor: [4, 4, 4, 4, 3] },
  ],
  talks: {
    mentee: [
      { mood: 4, note: "Polite, precise, likes his drawings." },
      { mood: 4, note: "" },
      { mood: 3, note: "Grenoble coming. Worries that she has no time to prepare the meetings. Told her that she need not." },
    ],
    mentor: [{ mood: 4, note: "Has bought a book about thin films." }],
  },
};

export const anjaliAndPriti: SeedLife = {
  mentee: "anjali.perera",
  mentor: "priti.shah",
  moments: [
    {
      ago: 156,
      at: "19:00",
      by: "mentor",
      says: "Hello Anjali. I have looked up the dates: two sittings are left before summer. Shall we make a plan straight away?",
    },
    { ago: 156, at: "21:15", by: "mentee", says: "Hello Priti, yes please. I have a shelf of books and no order in it." },
    { ago: 150, at: "20:30", by: "mentor", signs: true },
    { ago: 149, at: "18:40", by: "mentee", signs: true },
    {
      ago: 145,
      at: "19:20",
      by: "mentee",
      setsGoal: {
        hope: "I would like to stand behind a counter again and be asked things.",
        title: "I pass the registration assessment",
        scale: ["I do not sit it", "I sit it and fail", "I pass", "I pass, and have a place to work", "I pass, and teach the next one"],
        dueIn: 70,
      },
    },
    { ago: 101, at: "20:00", by: "mentor", reads: "feedback" },
    { ago: 60, at: "19:30", by: "mentee", reaches: -1, of: "I pass the registration assessment", word: "Missed it by four points." },
    {
      ago: 59,
      at: "18:10",
      by: "mentor",
      says: "Four points are four evenings. I have made a new plan; see the list. We start at calculations.",
    },
    { ago: 59, at: "22:40", by: "mentee", says: "Thank you. I will try." },
    {
      ago: 6,
      at: "20:45",
      by: "mentor",
      says: "Really good session. Mock paper three for next time, and you can do it in ninety minutes.",
    },
    { ago: 5, at: "22:10", by: "mentee", says: "Ok." },
  ],
  sessions: [
    { ago: 150, at: "19:00", minutes: 30, where: kitchen },
    { ago: 132, at: "19:00", where: kitchen, notes: "Plan: twelve weeks, twelve chapters." },
    { ago: 118, at: "19:00", where: kitchen, notes: "Chapters 1 and 2. On time." },
    { ago: 104, at: "19:00", where: kitchen, notes: "Chapters 3 to 5." },
    { ago: 90, at: "19:00", where: kitchen, notes: "Mock paper one: 61." },
    { ago: 76, at: "19:00", where: kitchen, notes: "Mock paper one again: 64. Calculations!" },
    { ago: 48, at: "19:00", where: kitchen, notes: "New plan. Ten weeks." },
    {
      ago: 34,
      at: "19:00",
      where: kitchen,
      notes: "Chapters 6 and 7.",
      reflections: [
        { by: "mentee", text: "I used to know this. I taught this. I sit at her table and I am nineteen again, and not in a good way." },
      ],
    },
    { ago: 20, at: "19:00", where: kitchen, notes: "Mock paper two: 66." },
    {
      ago: 6,
      at: "19:00",
      where: kitchen,
      notes: "Calculations, all evening. Much better.",
      actions: [{ by: "mentee", words: "Mock paper three, ninety minutes", dueIn: 7 }],
    },
    { ago: -8, at: "19:00", where: kitchen, planned: 13 },
  ],
  pulses: [
    { mentee: [4, 4, 4, 4, 4], mentor: [5, 4, 5, 4, 5] },
    { mentee: [3, 4, 4, 4, 3], mentor: [5, 5, 5, 4, 5] },
    { mentee: [3, 3, 3, 3, 3], mentor: [5, 5, 5, 5, 5], comment: "I think we have never worked so well." },
  ],
  talks: {
    mentee: [
      { mood: 4, note: "Glad of the plan." },
      { mood: 4, note: "Says that Priti is generous. Says it twice." },
      { mood: 3, note: "Failed by four points. Would like to be asked about Colombo now and then." },
      { mood: 3, note: "“It is all very efficient.”" },
    ],
    mentor: [{ mood: 5, note: "Loves it. Has a chart." }],
  },
};

export const bolormaaAndCatrin: SeedLife = {
  mentee: "bolormaa.ganbat",
  mentor: "catrin.howells",
  moments: [
    {
      ago: 155,
      at: "17:30",
      by: "mentor",
      says: "Croeso! Nine words for wind: I want all of them. We have four, and they are all the same one from different sides.",
    },
    { ago: 154, at: "19:00", by: "mentee", says: "Then we trade. I send one in each letter. First: salkhi, the one without a temper." },
    { ago: 149, at: "18:30", by: "mentee", signs: true },
    { ago: 149, at: "18:45", by: "mentor", signs: true },
    {
      ago: 140,
      at: "18:00",
      by: "mentee",
      setsGoal: {
        title: "Three stories of my mother's valley, in English",
        scale: ["Not one", "One, and nobody has read it", "One that Catrin would print", "Two", "All three, and a magazine has one"],
        dueIn: 100,
      },
    },
    { ago: 86, at: "20:00", by: "mentee", reaches: -1, of: "Three stories of my mother's valley, in English", word: "One. It is wooden." },
    { ago: 40, at: "18:20", by: "mentor", says: "I am so sorry about last night. Book fair, trains, no excuse. I will make it up to you." },
    { ago: 39, at: "21:00", by: "mentee", says: "It is all right." },
    {
      ago: 13,
      at: "20:00",
      by: "mentor",
      says: "Twice now. I know. I have a child's fever and an author's, and the author is worse. Can I ring you this week?",
    },
    { ago: 4, at: "19:05", by: "mentee", says: "I have put the second story away for now." },
  ],
  sessions: [
    { ago: 149, at: "18:00", minutes: 30, where: video },
    { ago: 128, at: "18:00", where: video, notes: "Wind without a temper. First page read aloud, twice." },
    { ago: 107, at: "18:00", where: video, notes: "Verbs. Everything stands still in English; in Mongolian it is the nouns that wait." },
    { ago: 86, at: "18:00", where: video },
    { ago: 62, at: "18:00", where: video, notes: "First story, second version." },
    { ago: 41, at: "18:00", where: video, told: { mentee: "missed", mentor: "missed" } },
    { ago: 20, at: "18:00", where: video, notes: "Twenty minutes, from a train.", minutes: 30 },
    { ago: 13, at: "18:00", where: video, planned: 5, told: { mentee: "missed", mentor: "missed" } },
  ],
  pulses: [
    { mentee: [5, 4, 4, 4, 4], mentor: [5, 4, 4, 3, 4] },
    { mentee: [4, 3, 3, 3, 3], mentor: [4, 4, 3, 3, 3] },
    {
      mentee: [2, 2, 3, 2, 1],
      mentor: [3, 3, 3, 2, 2],
      comment: "I know that she is busy. I would rather be told no than wait in front of a screen.",
    },
  ],
  talks: {
    mentee: [
      { mood: 5, note: "In love with the project." },
      { mood: 4, note: "" },
      { mood: 3, note: "Catrin did not come once. Does not want to make anything of it." },
    ],
    mentor: [
      { mood: 4, note: "Delighted. Very busy in autumn, she says; asked her to say so to B as well." },
      { mood: 4, note: "" },
      { mood: 3, note: "Overworked, ashamed of the evening she forgot." },
    ],
  },
  talksUntil: 12,
};
