import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { choosingWorld, type ChoosingWorld } from "../../../testing/choosing-world.ts";
import { inOrganization } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import type { Visibility } from "../../people/profiles/profile.ts";
import type { CriterionSettings, RuleName, RuleStrength } from "../criteria/criterion.ts";
import type { OfferState } from "../offers/offer.ts";

const day = 86_400_000;
let app: TestApp;
let world: ChoosingWorld;
const inRiverside = <T>(work: Parameters<typeof inOrganization<T>>[2]): Promise<T> => inOrganization(app, world.riverside, work);

interface Card {
  name: string;
  headline: string;
  story: string;
  gives: readonly string[];
  languages: readonly string[];
  hours: readonly number[];
  visibility: Partial<Visibility>;
}
const cards: readonly Partial<Card>[] = [
  { name: "Jonas Mentor", headline: "Nurse and team lead", gives: ["First aid"], languages: ["en", "es"] },
  {
    name: "Marta García",
    headline: "Gestión de datos",
    story: "I am Marta. Write to marta@example.org, see www.marta.example.com or call +34 600 123 456. I worked with Node.js.",
    gives: ["Python", "Negotiation"],
    languages: ["es"],
    hours: [10, 11, 12],
    visibility: { availability: "program" },
  },
  {
    name: "Paul Private",
    headline: "HIDDEN HEADLINE",
    gives: ["Welding"],
    visibility: { headline: "matches", skills: "coordinators" },
    hours: [10],
  },
  { name: "Rosa Rest", headline: "On a break", gives: ["Python"] },
];

beforeAll(async () => {
  app = await testApp();
  world = await choosingWorld(app, { mentors: 4, mentees: 2 });
  await inRiverside(async ({ db }) => {
    for (const [index, card] of cards.entries()) {
      const { personId } = world.mentors[index]!;
      const { gives = [], hours, ...rest } = card;
      await db
        .updateTable("profile")
        .set({
          ...rest,
          languages: [...(rest.languages ?? ["en"])],
          visibility: JSON.stringify(rest.visibility ?? {}) as never,
          availability: [...(hours ?? [])],
          time_zone: "Europe/Madrid",
          picture_id: null,
        })
        .where("person_id", "=", personId)
        .execute();
      for (const skill of gives)
        await db
          .insertInto("profile_skill")
          .values({ organization_id: world.riverside, person_id: personId, skill, direction: "gives", level: null })
          .execute();
    }
    await db
      .updateTable("profile")
      .set({ availability: [11, 12, 13], time_zone: "Europe/Madrid", languages: ["en", "es"] })
      .where("person_id", "=", world.people.mentee)
      .execute();
    await db
      .insertInto("profile_skill")
      .values({ organization_id: world.riverside, person_id: world.people.mentee, skill: "python", direction: "hopes", level: null })
      .execute();
  });
});
afterAll(() => app[Symbol.asyncDispose]());
beforeEach(async () => {
  await world.choose({ mode: "ranked-round", mentors_rank: true, identity: "at-once" });
  await inRiverside(async ({ db }) => {
    for (const table of ["offer", "criterion", "directory_return", "choice", "refusal"] as const)
      await db.deleteFrom(table).where("organization_id", "=", world.riverside).execute();
    await db.updateTable("profile").set({ paused_until: null }).where("organization_id", "=", world.riverside).execute();
  });
  await criterion("should", "hopes", { mentee: "profile.hopes", mentor: "profile.gives" });
});

const criterion = (strength: RuleStrength, rule: RuleName, settings: CriterionSettings) =>
  inRiverside(({ db }) =>
    db
      .insertInto("criterion")
      .values({
        organization_id: world.riverside,
        id: newId(),
        program_id: world.first,
        position: 1,
        strength,
        rule,
        settings: JSON.stringify(settings),
        weight: 50,
      })
      .execute(),
  );
let place = 0;
const offer = (mentor: number, mentee: number, state: OfferState, more: { daysAgo?: number; answeredAfterHours?: number } = {}) => {
  const created = new Date(Date.now() - (more.daysAgo ?? 10) * day);
  const answered = more.answeredAfterHours === undefined ? null : new Date(created.getTime() + more.answeredAfterHours * 3_600_000);
  return inRiverside(({ db }) =>
    db
      .insertInto("offer")
      .values({
        organization_id: world.riverside,
        id: newId(),
        program_id: world.first,
        mentee_id: world.mentees[mentee]!.participantId,
        mentor_id: world.mentors[mentor]!.participantId,
        place: (place++ % 50) + 1,
        weight: 1,
        reasons: "[]",
        state,
        mentor_accepted_at: answered,
        answer_by: new Date(created.getTime() + 3 * day),
        closed_at: state === "open" || state === "accepted" ? null : new Date(created.getTime() + 3 * day),
        created_at: created,
      })
      .execute(),
  );
};

