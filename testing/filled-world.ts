/** The small world with one of each thing in its first program, for tests that go through all addresses. */
import type { TestApp } from "./app.ts";
import { smallWorld, type World } from "./world.ts";

export interface FilledWorld extends World {
  /** Name of a path's parameter → the thing of the first program that stands for it. */
  readonly examples: Readonly<Record<string, string>>;
}

export async function fillWorld(app: TestApp): Promise<FilledWorld> {
  const world = await smallWorld(app);
  return {
    ...world,
    examples: {
      organizationId: world.riverside,
      programId: world.first,
      participantId: world.participants.mentee!,
      personId: world.people.mentee,
      token: "no-such-token",
    },
  };
}
