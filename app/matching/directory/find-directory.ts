import { listQuestions } from "../../networks/programs/list-questions.ts";
import { findProfile, listProfiles } from "../../people/profiles/find-profile.ts";
import { hoursInCommon, type OwnHours } from "../../people/profiles/overlapping-hours.ts";
import type { Context, PersonalContext } from "../../platform/context.ts";
import { otherRole } from "../choices/choice.ts";
import { findOwnPart, type OfProgram, type OwnPart } from "../choices/own-list.ts";
import { profileSource } from "../criteria/answer-source.ts";
import { clockOf } from "../criteria/clock-day.ts";
import type { Criterion } from "../criteria/criterion.ts";
import { loadPeople } from "../criteria/load-people.ts";
import { answerOf, fold, languageOf, type MatchingPerson, wordsOf } from "../criteria/matching-person.ts";
import { findMode } from "../modes/find-mode.ts";
import { isAskingOpen } from "../modes/mode.ts";
import { askable } from "../requests/request.ts";
import { loadOfMentors } from "../requests/request-load.ts";
import type { DirectoryFilter, DirectoryOrder } from "./directory-filter.ts";
import { type Everybody, readEverybody } from "./everybody.ts";
import { type Fit, fitOf, withoutHidden } from "./fit.ts";
import { foundPerson, type FoundPerson, isFree } from "./found-person.ts";
import { listStandings, type Looking, type Narrowed, type Standing } from "./list-standings.ts";
import { listTellingCriteria } from "./list-telling-criteria.ts";
import { withoutTelling } from "./search-hidden.ts";

export const pageSize = 24;
const mostFacets = 100;

/** A word that people show, and how many of them. */
export interface Facet {
  readonly word: string;
  readonly people: number;
}

export interface Directory {
  readonly people: readonly FoundPerson[];
  readonly total: number;
  /** Of everybody whom the search finds, the most frequent first. */
  readonly skills: readonly Facet[];
  readonly languages: readonly Facet[];
}

/** One page of those whom the reader may find, the best for her first; without those whom she set aside herself. */
export async function findDirectory(
  ctx: Context,
  look: Look,
  filter: DirectoryFilter,
  page: number,
  setAside: ReadonlySet<string> = new Set(),
): Promise<Directory> {
  const around = await lookAround(ctx, look, filter.search === "" ? {} : { search: filter.search });
  const { fit, shown } = around;
  const everybody = around.everybody.filter(({ id }) => !setAside.has(id));
  const keeps = filterOf(filter, look, shown);
  const list = everybody.filter(keeps).toSorted(inOrder(filter.order, fit, look.isNameless));
  const cut = list.slice((page - 1) * pageSize, page * pageSize);
  return {
    people: await showAll(ctx, look, cut, fit),
    total: list.length,
    skills: countWords(everybody, (id) => wordsOf(answerOf(shown.get(id)!, profileSource(look.skills))), fold),
    languages: countWords(everybody, (id) => wordsOf(answerOf(shown.get(id)!, profileSource("languages"))), languageOf),
  };
}

/** Some of them by their ids, in that order, as they are found now; who cannot be found is left out. */
export async function findPeople(ctx: Context, look: Look, ids: readonly string[], { evenAway = false } = {}): Promise<FoundPerson[]> {
  if (ids.length === 0) return [];
  const { everybody, fit } = await lookAround(ctx, look, { ids, evenAway });
  const standings = new Map(everybody.map((standing) => [standing.id, standing]));
  return showAll(
    ctx,
    look,
    ids.flatMap((id) => standings.get(id) ?? []),
    fit,
  );
}

/** Who looks, for whom, and by what. */
export interface Look extends Looking {
  readonly ownHours: OwnHours | undefined;
  readonly criteria: readonly Criterion[];
  readonly questions: Awaited<ReturnType<typeof listQuestions>>;
  readonly skills: "gives" | "hopes";
  readonly at: Date;
  readonly timeZone: string;
  /** Mentees ask mentors themselves: then it is said of whom too much is asked now. */
  readonly isAsking: boolean;
}

/** `own` is the reader's part, of the other role; a coordinator has none and sees what everybody sees. */
export async function lookFor(
  ctx: Context,
  { organizationId, programId }: OfProgram,
  role: "mentee" | "mentor",
  own: (OwnPart & { readonly personId: string }) | undefined,
): Promise<Look> {
  const mode = await findMode(ctx, organizationId, programId);
  const { today, at, timeZone } = await clockOf(ctx, organizationId, programId);
  const profile = own && (await findProfile(ctx, organizationId, own.personId));
  return {
    organizationId,
    programId,
    role,
    ownId: own?.id,
    today,
    isNameless: mode.identity === "after-match",
    isAsking: role === "mentor" && isAskingOpen(mode, today),
    ownHours: profile && { hours: profile.availability, zone: profile.timeZone },
    criteria: own ? await listTellingCriteria(ctx, organizationId, programId, role) : [],
    questions: await listQuestions(ctx, organizationId, programId),
    skills: role === "mentor" ? "gives" : "hopes",
    at,
    timeZone,
  };
}