const html = async (under: string, who: "mentee" | "mentor" | "coordinator" = "mentee"): Promise<string> => {
  const response = await world.as(who).get(world.at(under));
  expect(response.status, under).toBe(200);
  return response.text();
};
/** What a reader reads. */
const words = (page: string): string => page.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
/** Who stands on the page, in their order, by their headlines or names. */
async function listed(query = "", who: "mentee" | "mentor" | "coordinator" = "mentee"): Promise<string[]> {
  const page = await html(`/mentors${query}`, who);
  const foot = [...page.matchAll(/class="found-foot">.*?<bdi class="person-name">([^<]*)<\/bdi>/gs)];
  return foot.map((match) => match[1]!);
}

test("a mentee finds the mentors of her program, those who go best with her first, with reasons in words", async () => {
  expect(await listed()).toEqual(["Marta García", "Rosa Rest", "Jonas Mentor", "Paul Private"]);
  const page = words(await html("/mentors"));
  expect(page).toContain("You hope to learn");
  expect(page).toContain("Gestión de datos");
  expect(page).toContain("2 hours a week in common");
  expect(page).toContain("A free place");
  expect(page).not.toContain("Otto Other");
});

test("what somebody does not show to the program is not shown, found, counted, or weighed", async () => {
  const page = await html("/mentors");
  expect(page).not.toContain("HIDDEN HEADLINE");
  expect(page).not.toContain("Welding");
  expect(await listed("?q=hidden")).toEqual([]);
  expect(await listed("?q=welding")).toEqual([]);
  expect(await listed("?skill=Welding")).toEqual([]);
  expect(await listed("?hours=1")).toEqual(["Marta García"]);
  // Her order would tell what she hides: she has the very skill that the mentee hopes for, and stands as if she had not.
  await inRiverside(({ db }) =>
    db
      .insertInto("profile_skill")
      .values({ organization_id: world.riverside, person_id: world.mentors[2]!.personId, skill: "Python", direction: "gives", level: null })
      .execute(),
  );
  expect(await listed()).toEqual(["Marta García", "Rosa Rest", "Jonas Mentor", "Paul Private"]);
});

test("search goes by words anywhere, with or without accents and capitals; filters narrow, and links order", async () => {
  expect(await listed("?q=gestion")).toEqual(["Marta García"]);
  expect(await listed("?q=GARCIA+datos")).toEqual(["Marta García"]);
  expect(await listed("?q=garcia+nurse")).toEqual([]);
  expect(await listed("?q=%25")).toEqual([]);
  expect(await listed("?skill=python")).toEqual(["Marta García", "Rosa Rest"]);
  expect(await listed("?speaks=es")).toEqual(["Marta García", "Jonas Mentor"]);
  expect(await listed("?sort=name")).toEqual(["Jonas Mentor", "Marta García", "Paul Private", "Rosa Rest"]);
  expect(words(await html("/mentors?q=nobody+says+this"))).toContain("Nobody fits all of this");
});

test("whom one cannot have now stands below, and only those with a place are shown where she asks so", async () => {
  await inRiverside(({ db }) =>
    db.updateTable("profile").set({ paused_until: "2999-01-01" }).where("person_id", "=", world.mentors[3]!.personId).execute(),
  );
  await offer(1, 1, "accepted");
  expect(await listed()).toEqual(["Jonas Mentor", "Paul Private", "Marta García", "Rosa Rest"]);
  const page = words(await html("/mentors"));
  expect(page).toContain("Takes a break at the moment");
  expect(page).toContain("No free place at the moment");
  expect(await listed("?free=yes")).toEqual(["Jonas Mentor", "Paul Private"]);
});

test("musts leave out those with whom no round could pair her, and so does an offer that was declined", async () => {
  await criterion("must", "in-common", { mentee: "profile.gives", mentor: "profile.gives", missing: "allow" });
  await criterion("must", "same", { mentee: "profile.place", mentor: "profile.place", missing: "allow" });
  expect(await listed()).toHaveLength(4);
  await criterion("must", "hours", { mentee: "profile.hours", mentor: "profile.hours", hours: 1, missing: "refuse" });
  expect(await listed()).toEqual(["Marta García"]);
  const gone = world.as("mentee").get(world.at(`/mentors/${world.mentors[0]!.participantId}`));
  expect((await gone).status).toBe(404);
  await offer(1, 0, "declined");
  expect(await listed()).toEqual([]);
});

