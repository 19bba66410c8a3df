/** Nomvula and Helen: how it goes when it goes well. */
import type { SeedLife } from "../life.ts";

const talk = "I say what I think while I am still in the room";
const paper = "My first paper is out of my hands";
const table = "The corner table at the Bakery, Woodhouse Lane";
const bench = "The bench behind the earth sciences building";

export const nomvulaAndHelen: SeedLife = {
  mentee: "nomvula.sithole",
  mentor: "helen.marsden",
  moments: [
    {
      ago: 156,
      at: "18:20",
      by: "mentee",
      says: "Dear Helen, I am glad that it is you. Ruth says that you used to be a baker. I have two questions already, and only one of them is about bread.",
    },
    {
      ago: 156,
      at: "20:05",
      by: "mentor",
      says: "Then bring both. Half an hour, the corner table at the Bakery. I will be the one with flour on her sleeve; it never quite left.",
    },
    { ago: 154, at: "17:40", by: "mentee", reads: "active-listening" },
    { ago: 153, at: "19:15", by: "mentor", reads: "active-listening" },
    { ago: 151, at: "19:30", by: "mentee", signs: true },
    { ago: 151, at: "20:40", by: "mentor", signs: true },
    {
      ago: 149,
      at: "18:00",
      by: "mentee",
      setsGoal: {
        hope: "In our group meetings I have the answer on the way home, every time.",
        title: talk,
        scale: [
          "I have stopped going to group meeting",
          "I think it, and tell Helen afterwards",
          "I ask one question in each meeting",
          "I disagree once with somebody, and we both survive",
          "I give a talk at a conference without reading it",
        ],
        weight: 3,
        dueIn: 60,
      },
    },
    {
      ago: 136,
      at: "20:10",
      by: "mentor",
      setsGoal: {
        title: paper,
        scale: [
          "The data stay in the drawer",
          "There is an outline that nobody has seen",
          "A whole draft has been read by one person outside the group",
          "It is submitted",
          "It is accepted",
        ],
        weight: 2,
        dueIn: 120,
      },
    },
    { ago: 135, at: "08:15", by: "mentee", agreesTo: paper },
    { ago: 135, at: "08:20", by: "mentee", says: "I have agreed to the paper. I took a deep breath first." },
    { ago: 137, at: "19:00", by: "mentee", reaches: -1, of: talk, word: "On the bridge again. It was a good answer, too." },
    { ago: 123, at: "18:50", by: "mentee", reaches: -1, of: talk, word: "Wrote the question down. Did not ask it." },
    { ago: 122, at: "09:00", by: "mentee", steps: "Sit where Matthias can see me", of: talk, isDone: true },
    { ago: 122, at: "09:05", by: "mentee", steps: "Send the outline to Helen, as bad as it is", of: paper, isDone: true },
    {
      ago: 116,
      at: "21:10",
      by: "mentee",
      says: "I asked it. My voice did a strange thing in the middle and nobody noticed, or they are very polite. The answer was “good point”. That is all. I have walked home over the bridge and had nothing left to say to it.",
    },
    { ago: 116, at: "21:32", by: "mentor", says: "Two words that took you a year. I have put a loaf aside for you." },
    { ago: 115, at: "18:30", by: "mentee", reaches: 0, of: talk, word: "One question. Out loud." },
    {
      ago: 110,
      at: "07:50",
      by: "mentor",
      says: "My daughter has a fever and I have a daughter. Can we move tomorrow to the end of the week, same table?",
    },
    { ago: 110, at: "08:04", by: "mentee", says: "Of course. Greet her from me. Ginger, honey, lemon, and no lectures on rocks." },
    {
      ago: 94,
      at: "20:00",
      by: "mentor",
      rewrites: {
        "how-often": "We meet every two weeks, in term and out of it. In the week before a deadline we telephone for ten minutes instead.",
        where:
          "At the Bakery; on the bench behind the earth sciences building when it is dry. Between meetings we write here, and nobody answers after nine.",
      },
    },
    {
      ago: 94,
      at: "20:02",
      by: "mentor",
      says: "I have changed two lines of our agreement, so that it says what we do. See whether you would sign it.",
      corrected: "I have changed two lines of our agreement, so that it says what we actually do. See if you'd sign it.",
    },
    { ago: 93, at: "18:15", by: "mentee", signs: true },
    { ago: 93, at: "18:16", by: "mentee", says: "Signed. You have written to me after nine three times, I have counted." },
    { ago: 93, at: "20:30", by: "mentor", signs: true },
    { ago: 93, at: "20:31", by: "mentor", says: "Four. One I deleted." },
    { ago: 95, at: "19:20", by: "mentee", reaches: -1, of: paper, word: "An outline. Helen has seen it, so it counts double." },
    { ago: 81, at: "19:00", by: "mentee", reaches: 0, of: talk, word: "" },
    { ago: 80, at: "18:00", by: "mentor", reads: "feedback" },
    {
      ago: 72,
      at: "16:45",
      by: "mentee",
      says: "Look what came out of the moor today: a metre and twenty, in one piece. The black band in the middle is a fire, about three thousand years ago. I held it like a child.",
      sends: "soil-core",
    },
    {
      ago: 72,
      at: "19:50",
      by: "mentor",
      says: "That is the figure of your paper. Not a graph: that. Let them see it before they read a number.",
    },
    { ago: 71, at: "08:30", by: "mentee", steps: "Put the core on page one", of: paper, isDone: true },
    {
      ago: 52,
      at: "20:15",
      by: "mentee",
      reaches: 0,
      of: paper,
      word: "Whole draft, read by Dr. Adair in Aberdeen, who wrote “yes” in the margin eleven times.",
    },
    {
      ago: 39,
      at: "20:40",
      by: "mentee",
      reaches: 1,
      of: talk,
      word: "Disagreed with Matthias about the dating. He has repeated it as his own, which Helen says is how it starts.",
    },
    { ago: 38, at: "17:30", by: "mentee", steps: "Offer a talk to the peatland meeting in spring", of: talk, isDone: true },
    {
      ago: 26,
      at: "12:10",
      by: "mentee",
      says: "They have taken it. Fifteen minutes, in Galway, in spring. I have read the mail to the kettle.",
    },
    {
      ago: 26,
      at: "18:00",
      by: "mentor",
      says: "Of course they have. Next time we meet you give it to me standing up, on the bench, to the ducks.",
    },
    { ago: 25, at: "20:20", by: "mentee", reads: "feedback" },
    { ago: 11, at: "20:05", by: "mentee", reaches: 1, of: paper, word: "Submitted on a Sunday night. Nobody answers after nine." },
    { ago: 11, at: "20:10", by: "mentee", steps: "Give the talk to the group once, without slides", of: talk },
    {
      ago: 2,
      at: "17:35",
      by: "mentee",
      says: "For our next time: I have made it eleven minutes, and it wants to be fifteen. I do not know what to do with four minutes.",
    },
    {
      ago: 2,
      at: "19:10",
      by: "mentor",
      says: "Breathe in them. And here are the questions that I would ask you if I were unkind; bring your answers.",
      sends: "question-list",
      isUnread: true,
    },
  ],
  sessions: [
    {
      ago: 151,
      at: "17:00",
      minutes: 30,
      where: table,
      agenda: "Get to know each other. No plan.",
      notes:
        "N: the answer always comes on the way home. H: at the bakery the ovens were so loud that nobody could hear her, and that is how she learned to talk. We want to try every two weeks.",
      reflections: [{ by: "mentee", text: "She did not ask me once where I am really from." }],
    },
    {
      ago: 137,
      at: "17:00",
      where: table,
      notes: "What a good question is. Not a clever one: one of which you want to know the answer.",
      actions: [{ by: "mentee", words: "Write down one question in each group meeting, even if nobody hears it", done: 123 }],
    },
    {
      ago: 123,
      at: "17:00",
      where: table,
      notes: "Three questions written down. H reads them: all three are better than what was asked.",
      actions: [{ by: "mentor", words: "Lend N the book about voices", done: 109 }],
    },
    { ago: 109, at: "17:00", where: table, told: { mentee: "moved", mentor: "moved" } },
    { ago: 106, at: "17:00", where: table, planned: 2, notes: "She has asked one. We ate the loaf." },
    {
      ago: 95,
      at: "17:00",
      where: bench,
      agenda: "The outline",
      notes: "It has four papers in it. N chooses the one that she would read herself.",
      actions: [{ by: "mentee", words: "Cut the other three out and put them into a drawer with a date on it", done: 88 }],
    },
    {
      ago: 81,
      at: "17:00",
      where: bench,
      notes: "Bad weeks. The machine is broken and so is N, a little. We talked about Durban and about sleep. No actions.",
      reflections: [
        {
          by: "mentor",
          text: "I wanted to give advice four times and gave it once. That was one too many, and she said so, and laughed. Good.",
          isShared: true,
        },
      ],
    },
    { ago: 67, at: "17:00", where: table, notes: "The core as figure one. What the first paragraph has to promise." },
    {
      ago: 53,
      at: "17:00",
      where: table,
      agenda: "Who reads it first",
      notes: "Somebody outside who owes nobody anything: Dr. Adair, Aberdeen. H writes the two lines that introduce her.",
      actions: [{ by: "mentor", words: "Write to Adair", done: 52 }],
    },
    {
      ago: 39,
      at: "17:00",
      where: bench,
      notes:
        "How one disagrees with somebody who signs one's forms: with the sentence “what would have to be true for both of us to be right?”",
    },
    {
      ago: 25,
      at: "17:00",
      where: bench,
      notes: "Galway! Talk, first shape: three pictures, one number.",
      reflections: [
        {
          by: "mentee",
          text: "A year ago I would have said no before they could. I noticed that I did not even think of it.",
          isShared: true,
        },
      ],
    },
    {
      ago: 11,
      at: "17:00",
      where: table,
      agenda: "1. The paper goes out\n2. The talk, out loud",
      notes:
        "It went out at four in the afternoon, from this table. Talk: eleven minutes, no paper in her hand. The ducks were not there, but two of Helen's students were, and they asked her things.",
      actions: [
        { by: "mentee", words: "Say it once to the group, before anybody asks for it", dueIn: 12 },
        { by: "mentor", words: "Collect the unkind questions", done: 2 },
      ],
      reflections: [
        {
          by: "mentee",
          text: "When it was sent I wanted to call my grandmother. She does not know what a paper is, and she cried anyway.",
        },
      ],
    },
    {
      ago: -3,
      at: "17:00",
      where: bench,
      by: "mentor",
      planned: 14,
      agenda: "Fifteen minutes: what to do with the four that are left\nThe unkind questions",
    },
  ],
  pulses: [
    { mentee: [5, 4, 4, 3, 3], mentor: [4, 4, 3, 3, 4], comment: "It is easy to be there." },
    { mentee: [5, 5, 4, 4, 4], mentor: [5, 5, 4, 4, 4] },
    { mentee: [5, 5, 5, 5, 4], mentor: [5, 5, 4, 5, 5], comment: "She has begun to disagree with me. I count that as a success." },
  ],
  talks: {
    mentee: [
      { mood: 4, note: "Shy on the telephone. Likes Helen. Says that the meetings are the hour in which she talks most." },
      { mood: 4, note: "Has asked her first question in group meeting. Tells it like a mountain." },
      {
        mood: 3,
        note: "Bad month, broken machine, homesick. Knows whom to call. Asked her whether she sees a doctor for the sleep; she will.",
      },
      { mood: 5, note: "Sleeps again. The draft is whole." },
      { mood: 5, note: "Galway. Could hardly speak, and then spoke for twenty minutes." },
    ],
    mentor: [
      { mood: 5, note: "“She is better prepared than I am.” Worried that she talks too much; told her that N says otherwise." },
      { mood: 5, note: "Enjoys it. Wants to know what to do when N is homesick: nothing, listen." },
    ],
  },
};
