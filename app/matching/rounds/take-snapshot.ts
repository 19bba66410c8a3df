import { deserialize, serialize } from "node:v8";
import { promisify } from "node:util";
import { deflate, inflate } from "node:zlib";
import { listQuestions } from "../../networks/programs/list-questions.ts";
import type { Context } from "../../platform/context.ts";
import { clockOf } from "../criteria/clock-day.ts";
import { listLocks, listNeverPairs } from "../criteria/list-never-pairs.ts";
import { loadPeople } from "../criteria/load-people.ts";
import { scoringOf } from "../criteria/scoring-of.ts";
import { loadWishes } from "../affinity/load-wishes.ts";
import { weightsCounting } from "../affinity/wish-weights.ts";
import { type Candidate, listCandidates, takingPart, withBothParts } from "./list-candidates.ts";
import { loadChoices } from "./load-choices.ts";
import { groupsOfRound } from "./load-groups.ts";
import {
  type ChosenPeople,
  mostPairs,
  pairLimit,
  type RoundCriteria,
  type RoundObjective,
  type RoundProblem,
  type RoundSnapshot,
} from "./round.ts";
import { goesByChoices, type RoundSettings } from "./round-settings.ts";

/** The round cannot be run as things are; said in words on its page. */
export class CannotRun extends Error {
  override readonly name = "CannotRun";
  readonly problem: RoundProblem;
  constructor(problem: RoundProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

interface RoundPlan {
  readonly criteria: Pick<RoundCriteria, "criteria">;
  readonly chosen: ChosenPeople;
  readonly seed: number;
  readonly objective: RoundObjective;
  readonly settings?: RoundSettings;
}

/** The people, their answers, places and locks as they are now: all that the round's result follows from. */
export async function takeSnapshot(ctx: Context, organizationId: string, programId: string, plan: RoundPlan): Promise<RoundSnapshot> {
  const { criteria } = plan.criteria;
  const all = takingPart(await listCandidates(ctx, organizationId, programId), plan.chosen);
  const chosen = plan.objective === "peers" ? withBothParts(all) : all;
  if (chosen.mentees.length === 0) throw new CannotRun({ kind: "nobody", side: "mentees" });
  if (chosen.mentors.length === 0) throw new CannotRun({ kind: "nobody", side: "mentors" });
  const pairs = chosen.mentees.length * chosen.mentors.length;
  const limit = pairLimit(plan.objective, plan.settings ?? {});
  if (pairs > limit) throw new CannotRun({ kind: "too-many-pairs", pairs, limit });

  const ids = (people: readonly { id: string }[]): string[] => people.map(({ id }) => id);
  const mentees = await loadPeople(ctx, organizationId, ids(chosen.mentees), criteria);
  const unordered = await loadPeople(ctx, organizationId, ids(chosen.mentors), criteria);
  const mentors = plan.objective === "peers" ? inOrderOf(mentees, unordered) : unordered;
  const candidateOf = new Map(chosen.mentors.map((mentor) => [mentor.id, mentor]));
  const sizes = mentors.map(({ id }) => groupSize(candidateOf.get(id)!, plan.settings?.group));
  const places = sizes.map(({ most }) => most);

  const menteeAt = new Map(mentees.map(({ id }, index) => [id, index]));
  const mentorAt = new Map(mentors.map(({ id }, index) => [id, index]));
  // A lock on somebody who takes no part (any more) binds nobody.
  const locks = (await listLocks(ctx, organizationId, programId)).flatMap(({ menteeId, mentorId }) => {
    const [mentee, mentor] = [menteeAt.get(menteeId), mentorAt.get(mentorId)];
    return mentee === undefined || mentor === undefined ? [] : [{ mentee, mentor }];
  });
  for (const [mentor, person] of mentors.entries()) {
    const count = locks.filter((lock) => lock.mentor === mentor).length;
    if (count > places[mentor]!) {
      throw new CannotRun({ kind: "locks-beyond-places", mentorId: person.id, name: person.name, places: places[mentor]!, locks: count });
    }
  }
  if (plan.objective === "peers") refuseTwoLocks(mentees, locks);

  const { at, timeZone } = await clockOf(ctx, organizationId, programId);
  const questions = await listQuestions(ctx, organizationId, programId);
  const never = await listNeverPairs(ctx, organizationId, programId);
  const { scoring, must, should } = scoringOf(criteria, { mentees, mentors, questions, timeZone, at }, never, {
    keepWeightless: true,
  });
  const settings = plan.settings ?? {};
  const choices = goesByChoices(plan.objective)
    ? await loadChoices(ctx, organizationId, programId, menteeAt, mentorAt)
    : { mentees: [], mentors: [] };
  if (plan.objective === "stable" && settings.unranked === "never" && choices.mentees.length === 0)
    throw new CannotRun({ kind: "no-choices" });
  const groups = plan.objective === "fair" ? await groupsOfRound(ctx, organizationId, programId, settings, ids(mentees)) : null;
  if (plan.objective === "fair" && !groups) throw new CannotRun({ kind: "no-groups" });
  // Ranks say more than a wish does; a round by ranks alone goes by nothing else.
  const wishes =
    plan.objective === "stable" || plan.objective === "peers"
      ? null
      : await loadWishes(ctx, organizationId, programId, {
          menteeIds: ids(mentees),
          mentorIds: ids(mentors),
          others: weightsCounting(scoring),
        });
  // A wish changes what pairs are worth, and so which of them can matter.
  if (wishes && pairs > mostPairs) throw new CannotRun({ kind: "too-many-pairs", pairs, limit: mostPairs });
  return {
    version: 2,
    menteeIds: ids(mentees),
    mentorIds: ids(mentors),
    visibility: { mentees: mentees.map(({ visibility }) => visibility), mentors: mentors.map(({ visibility }) => visibility) },
    scoring,
    keys: { must, should },
    places,
    locks,
    seed: plan.seed,
    objective: plan.objective,
    settings,
    choices,
    groups,
    least: plan.objective === "groups" ? sizes.map(({ least }) => least) : null,
    wishes,
  };
}

/** The same number on both sides is the same person. */
function inOrderOf<P extends { readonly personId: string }>(mentees: readonly P[], mentors: readonly P[]): P[] {
  const byPerson = new Map(mentors.map((mentor) => [mentor.personId, mentor]));
  return mentees.map(({ personId }) => byPerson.get(personId)!);
}

/** From how many to how many more her group may have: who has said yes counts, and a group that is under way takes in anybody. */
function groupSize(
  { places, held, hasBegun }: Candidate,
  group: RoundSettings["group"],
): { readonly least: number; readonly most: number } {
  if (!group) return { least: 1, most: places };
  const most = Math.min(places, Math.max(0, group.most - held));
  return { least: hasBegun ? 1 : Math.max(1, Math.min(most, group.least - held)), most };
}

/** Somebody has one peer, whichever of the two a lock names first. */
function refuseTwoLocks(people: readonly { readonly id: string; readonly name: string }[], locks: RoundSnapshot["locks"]): void {
  for (const [person, { id, name }] of people.entries()) {
    const partners = new Set(locks.flatMap(({ mentee, mentor }) => (mentee === person ? [mentor] : mentor === person ? [mentee] : [])));
    if (partners.size > 1) throw new CannotRun({ kind: "locks-beyond-places", mentorId: id, name, places: 1, locks: partners.size });
  }
}

/** The snapshot as bytes to keep: the structured clone of V8, which later versions go on reading, deflated. Groups and wishes are left out. */
export async function packSnapshot(snapshot: RoundSnapshot): Promise<Buffer> {
  return promisify<Buffer, Buffer>(deflate)(serialize({ ...snapshot, groups: null, wishes: null }));
}

export async function unpackSnapshot(bytes: Buffer): Promise<RoundSnapshot> {
  const kept = deserialize(await promisify<Buffer, Buffer>(inflate)(bytes)) as RoundSnapshot | FirstSnapshot;
  const first = { settings: {}, choices: { mentees: [], mentors: [] }, least: null };
  return { ...first, ...kept, version: 2, groups: null, wishes: null };
}

/** As rounds kept it before there were choices. */
type FirstSnapshot = Omit<RoundSnapshot, "version" | "settings" | "choices" | "groups" | "least" | "wishes"> & { readonly version: 1 };
