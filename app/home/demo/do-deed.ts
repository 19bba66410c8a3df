/** What somebody of a pair did once, done by the act that the pages use, at the moment that the clock shows. */
import type { SeedDeed, Side } from "../../../db/seeds/life.ts";
import { questionList, soilCore } from "../../../db/seeds/riverside/sent-files.ts";
import { newId } from "../../platform/identifiers.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { changeAgreement } from "../../relationships/agreements/change-agreement.ts";
import { findAgreement, fingerprint } from "../../relationships/agreements/find-agreement.ts";
import { signAgreement } from "../../relationships/agreements/sign-agreement.ts";
import { askNewStart } from "../../relationships/closure/ask-new-start.ts";
import { beginClosure } from "../../relationships/closure/begin-closure.ts";
import { saveFarewell } from "../../relationships/closure/save-farewell.ts";
import { searchAgain } from "../../relationships/closure/search-again.ts";
import { raiseConcern } from "../../relationships/concerns/raise-concern.ts";
import { decideGoal } from "../../relationships/goals/decide-goal.ts";
import { type Goal, listSteps } from "../../relationships/goals/find-goals.ts";
import { noteLevel } from "../../relationships/goals/note-level.ts";
import { proposeGoal } from "../../relationships/goals/save-goal.ts";
import { addStep, tickStep } from "../../relationships/goals/take-steps.ts";
import { pauseRelationship } from "../../relationships/life/change-dates.ts";
import { findRelationship, type OneRelationship } from "../../relationships/life/find-life.ts";
import { editMessage } from "../../relationships/messages/change-message.ts";
import { markRead as readMessages } from "../../relationships/messages/mark-read.ts";
import { prepareFiles } from "../../relationships/messages/message-files.ts";
import { sendMessage } from "../../relationships/messages/send-message.ts";
import { markRead as readPiece } from "../../relationships/practice/mark-read.ts";
import { proposeTimes } from "../../relationships/sessions/propose-times.ts";
import type { DemoPerson } from "./write-people.ts";

export interface DemoPair extends OneRelationship {
  readonly people: Readonly<Record<Side, DemoPerson>>;
}

/** Days from now as "2027-02-01", and a moment on such a day. */
export interface DemoDays {
  readonly dayIn: (days: number) => string;
  readonly momentIn: (days: number, at: string, timeZone: string) => Date;
}

/** Where somebody is; links are opened, everything else is a place. */
export const placeOf = (where: string) => ({ placeKind: where.startsWith("https://") ? "link" : "place", place: where }) as const;

const minute = 60_000;
/** Further than any of their conversations goes. */
export const allMessages = 999_999;

const files = { "soil-core": soilCore, "question-list": questionList } as const;

