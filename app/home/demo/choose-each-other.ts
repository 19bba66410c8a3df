/** In a program of the demo that is gathering its people, they look around and say whom they would like. */
import { addChoice } from "../../matching/choices/add-choice.ts";
import { otherRole } from "../../matching/choices/choice.ts";
import { refuse } from "../../matching/choices/refuse.ts";
import { readDirectoryFilter } from "../../matching/directory/directory-filter.ts";
import { findDirectory, lookAsReader } from "../../matching/directory/find-directory.ts";
import { saveMode } from "../../matching/modes/save-mode.ts";
import { inOrganization } from "../../platform/context.ts";
import type { AppOfThePast } from "./app-of-the-past.ts";
import { asPerson, type DemoPerson } from "./write-people.ts";
import type { DemoParticipant, DemoProgram } from "./write-program.ts";

interface Choosing {
  readonly coordinator: DemoPerson;
  readonly mentees: readonly DemoParticipant[];
  readonly mentors: readonly DemoParticipant[];
}

/** Of those who have answered everything each in turn chooses nobody, one, two or three, the best for her first; a few set one aside. */
export async function chooseEachOther(app: AppOfThePast, its: DemoProgram, { coordinator, mentees, mentors }: Choosing): Promise<void> {
  await inOrganization(app, its.organizationId, async (ctx) => {
    await saveMode(asPerson(ctx, coordinator), its, { mode: "ranked-round", menteeChoices: 3, mentorsRank: true });
    for (const [role, people] of [
      ["mentee", mentees],
      ["mentor", mentors],
    ] as const) {
      const ready = people.filter(({ card }) => card.stage === undefined);
      for (const [index, person] of ready.entries()) {
        const hers = asPerson(ctx, person);
        const look = await lookAsReader(hers, its, otherRole(role));
        const found = await findDirectory(hers, look, readDirectoryFilter(new URLSearchParams()), 1);
        const liked = found.people.slice(0, index % 4);
        for (const { id } of liked) await addChoice(hers, { ...its, role, aboutId: id });
        const last = found.people.at(-1);
        if (index % 5 === 3 && last && !liked.includes(last)) await refuse(hers, { ...its, role, aboutId: last.id, note: "" });
      }
    }
  });
}
