/**
 * The market of a government department's two spreadsheets, worked out from the files alone: who may be paired with whom, and how
 * much each pair is worth. Shares no line with the product, so that both can be compared.
 */
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/** From low to high, as the service itself ranks them. */
export const grades = ["AA", "AO", "EO", "HEO", "SEO", "Grade 7", "Grade 6", "SCS1", "SCS2", "SCS3", "SCS4"];

/** What the coordinator of the drill asks for. */
export const wishes = { stepsAbove: 1, profession: 50, identity: 30 } as const;

interface Row {
  readonly "email address": string;
  readonly grade: string;
  readonly organisation: string;
  readonly profession: string;
  /** Of mentors: several, with commas. */
  readonly characteristics: string;
  readonly "match with similar identity": string;
  readonly "identity to match": string;
}

export interface DepartmentMarket {
  /** Addresses. */
  readonly mentees: readonly string[];
  readonly mentors: readonly string[];
  /** What the pair is worth, 0 to 10,000; undefined where a must forbids it. */
  readonly worth: (mentee: string, mentor: string) => number | undefined;
}

export function readDepartment(mentorsFile: string, menteesFile: string): DepartmentMarket {
  const read = (file: string): Map<string, Row> =>
    new Map(
      parse<Row>(readFileSync(file, "utf8"), { columns: true, bom: true }).map((row) => [row["email address"].trim().toLowerCase(), row]),
    );
  const [mentors, mentees] = [read(mentorsFile), read(menteesFile)];
  const identities = new Map(
    [...mentors].map(([address, row]) => [address, new Set(row.characteristics.split(",").map((one) => one.trim()))]),
  );
  return {
    mentees: [...mentees.keys()],
    mentors: [...mentors.keys()],
    worth(menteeAddress, mentorAddress) {
      const [mentee, mentor] = [mentees.get(menteeAddress), mentors.get(mentorAddress)];
      if (!mentee || !mentor) throw new Error(`${menteeAddress} or ${mentorAddress} is not in the files`);
      if (mentee.organisation === mentor.organisation) return undefined;
      if (grades.indexOf(mentor.grade) - grades.indexOf(mentee.grade) < wishes.stepsAbove) return undefined;
      const wantsIdentity = mentee["match with similar identity"] === "yes";
      const sameProfession = mentee.profession === mentor.profession ? wishes.profession : 0;
      const wanted = mentee["identity to match"].trim();
      const sharesIdentity = wantsIdentity && wanted !== "" && identities.get(mentorAddress)!.has(wanted) ? wishes.identity : 0;
      const possible = wishes.profession + (wantsIdentity ? wishes.identity : 0);
      return Math.round((10_000 * (sameProfession + sharesIdentity)) / possible);
    },
  };
}