test("the reply time is said coarsely, of three answers on, and only where she shows it", async () => {
  await offer(0, 1, "ended", { daysAgo: 40, answeredAfterHours: 5 });
  await offer(0, 1, "ended", { daysAgo: 30, answeredAfterHours: 30 });
  expect(await html("/mentors")).not.toContain("Usually answers");
  await offer(0, 1, "ended", { daysAgo: 20, answeredAfterHours: 100 });
  expect(words(await html("/mentors"))).toContain("Usually answers within two days");
  expect(await listed("?answered=yes")).toEqual(["Jonas Mentor"]);
  const show = (audience: "program" | "coordinators") =>
    inRiverside(({ db }) =>
      db
        .updateTable("profile")
        .set({ visibility: JSON.stringify({ activity: audience }) as never })
        .where("person_id", "=", world.people.mentor)
        .execute(),
    );
  await show("coordinators");
  expect(await html("/mentors")).not.toContain("Usually answers");
  expect(await listed("?answered=yes")).toEqual([]);
  await show("program");
});

test("who missed three answers in a row is hidden until she says that she is back; an answer in between counts", async () => {
  await offer(0, 1, "expired", { daysAgo: 40 });
  await offer(0, 1, "expired", { daysAgo: 35 });
  await offer(0, 1, "ended", { daysAgo: 30, answeredAfterHours: 5 });
  await offer(0, 1, "expired", { daysAgo: 25 });
  await offer(0, 1, "expired", { daysAgo: 20 });
  expect(await listed()).toContain("Jonas Mentor");
  expect(words(await (await world.as("mentor").get("/")).text())).not.toContain("do not see you");
  await offer(0, 1, "expired", { daysAgo: 15 });
  expect(await listed()).not.toContain("Jonas Mentor");

  const own = words(await (await world.as("mentor").get("/")).text());
  expect(own).toContain("Mentees of First Steps do not see you at the moment");
  expect(words(await html("/shown", "mentor"))).toContain("Mentees do not see you at the moment");
  const back = await world.as("mentor").post(world.at("/shown"), { act: "comeBack" });
  expect(back.status).toBe(303);
  expect(await listed()).toContain("Jonas Mentor");
  expect(words(await (await world.as("mentor").get("/")).text())).not.toContain("do not see you");
});

test("where names come after a match, no page of the directory holds a name, a face or a way to her, until the two are proposed", async () => {
  await world.choose({ identity: "after-match" });
  const pictureId = newId();
  await inRiverside(async ({ db }) => {
    await db
      .insertInto("file")
      .values({
        organization_id: world.riverside,
        id: pictureId,
        person_id: world.mentors[1]!.personId,
        kind: "picture",
        name: "picture.webp",
        content_type: "image/webp",
        size_bytes: 0,
        sha256: Buffer.alloc(32),
      })
      .execute();
    await db.updateTable("profile").set({ picture_id: pictureId }).where("person_id", "=", world.mentors[1]!.personId).execute();
  });
  const [marta] = [world.mentors[1]!];
  const pages = async (): Promise<string> =>
    (await html("/mentors")) +
    (await html("/mentors?q=gestion")) +
    (await html(`/mentors/${marta.participantId}`)) +
    (await html("/mentors", "coordinator")) +
    (await html("/choices"));
  await world.as("mentee").post(world.at("/mentors"), { act: "add", aboutId: marta.participantId });
  const hidden = ["Marta", "García", marta.personId, pictureId, "mentor2@example.org", "600 123", "marta.example", "Jonas", "Rosa"];
  const before = await pages();
  for (const word of hidden) expect(before.includes(word), word).toBe(false);
  expect(before).toContain("Node.js");
  expect(words(before)).toContain("In this program you see name and picture once the two of you are proposed to each other.");
  // Searching for the name finds nobody, nor does what stands of it in her own words; the order of the list is none of names.
  for (const told of ["garcia", "marta", "MARTA.", "am+marta", "marta@example.org", "www.marta", "600"])
    expect(await listed(`?q=${told}`), told).toEqual([]);
  expect(await listed("?q=node.js+datos")).toHaveLength(1);
  expect((await listed("?sort=name")).every((name) => /^Mentor \d+$/.test(name))).toBe(true);

  // The same number for everybody who looks, and after a while.
  const numberOf = async (who: "mentee" | "coordinator"): Promise<string> => (await listed("?q=gestion", who)).join();
  expect(await numberOf("mentee")).toMatch(/^Mentor \d$/);
  expect(await numberOf("coordinator")).toBe(await numberOf("mentee"));
  // Nor does anything go by names: called otherwise, she has the same number and stands where she stood.
  const rename = (name: string) =>
    inRiverside(({ db }) => db.updateTable("profile").set({ name }).where("person_id", "=", marta.personId).execute());
  const [itsNumber, order] = [await numberOf("mentee"), await listed()];
  await rename("Zoé García");
  expect([await numberOf("mentee"), await listed()]).toEqual([itsNumber, order]);
  await rename("Marta García");

  await offer(1, 0, "open");
  expect(await html(`/mentors/${marta.participantId}`)).toContain("Marta García");
  expect(await html("/mentors")).not.toContain("Jonas");
  // She is proposed to one mentee, and to the others she is who she was.
  const other = await world.asPerson(world.mentees[1]!.personId).get(world.at("/mentors"));
  expect([other.status, (await other.text()).includes("Marta")]).toEqual([200, false]);
});

