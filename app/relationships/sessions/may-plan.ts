import { Conflict, NotFound } from "../../platform/errors.ts";
import { lifeWords } from "../life/life.messages.ts";
import { type Life, isOpen } from "../life/life.ts";
import type { PersonOfLife, Relationship } from "../life/find-life.ts";

/** Refuses where it is over, or safeguarding has paused it: then nothing is planned or noted. */
export function mustBeOpen(life: Life): void {
  if (isOpen(life)) return;
  const why = life.state === "concluded" ? "concluded" : "held-for-safety";
  throw new Conflict((language) => lifeWords(language).impossible[why]);
}

/** One of its people; to everybody else it does not exist. */
export function personOf({ people }: Relationship, personId: string): PersonOfLife {
  const person = people.find((one) => one.personId === personId);
  if (!person) throw new NotFound();
  return person;
}