/** The reader's own view: hers as a participant, or what everybody sees where she is none and coordinates. */
export async function lookAsReader(ctx: PersonalContext, its: OfProgram, role: "mentee" | "mentor"): Promise<Look> {
  const own = await findOwnPart(ctx, its, otherRole(role));
  return lookFor(ctx, its, role, own && { ...own, personId: ctx.actor.personId });
}

interface Found {
  /** Whom the musts leave. */
  readonly everybody: readonly Standing[];
  /** As everybody in the program knows them. */
  readonly shown: ReadonlyMap<string, MatchingPerson>;
  readonly fit: Fit | undefined;
}

async function lookAround(ctx: Context, look: Look, narrowed: Narrowed): Promise<Found> {
  const { organizationId, ownId, criteria, questions, timeZone, at } = look;
  const found = await listStandings(ctx, look, narrowed);
  const standings =
    look.isNameless && narrowed.search !== undefined ? await withoutTelling(ctx, organizationId, found, narrowed.search) : found;
  const { people, shown } = narrowed.ids ? await readThese(ctx, look, standings) : await readEverybody(ctx, look);
  const [own] = ownId === undefined ? [] : await loadPeople(ctx, organizationId, [ownId], criteria);
  // Somebody may have come in between two statements.
  const present = standings.filter(({ id }) => people.has(id));
  if (!own) return { everybody: present, shown, fit: undefined };
  const others = present.map(({ id }) => people.get(id)!);
  const fit = fitOf({ criteria, questions, own, ownRole: otherRole(look.role), others, shown, timeZone, at });
  return { everybody: present.filter(({ id }) => fit.weights.has(id)), shown, fit };
}

async function readThese(ctx: Context, { organizationId, criteria, questions }: Look, standings: readonly Standing[]): Promise<Everybody> {
  const ids = standings.map(({ id }) => id);
  const people = new Map((await loadPeople(ctx, organizationId, ids, criteria)).map((person) => [person.id, person]));
  return { people, shown: new Map([...people].map(([id, person]) => [id, withoutHidden(person, questions)])) };
}

function filterOf(filter: DirectoryFilter, look: Look, shown: ReadonlyMap<string, MatchingPerson>): (standing: Standing) => boolean {
  const { skill, language, hours, onlyFree, onlyAnswered } = filter;
  const has = (id: string, field: "gives" | "hopes" | "languages", word: string, same: (word: string) => string): boolean =>
    wordsOf(answerOf(shown.get(id)!, profileSource(field))).some((each) => same(each) === same(word));
  const together = (id: string): number => {
    const { timeZone, answers } = shown.get(id)!;
    const theirs = answers.get(profileSource("hours")) as number[] | undefined;
    return (theirs && look.ownHours && hoursInCommon(look.ownHours, { hours: theirs, zone: timeZone }, look.at)) ?? 0;
  };
  return (standing) =>
    (!onlyFree || isFree(standing)) &&
    (!onlyAnswered || standing.answers > 0) &&
    (skill === undefined || has(standing.id, look.skills, skill, fold)) &&
    (language === undefined || has(standing.id, "languages", language, languageOf)) &&
    (hours === undefined || together(standing.id) >= hours);
}

/** Whom one can have now stand first, in every order. */
function inOrder(order: DirectoryOrder, fit: Fit | undefined, isNameless: boolean): (a: Standing, b: Standing) => number {
  const collator = new Intl.Collator("und");
  // Where names are hidden their order would be a hint.
  const byName = (a: Standing, b: Standing): number => (isNameless ? a.number - b.number : collator.compare(a.name, b.name));
  const key = (standing: Standing): number => {
    if (order === "fit") return fit?.weights.get(standing.id) ?? 0;
    return order === "active" ? (standing.activeAt?.getTime() ?? 0) : 0;
  };
  return (a, b) => Number(isFree(b)) - Number(isFree(a)) || key(b) - key(a) || byName(a, b) || a.number - b.number;
}

function countWords(everybody: readonly Standing[], wordsById: (id: string) => readonly string[], same: (word: string) => string): Facet[] {
  const counted = new Map<string, { word: string; people: number }>();
  for (const { id } of everybody) {
    for (const word of wordsById(id)) {
      const facet = counted.get(same(word));
      if (facet) facet.people++;
      else counted.set(same(word), { word: same === languageOf ? languageOf(word) : word, people: 1 });
    }
  }
  return [...counted.values()].toSorted((a, b) => b.people - a.people).slice(0, mostFacets);
}

async function showAll(ctx: Context, look: Look, standings: readonly Standing[], fit: Fit | undefined): Promise<FoundPerson[]> {
  const personIds = standings.map(({ personId }) => personId);
  const profiles = new Map((await listProfiles(ctx, look.organizationId, personIds)).map((profile) => [profile.personId, profile]));
  const ids = standings.map(({ id }) => id);
  const loads = look.isAsking ? await loadOfMentors(ctx, look.organizationId, look.programId, ids) : undefined;
  return standings.flatMap((standing) => {
    const profile = profiles.get(standing.personId);
    if (!profile) return [];
    const load = loads?.get(standing.id);
    const showing = {
      ...look,
      weight: fit?.tellingWeight(standing.id),
      reasons: fit?.reasonsWith(standing.id) ?? [],
      asking: load && askable(load),
      now: ctx.now,
    };
    return [foundPerson(standing, profile, showing)];
  });
}
