/** A program in which people choose each other: the small world, with more mentors and mentees, and a mode. */
import { inOrganization } from "../app/platform/context.ts";
import type { Identity, Mode } from "../app/matching/modes/mode.ts";
import type { TestApp } from "./app.ts";
import { addParticipant, smallWorld, type World } from "./world.ts";

export interface ChoosingPerson {
  readonly personId: string;
  readonly participantId: string;
}

export interface ChoosingWorld extends World {
  readonly mentors: readonly ChoosingPerson[];
  readonly mentees: readonly ChoosingPerson[];
  /** The address of a page of the program. */
  at(under: string): string;
  choose(mode: Partial<{ mode: Mode; mentors_rank: boolean; identity: Identity; mentee_choices: number }>): Promise<void>;
}

/** The first mentor and mentee are those of the small world; the others are called "Mentor 2" and so on. */
export async function choosingWorld(app: TestApp, counts: { mentors: number; mentees: number }): Promise<ChoosingWorld> {
  const world = await smallWorld(app);
  const place = { organizationId: world.riverside, programId: world.first };
  const add = async (role: "mentor" | "mentee", word: string, count: number): Promise<ChoosingPerson[]> => {
    const people = [{ personId: world.people[role], participantId: world.participants[role]! }];
    while (people.length < count)
      people.push(
        await addParticipant(app, {
          ...place,
          role,
          name: `${word} Number${people.length + 1}`,
          email: `${role}${people.length + 1}@example.org`,
        }),
      );
    return people;
  };
  const mentors = await add("mentor", "Marta", counts.mentors);
  const mentees = await add("mentee", "Enrique", counts.mentees);
  const choose: ChoosingWorld["choose"] = async (mode) => {
    await inOrganization(app, world.riverside, ({ db }) =>
      db
        .insertInto("matching_mode")
        .values({ organization_id: world.riverside, program_id: world.first, ...mode })
        .onConflict((conflict) => conflict.columns(["organization_id", "program_id"]).doUpdateSet(mode))
        .execute(),
    );
  };
  await choose({ mode: "ranked-round", mentors_rank: true });
  return { ...world, mentors, mentees, at: (under) => `/organizations/${world.riverside}/programs/${world.first}${under}`, choose };
}
