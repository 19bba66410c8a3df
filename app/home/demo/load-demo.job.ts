import { ladera, riverside } from "../../../db/seeds/organizations.ts";
import { newRootsMentees } from "../../../db/seeds/ladera/mentees.ts";
import { newRootsMentors } from "../../../db/seeds/ladera/mentors.ts";
import { newRoots } from "../../../db/seeds/ladera/new-roots.ts";
import { laderaStaff } from "../../../db/seeds/ladera/staff.ts";
import { firstInFamily, firstSteps } from "../../../db/seeds/riverside/first-steps.ts";
import { firstStepsBeginnings } from "../../../db/seeds/riverside/first-steps-beginnings.ts";
import { firstStepsLateMentees } from "../../../db/seeds/riverside/first-steps-late-mentees.ts";
import { firstStepsMentees } from "../../../db/seeds/riverside/first-steps-mentees.ts";
import { firstStepsMentors } from "../../../db/seeds/riverside/first-steps-mentors.ts";
import { jobCenterList, secondWind } from "../../../db/seeds/riverside/second-wind.ts";
import { secondWindMentees } from "../../../db/seeds/riverside/second-wind-mentees.ts";
import { secondWindMentors } from "../../../db/seeds/riverside/second-wind-mentors.ts";
import { riversideStaff } from "../../../db/seeds/riverside/staff.ts";
import { nameSafeguardingLead } from "../../networks/organizations/safeguarding-leads.ts";
import { type App, asSystem, inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { appOfThePast, type AppOfThePast } from "./app-of-the-past.ts";
import { askForDescriptions, countDemoRound, describeThemselves } from "./describe-themselves.ts";
import { askMentors } from "./ask-mentors.ts";
import { beginWell } from "./begin-well.ts";
import { chooseEachOther } from "./choose-each-other.ts";
import { demoState, tellProgress } from "./demo-state.ts";
import { gatherCircles } from "./gather-circles.ts";
import { importList } from "./import-list.ts";
import { keepChecks } from "./keep-checks.ts";
import { liveThrough } from "./live-through.ts";
import { removeDemo } from "./remove-demo.ts";
import { runDemoRound } from "./run-demo-round.ts";
import { standBy } from "./stand-by.ts";
import { suggestThree } from "./suggest-three.ts";
import { tellMonths } from "./tell-months.ts";
import { writeOrganization } from "./write-organization.ts";
import { asPerson, type DemoPerson } from "./write-people.ts";
import { writeParticipants, writeProgram } from "./write-program.ts";

const hour = 3_600_000;
const day = 24 * hour;

/**
 * Loads the demo: its people are written down, and the weeks behind them are lived through by the acts and jobs that everybody
 * uses. Nothing in it is left to chance. Begun again after a break-off, it begins anew.
 */
export const loadDemo = job<object>("demo.load", { run: load, atOnce: 1, retryLimit: 2, expireSeconds: 900 });

async function load(app: App, _payload: object, signal: AbortSignal): Promise<void> {
  if ((await asSystem(app, demoState)).is === "loaded") return;
  await tellProgress(app, "people");
  await asSystem(app, removeDemo);
  try {
    const today = app.now();
    const begin = (): AppOfThePast => appOfThePast(app, today, signal);
    // What comes due by itself would find months all at once, before they are lived.
    await app.jobs.undisturbed(() => allOf([tellRiverside(app, begin, today), tellLadera(begin(), today)]));
    await asSystem(app, ({ db }) => db.updateTable("installation").set({ demo_loaded_at: app.now(), demo_progress: null }).execute());
  } catch (error) {
    // When the server stops, the job is given out again; otherwise nothing half done stays.
    if (!signal.aborted) {
      await asSystem(app, removeDemo);
      await asSystem(app, ({ db }) => db.updateTable("installation").set({ demo_progress: null }).execute());
    }
    throw error;
  }
}

/** All at once, each on its own clock; where one fails, the others have ended before it is told. */
async function allOf(tellings: readonly Promise<void>[]): Promise<void> {
  for (const told of await Promise.allSettled(tellings)) if (told.status === "rejected") throw told.reason;
}

async function tellRiverside(app: App, begin: () => AppOfThePast, today: Date): Promise<void> {
  const ago = (days: number, hours = 0): Date => new Date(today.getTime() - days * day - hours * hour);
  const date = (days: number): string => new Date(today.getTime() + days * day).toISOString().slice(0, 10);

  const past = begin();
  past.moveTo(ago(200));
  const { organizationId, staff } = await writeOrganization(past, riverside, riversideStaff);
  const ruth = staff.get("ruth.abernathy")!;
  const cora = staff.get("cora.whitfield")!;
  const lead = staff.get("bernadette.amoah")!;
  await inOrganization(past, organizationId, (ctx) =>
    nameSafeguardingLead(asPerson(ctx, staff.get("olga.petrova")!), organizationId, lead.id),
  );
  await past.settle();

  const days = { today, ago, date };
  await allOf([
    tellFirstSteps(app, begin(), organizationId, { ruth, cora }, days),
    tellMonths(begin(), organizationId, { coordinator: ruth, lead, ...days }),
    tellSecondWind(begin(), organizationId, cora, days),
  ]);
}

interface Days {
  readonly today: Date;
  readonly ago: (days: number, hours?: number) => Date;
  readonly date: (days: number) => string;
}

async function tellFirstSteps(
  app: App,
  past: AppOfThePast,
  organizationId: string,
  { ruth, cora }: { readonly ruth: DemoPerson; readonly cora: DemoPerson },
  { today, ago, date }: Days,
): Promise<void> {
  past.moveTo(ago(40));
  const first = await writeProgram(past, organizationId, firstSteps, { coordinator: ruth, startsOn: date(-18), endsOn: date(340) });
  const dimensionId = await askForDescriptions(past, first, ruth, firstInFamily);
  past.moveTo(ago(23));
  const mentors = await inOrganization(past, organizationId, (ctx) =>
    writeParticipants(ctx, first, "mentor", firstStepsMentors, { today, overDays: 15 }),
  );
  const mentees = await inOrganization(past, organizationId, (ctx) =>
    writeParticipants(ctx, first, "mentee", firstStepsMentees, { today, overDays: 13 }),
  );

  past.moveTo(ago(21));
  await describeThemselves(past, first, dimensionId, mentees);

  await tellProgress(app, "first-round");
  past.moveTo(ago(20));
  const roundId = await runDemoRound(past, first, ruth, { chosen: { who: "ready" }, isPublished: true });
  await countDemoRound(past, first, ruth, { roundId, dimensionId });

  await tellProgress(app, "weeks");
  await liveThrough(past, first, [...mentors, ...mentees], ago(4));
  const late = await inOrganization(past, organizationId, (ctx) =>
    writeParticipants(ctx, first, "mentee", firstStepsLateMentees, { today, overDays: 9 }),
  );

  await tellProgress(app, "second-round");
  past.moveTo(ago(1, 6));
  const chosen = [...late.filter(({ card }) => card.stage === undefined), ...mentees.filter(({ card }) => card.key === "rosie.tulloch")];
  await runDemoRound(past, first, ruth, {
    chosen: { who: "picked", mentees: chosen.map(({ participantId }) => participantId), mentors: [] },
    isPublished: true,
  });
  await liveThrough(past, first, [...mentors, ...mentees, ...late], today);
  past.moveTo(ago(18));
  await beginWell(past, first, { coordinator: ruth, people: [...mentors, ...mentees], beginnings: firstStepsBeginnings, today });
  past.moveTo(ago(10));
  await keepChecks(past, first, { coordinator: ruth, mentors, today });
  await standBy(past, organizationId, { coordinator: cora, people: [...mentors, ...mentees], today, ago, date });
  past.moveTo(today);
  await askMentors(past, first, { coordinator: ruth, mentees: [...late, ...mentees], until: date(12) });
  await tellProgress(app, "months");
}

async function tellSecondWind(past: AppOfThePast, organizationId: string, cora: DemoPerson, { today, ago, date }: Days): Promise<void> {
  past.moveTo(ago(16));
  const second = await writeProgram(past, organizationId, secondWind, { coordinator: cora, startsOn: date(18), endsOn: date(200) });
  past.moveTo(ago(2));
  const people = await inOrganization(past, organizationId, async (ctx) => [
    ...(await writeParticipants(ctx, second, "mentor", secondWindMentors, { today, overDays: 11 })),
    ...(await writeParticipants(ctx, second, "mentee", secondWindMentees, { today, overDays: 12 })),
  ]);
  // Meanwhile, in another program with the same people.
  await gatherCircles(past, organizationId, { coordinator: cora, people, until: today, date });
  past.moveTo(ago(1, 4));
  await importList(past, second, cora, jobCenterList);
  past.moveTo(ago(0, 3));
  await runDemoRound(past, second, cora, { chosen: { who: "ready" }, isPublished: false });
}

async function tellLadera(past: AppOfThePast, today: Date): Promise<void> {
  const ago = (days: number): Date => new Date(today.getTime() - days * day);
  const date = (days: number): string => new Date(today.getTime() + days * day).toISOString().slice(0, 10);
  past.moveTo(ago(13));
  const { organizationId, staff } = await writeOrganization(past, ladera, laderaStaff);
  past.moveTo(ago(12));
  const coordinator = staff.get("stella.marchetti")!;
  const program = await writeProgram(past, organizationId, newRoots, { coordinator, startsOn: date(30), endsOn: date(210) });
  past.moveTo(ago(1));
  const [mentors, mentees] = await inOrganization(past, organizationId, async (ctx) => [
    await writeParticipants(ctx, program, "mentor", newRootsMentors, { today, overDays: 9 }),
    await writeParticipants(ctx, program, "mentee", newRootsMentees, { today, overDays: 7 }),
  ]);
  await suggestThree(past, organizationId, { coordinator, people: [...mentors, ...mentees], ago, date });
  past.moveTo(ago(0));
  await chooseEachOther(past, program, { coordinator, mentees, mentors });
}
