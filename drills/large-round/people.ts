/** As many made-up people as a large round wants, as spreadsheets; the same seed makes the same people. */
import { randomFrom } from "../../testing/invented-people.ts";

const verbs = ["writing", "planning", "leading", "reviewing", "teaching", "funding", "measuring", "presenting"];
const things = ["grants", "budgets", "software", "research", "courses", "teams", "surveys", "exhibitions"];
const skills = verbs.flatMap((verb) => things.map((thing) => `${verb} ${thing}`));
const interests = ["climbing", "chess", "gardening", "film", "running", "cooking", "history", "music", "sailing", "pottery"];
const languages = ["English", "Spanish", "Arabic", "French", "Polish"];
const zones = ["Europe/Madrid", "Europe/London", "Asia/Kolkata", "America/New_York", "Africa/Cairo"];

/** Everybody speaks one or two of five languages, so that the rule of a language in common leaves about half of all pairs. */
export function spreadsheet(role: "mentor" | "mentee", count: number, seed: number): string {
  const random = randomFrom(seed);
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const some = (list: readonly string[], most: number): string =>
    [...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, () => one(list)))].join("; ");
  const isMentor = role === "mentor";
  const lines = Array.from({ length: count }, (_, index) =>
    [
      `${isMentor ? "Mentor" : "Mentee"} Number ${index + 1}`,
      `${role}-${index + 1}@drill.test`,
      some(languages, 2),
      some(skills, 4),
      some(interests, 3),
      one(zones),
      ...(isMentor ? [1 + Math.floor(random() * 5)] : []),
    ].join(","),
  );
  const header = `Name,E-mail address,Spoken languages,${isMentor ? "Can help with" : "What I hope to learn"},Interests,Time zone`;
  return [isMentor ? `${header},Places` : header, ...lines].join("\r\n");
}
