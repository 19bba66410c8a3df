/**
 * As many invented people as a test wants, in one program: names, languages, skills, interests, hours, places, a department and a
 * grade each. The same seed invents the same people.
 */
import { inOrganization } from "../app/platform/context.ts";
import type { App } from "../app/platform/context.ts";
import { newId } from "../app/platform/identifiers.ts";

const given = [
  "Maya",
  "Jonas",
  "Ines",
  "Tariq",
  "Lena",
  "Omar",
  "Priya",
  "Mateo",
  "Aisha",
  "Noah",
  "Salma",
  "Kofi",
  "Yuki",
  "Rosa",
  "Emre",
];
const family = ["Okafor", "Lindqvist", "García", "Haddad", "Novak", "Silva", "Khan", "Moreau", "Tanaka", "Weber", "Mensah", "Rossi"];
const skills = ["grant writing", "Python", "public speaking", "budgeting", "design", "negotiation", "data analysis", "teaching", "law"];
const interests = ["climbing", "chess", "gardening", "film", "running", "cooking", "history", "music"];
const zones = ["Europe/Madrid", "Europe/London", "Asia/Kolkata", "America/New_York", "Africa/Cairo", "Asia/Kathmandu"];
const countries = ["ES", "GB", "IN", "US", "EG", "NP"];
const departments = ["Health", "Justice", "Transport", "Education", "Treasury"];
const grades = ["AO", "EO", "HEO", "SEO", "Grade 7", "Grade 6"];

/** A small repeatable source of numbers from 0 to 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface InventedPeople {
  readonly mentees: readonly string[];
  readonly mentors: readonly string[];
  /** Questions asked of all: a choice, and a scale. */
  readonly department: string;
  readonly grade: string;
}

export async function inventPeople(
  app: App,
  place: { organizationId: string; programId: string },
  counts: { mentees: number; mentors: number; seed?: number; capacity?: (index: number) => number },
): Promise<InventedPeople> {
  const { organizationId, programId } = place;
  const random = randomFrom(counts.seed ?? 1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const some = <T>(list: readonly T[], most: number): T[] => [
    ...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(list))),
  ];
  const questions = { department: newId(), grade: newId() };
  const people = (["mentee", "mentor"] as const).flatMap((role) =>
    Array.from({ length: counts[`${role}s`] }, (_, index) => {
      const zone = Math.floor(random() * zones.length);
      const evening = 17 + Math.floor(random() * 3);
      return {
        role,
        personId: newId(),
        participantId: newId(),
        name: `${pick(given)} ${pick(family)} ${index + 1}`,
        email: `${role}.${index + 1}.${newId().slice(-6)}@example.org`,
        languages: some(["en", "es", "ar", "pl"], 2),
        timeZone: zones[zone]!,
        country: countries[zone]!,
        interests: some(interests, 3),
        hours: some([0, 1, 2, 3, 4], 3)
          .flatMap((day) => [day * 24 + evening, day * 24 + evening + 1])
          .toSorted((a, b) => a - b),
        skills: some(skills, 3),
        department: pick(departments),
        grade: pick(role === "mentee" ? grades.slice(0, 4) : grades.slice(1)),
        capacity: role === "mentor" ? (counts.capacity?.(index) ?? 1) : null,
      };
    }),
  );

  // Accounts belong to no organization; the login of the requests may make them.
  await inOrganization(app, organizationId, async ({ db }) => {
    const inParts = async <T>(rows: readonly T[], insert: (part: T[]) => Promise<unknown>): Promise<void> => {
      for (let at = 0; at < rows.length; at += 500) await insert(rows.slice(at, at + 500));
    };
    await db
      .insertInto("question")
      .values([
        {
          organization_id: organizationId,
          id: questions.department,
          program_id: programId,
          position: 1,
          kind: "choice",
          label: "Department",
          asked_of: "both",
          options: departments,
          shown_to: "matches",
        },
        {
          organization_id: organizationId,
          id: questions.grade,
          program_id: programId,
          position: 2,
          kind: "scale",
          label: "Grade",
          asked_of: "both",
          options: grades,
          shown_to: "coordinators",
        },
      ])
      .execute();
    await inParts(people, (part) =>
      db
        .insertInto("auth.person")
        .values(part.map(({ personId, email, name }) => ({ id: personId, email, name, email_verified: false })))
        .execute(),
    );
    await inParts(people, (part) =>
      db
        .insertInto("member")
        .values(part.map(({ personId }) => ({ organization_id: organizationId, person_id: personId })))
        .execute(),
    );
    await inParts(people, (part) =>
      db
        .insertInto("profile")
        .values(
          part.map((person) => ({
            organization_id: organizationId,
            person_id: person.personId,
            name: person.name,
            languages: person.languages,
            time_zone: person.timeZone,
            country: person.country,
            interests: person.interests,
            availability: person.hours,
          })),
        )
        .execute(),
    );
    await inParts(
      people.flatMap(({ personId, role, skills: list }) => list.map((skill) => ({ personId, role, skill }))),
      (part) =>
        db
          .insertInto("profile_skill")
          .values(
            part.map(({ personId, role, skill }) => ({
              organization_id: organizationId,
              person_id: personId,
              skill,
              direction: role === "mentor" ? ("gives" as const) : ("hopes" as const),
            })),
          )
          .execute(),
    );
    await inParts(people, (part) =>
      db
        .insertInto("participant")
        .values(
          part.map(({ participantId, personId, role, capacity }) => ({
            organization_id: organizationId,
            id: participantId,
            program_id: programId,
            person_id: personId,
            role,
            capacity,
            added_by: "import" as const,
          })),
        )
        .execute(),
    );
    await inParts(
      people.flatMap(({ participantId, department, grade }) => [
        { participantId, question: questions.department, value: department },
        { participantId, question: questions.grade, value: grade },
      ]),
      (part) =>
        db
          .insertInto("answer")
          .values(
            part.map(({ participantId, question, value }) => ({
              organization_id: organizationId,
              participant_id: participantId,
              question_id: question,
              value: JSON.stringify(value),
            })),
          )
          .execute(),
    );
  });
  const ids = (role: string): string[] => people.filter((person) => person.role === role).map(({ participantId }) => participantId);
  return { mentees: ids("mentee"), mentors: ids("mentor"), ...questions };
}
