/** A program of groups in the demo: a round puts them together, one begins, and one waits for one more. */
import { circleMentees, circleMentors, circleSize, lunchCircles, stillLooking } from "../../../db/seeds/riverside/lunch-circles.ts";
import { saveMode } from "../../matching/modes/save-mode.ts";
import { changeFormat } from "../../networks/programs/change-format.ts";
import { inOrganization } from "../../platform/context.ts";
import type { AppOfThePast } from "./app-of-the-past.ts";
import { liveThrough } from "./live-through.ts";
import { runDemoRound } from "./run-demo-round.ts";
import { sitTogether } from "./sit-together.ts";
import { takeIn } from "./take-in.ts";
import { asPerson, type DemoPerson } from "./write-people.ts";
import { type DemoParticipant, writeProgram } from "./write-program.ts";

interface Circles {
  readonly coordinator: DemoPerson;
  readonly people: readonly DemoParticipant[];
  readonly until: Date;
  readonly date: (days: number) => string;
}

export async function gatherCircles(
  app: AppOfThePast,
  organizationId: string,
  { coordinator, people, until, date }: Circles,
): Promise<void> {
  const circles = await writeProgram(app, organizationId, lunchCircles, { coordinator, startsOn: date(-2), endsOn: date(180) });
  const members = await inOrganization(app, organizationId, async (plain) => {
    const ctx = asPerson(plain, coordinator);
    await changeFormat(ctx, organizationId, circles.programId, { format: "group", defaultCapacity: circleSize.groupMost });
    await saveMode(ctx, circles, circleSize);
    return takeIn(ctx, circles, people, [...circleMentors, ...circleMentees]);
  });
  await runDemoRound(app, circles, coordinator, {
    chosen: { who: "ready" },
    isPublished: true,
    objective: "groups",
    settings: { group: { least: circleSize.groupLeast, most: circleSize.groupMost, company: "full" } },
  });
  // What they do in one program is not what they do in another.
  const doing = members.map((member) => {
    const { answering: _, ...card } = member.card;
    return { ...member, card: card.key === stillLooking ? { ...card, answering: { does: "looks" as const } } : card };
  });
  await liveThrough(app, circles, doing, until);
  await sitTogether(app, circles, members, until);
}
