/** In a running program of the demo, mentees who still have nobody ask a mentor themselves. */
import { readDirectoryFilter } from "../../matching/directory/directory-filter.ts";
import { findDirectory, lookAsReader } from "../../matching/directory/find-directory.ts";
import { saveMode } from "../../matching/modes/save-mode.ts";
import { makeRequest } from "../../matching/requests/make-request.ts";
import { inOrganization } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import type { AppOfThePast } from "./app-of-the-past.ts";
import { asPerson, type DemoPerson } from "./write-people.ts";
import type { DemoParticipant, DemoProgram } from "./write-program.ts";

interface Asking {
  readonly coordinator: DemoPerson;
  readonly mentees: readonly DemoParticipant[];
  /** The last day for asking. */
  readonly until: string;
}

const words = [
  "You have worked where I would like to work, and you write that you like to listen. May I ask you three questions, over one cup of coffee?",
  "I am the first in my family to try this, and I do not know what I do not know. Would you have an hour a month for somebody like that?",
];

/** Each of the first few who have nobody asks whom she fits best and who has a free place. */
export async function askMentors(app: AppOfThePast, its: DemoProgram, { coordinator, mentees, until }: Asking): Promise<void> {
  await inOrganization(app, its.organizationId, (ctx) => saveMode(asPerson(ctx, coordinator), its, { mode: "mixed", askingUntil: until }));
  let asked = 0;
  for (const mentee of mentees.filter(({ card }) => card.stage === undefined)) {
    if (asked === words.length) break;
    if (await ask(app, its, mentee, words[asked]!)) asked++;
  }
  await app.settle();
}

/** Whether she could ask anybody: whoever has a mentor, or an offer, has nobody to ask. */
async function ask(app: AppOfThePast, its: DemoProgram, mentee: DemoParticipant, says: string): Promise<boolean> {
  try {
    return await inOrganization(app, its.organizationId, async (ctx) => {
      const hers = asPerson(ctx, mentee);
      const look = await lookAsReader(hers, its, "mentor");
      const found = await findDirectory(hers, look, readDirectoryFilter(new URLSearchParams({ free: "on" })), 1);
      const [best] = found.people;
      if (!best) return false;
      await makeRequest(hers, { ...its, menteeId: mentee.participantId, mentorId: best.id, words: says, fallsOn: true });
      return true;
    });
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}
