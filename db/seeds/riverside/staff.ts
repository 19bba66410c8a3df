/** The office for women's leadership at Riverside University. */
import type { SeedStaff } from "../person.ts";

export const riversideStaff: readonly SeedStaff[] = [
  {
    key: "olga.petrova",
    name: "Olga Petrova",
    pronouns: "she/her",
    role: "owner",
    writes: "en",
    lives: "leeds",
    speaks: "en ru",
    headline: "Head of the Office for Women's Leadership",
    story:
      "I came to Riverside as a crystallographer and stayed because somebody senior once asked me what I actually wanted. It took me a week to answer. This office exists so that more people are asked that question, early, by somebody who listens to the end.",
    likes: "cold water swimming, chess",
    free: "Mon-Fri 9-17",
  },
  {
    key: "adam.kowalczyk",
    name: "Adam Kowalczyk",
    pronouns: "he/him",
    role: "administrator",
    writes: "en",
    lives: "leeds",
    speaks: "en pl",
    headline: "Runs the office's accounts, rooms and spreadsheets",
    story:
      "I keep the lights on: budgets, consent forms, the list of who said they would come and then did. If a letter of ours ever reached you in the wrong language, that was me, and I am sorry.",
    likes: "allotment gardening, board games",
    free: "Mon-Thu 9-16",
  },
  {
    key: "ruth.abernathy",
    name: "Ruth Abernathy",
    pronouns: "she/her",
    role: "member",
    writes: "en",
    lives: "leeds",
    speaks: "en fr",
    headline: "Coordinates First Steps and Common Ground",
    story:
      "Eleven years of matching people by hand, on a kitchen table, with sticky notes in three colors. I know most pairs by name and I still get it wrong sometimes, which is why I ask everyone in week three how it is really going.",
    likes: "choir, baking, long walks",
    free: "Mon-Fri 9-17",
  },
  {
    key: "cora.whitfield",
    name: "Cora Whitfield",
    pronouns: "she/they",
    role: "member",
    writes: "en",
    lives: "bradford",
    speaks: "en ur",
    headline: "Coordinates Second Wind",
    story:
      "I went back to work at thirty-nine, after caring for my mother, and nobody knew what to do with my CV. So now I run the program I would have wanted. We start small, and we never say gap.",
    likes: "pottery, crime novels",
    free: "Tue-Fri 10-18",
  },
  {
    key: "bernadette.amoah",
    name: "Bernadette Amoah",
    pronouns: "she/her",
    role: "member",
    writes: "en",
    lives: "leeds",
    speaks: "en fr",
    headline: "Looks after safety",
    story:
      "I was a ward sister for nineteen years, and the most useful thing I said in all that time was: sit down, I am not in a hurry. I still say it, on the telephone mostly. Whatever you bring me, you decide what happens next.",
    likes: "gospel choir, crochet",
    free: "Mon-Fri 8-16",
  },
];