export async function doDeed(ctx: PersonalContext, pair: DemoPair, deed: SeedDeed, days: DemoDays): Promise<void> {
  const { organizationId, relationshipId } = pair;
  const its = { organizationId, relationshipId };
  const me = ctx.actor.personId;
  const goalCalled = (title: string): Promise<string> => findGoalId(ctx, its, title);
  if ("says" in deed) return say(ctx, its, deed);
  if ("rewrites" in deed) {
    const { number } = await findAgreement(ctx, await findRelationship(ctx, its));
    await changeAgreement(ctx, its, { seen: number, shown: number, texts: new Map(Object.entries(deed.rewrites)) });
  } else if ("signs" in deed) {
    const { sections } = await findAgreement(ctx, await findRelationship(ctx, its));
    await signAgreement(ctx, its, { read: fingerprint(sections) });
  } else if ("setsGoal" in deed) {
    const { hope = "", title, scale, weight = 1, dueIn } = deed.setsGoal;
    const [level0, level1, level2, level3, level4] = scale;
    const dueOn = dueIn === undefined ? null : days.dayIn(dueIn);
    await proposeGoal(ctx, its, {
      hope,
      title,
      level0,
      level1,
      level2,
      level3,
      level4,
      weight,
      dueOn,
      skills: [],
      participantId: "",
      seen: "",
    });
  } else if ("agreesTo" in deed) await decideGoal(ctx, { ...its, goalId: await goalCalled(deed.agreesTo) }, { decision: "agreed" });
  else if ("reaches" in deed) await noteLevel(ctx, { ...its, goalId: await goalCalled(deed.of) }, { level: deed.reaches, word: deed.word });
  else if ("steps" in deed) {
    const goalId = await goalCalled(deed.of);
    await addStep(ctx, { ...its, goalId }, { words: deed.steps, ownerId: me, stepDueOn: null });
    if (deed.isDone) await tickLastStep(ctx, { ...its, goalId });
  } else if ("reads" in deed) await readPiece(ctx, { ...its, piece: deed.reads });
  else if ("proposes" in deed) {
    const zone = (await findRelationship(ctx, its)).people.find(({ personId }) => personId === me)!.timeZone;
    const times = deed.proposes.map(({ in: inDays, at }) => days.momentIn(inDays, at, zone));
    const plan = { times, minutes: 30, repeats: null, untilOn: null, words: deed.words, ...placeOf(deed.where) };
    await proposeTimes(ctx, its, plan, { by: me });
  } else if ("pausesFor" in deed) await pauseRelationship(ctx, its, days.dayIn(deed.pausesFor));
  else if ("closes" in deed) await beginClosure(ctx, its, deed.closes);
  else if ("thanks" in deed) await saveFarewell(ctx, its, { thanks: deed.thanks });
  else if ("reached" in deed) await saveFarewell(ctx, its, { reached: deed.reached });
  else if ("because" in deed) await saveFarewell(ctx, its, { reason: deed.because, words: deed.words });
  else if ("staysInTouch" in deed) await saveFarewell(ctx, its, { keepsContact: deed.staysInTouch });
  else if ("answers" in deed) await saveFarewell(ctx, its, { answers: deed.answers });
  else if ("looksAgain" in deed) await searchAgain(ctx, its, { personId: me, learned: deed.looksAgain });
  else if ("asksNewStart" in deed) await askNewStart(ctx, its, { reason: deed.asksNewStart, words: deed.words });
  else
    await raiseConcern(ctx, organizationId, {
      category: deed.raises,
      urgency: "soon",
      words: deed.words,
      isConfidential: true,
      mayWrite: true,
      relationshipId,
      aboutIds: Object.values(pair.people).flatMap(({ id }) => (id === me ? [] : [id])),
    });
}

async function say(ctx: PersonalContext, its: OneRelationship, deed: Extract<SeedDeed, { says: string }>): Promise<void> {
  await readMessages(ctx, its, allMessages);
  const { messageId } = await sendMessage(ctx, its, {
    authorId: ctx.actor.personId,
    words: deed.corrected ?? deed.says,
    files: await prepareFiles(deed.sends === undefined ? [] : [files[deed.sends]()]),
    sentKey: newId(),
  });
  if (deed.corrected !== undefined)
    await editMessage({ ...ctx, now: new Date(ctx.now.getTime() + 3 * minute) }, { ...its, messageId }, deed.says);
}

async function findGoalId(
  ctx: PersonalContext,
  { organizationId, relationshipId }: OneRelationship,
  title: Goal["title"],
): Promise<string> {
  const { id } = await ctx.db
    .selectFrom("goal")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", relationshipId)
    .where("title", "=", title)
    .executeTakeFirstOrThrow();
  return id;
}

/** Nobody writes a step down on the day on which she does it; it is done some days later. */
async function tickLastStep(ctx: PersonalContext, its: OneRelationship & { readonly goalId: string }): Promise<void> {
  const stepId = (await listSteps(ctx, its.organizationId, its.goalId)).at(-1)!.id;
  await tickStep({ ...ctx, now: new Date(ctx.now.getTime() + 4 * 24 * 60 * minute) }, its, { stepId, done: "yes" });
}