test("a coordinator sees what mentees see, and nobody is offered to her", async () => {
  const page = words(await html("/mentors", "coordinator"));
  expect(page).toContain("This is what mentees see.");
  expect(page).toContain("Marta García");
  expect(page).not.toContain("Add to my choices");
  expect((await world.as("coordinator").post(world.at("/mentors"), { act: "add", aboutId: world.mentors[1]!.participantId })).status).toBe(
    404,
  );
});

test("the figure beside somebody is the same in the list, in a search, and alone", async () => {
  await criterion("should", "hopes", { mentee: "profile.interests", mentor: "profile.interests" });
  // Only another mentor has interests: among those whom the search finds nobody has.
  const interests = (personId: string) =>
    inRiverside(({ db }) =>
      db
        .updateTable("profile")
        .set({ interests: ["chess"] })
        .where("person_id", "=", personId)
        .execute(),
    );
  await interests(world.people.mentee);
  await interests(world.mentors[3]!.personId);
  const figureOf = (page: string, name: string): string =>
    new RegExp(String.raw`strength-figure">(\d+)<(?:(?!strength-figure).)*?person-name">${name}`, "s").exec(page)?.[1] ?? "none";
  const inList = figureOf(await html("/mentors"), "Marta García");
  expect(inList).toBe("50");
  expect(figureOf(await html("/mentors?q=gestion"), "Marta García")).toBe(inList);
  expect(figureOf(await html(`/mentors/${world.mentors[1]!.participantId}`), "Marta García")).toBe(inList);
});

test("where mentees ask, a mentor's page leads to asking her, while she can be asked", async () => {
  const [jonas] = world.mentors;
  const asks = async (): Promise<boolean> => (await html(`/mentors/${jonas!.participantId}`)).includes(`${jonas!.participantId}/ask"`);
  expect(await asks()).toBe(false);
  await world.choose({ mode: "mentee-asks" });
  expect(await asks()).toBe(true);
  await inRiverside(async ({ db }) => {
    const request = { organization_id: world.riverside, program_id: world.first, mentor_id: jonas!.participantId };
    for (const { participantId } of world.mentees)
      await db
        .insertInto("request")
        .values({ ...request, id: newId(), mentee_id: participantId, words: "Hello", slot: 1, answer_by: new Date("2999-01-01") })
        .execute();
    await db
      .insertInto("request_limit")
      .values({
        organization_id: world.riverside,
        program_id: world.first,
        participant_id: jonas!.participantId,
        each_month: 1,
        set_by: null,
      })
      .execute();
  });
  expect(await asks()).toBe(false);
  expect(words(await html("/mentors"))).toContain("Has many requests; can be asked again after");
  await inRiverside(async ({ db }) => {
    for (const table of ["request", "request_limit"] as const)
      await db.deleteFrom(table).where("organization_id", "=", world.riverside).execute();
  });
});

test("mentors find mentees where they choose, too", async () => {
  const page = words(await html("/mentees", "mentor"));
  expect(page).toContain("Maya Mentee");
  expect(page).toContain("Hopes to learn");
  const one = words(await html(`/mentees/${world.participants.mentee}`, "mentor"));
  expect(one).toContain("Who it is MM Maya Mentee");
});
