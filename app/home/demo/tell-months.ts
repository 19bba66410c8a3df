/** A program of the demo whose relationships have lived for months, looked after by one coordinator, with somebody who looks after safety. */
import { commonGround } from "../../../db/seeds/riverside/common-ground.ts";
import { commonGroundLives, commonGroundNewest } from "../../../db/seeds/riverside/common-ground-lives.ts";
import { commonGroundMentees, commonGroundNewcomer } from "../../../db/seeds/riverside/common-ground-mentees.ts";
import { commonGroundMentors } from "../../../db/seeds/riverside/common-ground-mentors.ts";
import { caseOfHa } from "../../../db/seeds/riverside/common-ground-turns.ts";
import { lockPair } from "../../matching/board/pair-wishes.ts";
import { inOrganization, type PersonalContext } from "../../platform/context.ts";
import { noteInCase, setSeverity, takeCase } from "../../relationships/concerns/handle-case.ts";
import { saveSetting } from "../../relationships/settings/save-setting.ts";
import { defaultSetting } from "../../relationships/settings/setting.ts";
import type { AppOfThePast } from "./app-of-the-past.ts";
import { daysOf, liveLives } from "./live-lives.ts";
import { liveThrough } from "./live-through.ts";
import type { Doing } from "./meet.ts";
import { runDemoRound } from "./run-demo-round.ts";
import { asPerson, type DemoPerson } from "./write-people.ts";
import { type DemoParticipant, type DemoProgram, writeParticipants, writeProgram } from "./write-program.ts";

interface Telling {
  readonly coordinator: DemoPerson;
  readonly lead: DemoPerson;
  readonly today: Date;
  readonly ago: (days: number) => Date;
  readonly date: (days: number) => string;
}

export async function tellMonths(app: AppOfThePast, organizationId: string, telling: Telling): Promise<void> {
  const { coordinator, today, ago, date } = telling;
  app.moveTo(ago(190));
  const program = await writeProgram(app, organizationId, commonGround, { coordinator, startsOn: date(-165), endsOn: date(230) });
  app.moveTo(ago(164));
  const first = await inOrganization(app, organizationId, async (ctx) => {
    await saveSetting(asPerson(ctx, coordinator), program, { ...defaultSetting, lengthMonths: 12 });
    return [
      ...(await writeParticipants(ctx, program, "mentor", commonGroundMentors, { today, overDays: 20 })),
      ...(await writeParticipants(ctx, program, "mentee", commonGroundMentees, { today, overDays: 18 })),
    ];
  });
  app.moveTo(ago(160));
  await bringTogether(app, program, coordinator, first, commonGroundLives);
  await liveThrough(app, program, first, ago(157));
  await liveLives(app, program, commonGroundLives, { coordinator, people: first, today, besides: stepsOfCase(organizationId, telling) });

  app.moveTo(ago(19));
  const people = await inOrganization(app, organizationId, async (ctx) => [
    ...first,
    ...(await writeParticipants(ctx, program, "mentee", [commonGroundNewcomer], { today, overDays: 2 })),
  ]);
  await bringTogether(app, program, coordinator, people, [commonGroundNewest]);
  await liveThrough(app, program, people, ago(16.5));
  await liveLives(app, program, [commonGroundNewest], { coordinator, people, today });
}

/** The coordinator knows both, and locks the two; the round does the rest. */
async function bringTogether(
  app: AppOfThePast,
  program: DemoProgram,
  coordinator: DemoPerson,
  people: readonly DemoParticipant[],
  lives: readonly { readonly mentee: string; readonly mentor: string }[],
): Promise<void> {
  const idOf = (key: string): string => people.find(({ card }) => card.key === key)!.participantId;
  const pairs = lives.map(({ mentee, mentor }) => ({ menteeId: idOf(mentee), mentorId: idOf(mentor) }));
  await inOrganization(app, program.organizationId, async (ctx) => {
    for (const pair of pairs) await lockPair(asPerson(ctx, coordinator), program, pair);
  });
  await runDemoRound(app, program, coordinator, {
    chosen: { who: "picked", mentees: pairs.map(({ menteeId }) => menteeId), mentors: [] },
    isPublished: true,
  });
}

/** What the safeguarding lead has done since somebody wrote to her. */
function stepsOfCase(organizationId: string, { lead, today }: Telling): Doing[] {
  const days = daysOf(today);
  const inCase =
    (act: (ctx: PersonalContext, its: { organizationId: string; concernId: string }) => Promise<void>) => async (ctx: PersonalContext) => {
      const { id: concernId } = await ctx.db
        .selectFrom("concern")
        .select("id")
        .where("organization_id", "=", organizationId)
        .executeTakeFirstOrThrow();
      await act(ctx, { organizationId, concernId });
    };
  const { takenAgo, steps } = caseOfHa;
  return [
    { at: days.momentIn(-takenAgo, "22:20", "Europe/London"), who: lead, act: inCase(takeCase) },
    ...steps.map(({ ago, at, kind, words }) => ({
      at: days.momentIn(-ago, at, "Europe/London"),
      who: lead,
      act: inCase((ctx, its) => (kind === "severity" ? setSeverity(ctx, its, words) : noteInCase(ctx, its, kind, words))),
    })),
  ];
}
