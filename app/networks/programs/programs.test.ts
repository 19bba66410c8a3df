import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { addParticipant, type PersonName, smallWorld, type World } from "../../../testing/world.ts";
import { asSystem, type Context, inOrganization } from "../../platform/context.ts";

let app: TestApp;
let world: World;
let at: string;
beforeEach(async () => {
  app = await testApp();
  world = await smallWorld(app);
  at = `/organizations/${world.riverside}/programs/${world.first}`;
});
afterEach(() => app[Symbol.asyncDispose]());

const inside = <T>(work: (db: Context["db"]) => Promise<T>): Promise<T> => inOrganization(app, world.riverside, ({ db }) => work(db));
const programOf = (id: string) => inside((db) => db.selectFrom("program").selectAll().where("id", "=", id).executeTakeFirst());
const coordinatorsOf = (programId: string): Promise<string[]> =>
  inside(async (db) =>
    (await db.selectFrom("coordinator").select("person_id").where("program_id", "=", programId).orderBy("created_at").execute()).map(
      (row) => row.person_id,
    ),
  );
const audited = (): Promise<string[]> =>
  inside(async (db) => (await db.selectFrom("audit_entry").select("act").orderBy("id").execute()).map(({ act }) => act));
const idIn = (response: Response): string => /programs\/([0-9a-f-]{36})/.exec(response.headers.get("location") ?? "")![1]!;

const wish = {
  name: "First Steps 2027",
  purpose: "Somebody who answers.",
  startsOn: "2027-02-01",
  endsOn: "2027-07-31",
  defaultCapacity: "2",
  offerDays: "5",
  onDecline: "ask-coordinator",
  signUp: "open",
};
const newAt = (): string => `/organizations/${world.riverside}/programs/new`;

describe("a new program", () => {
  test("is made with its attestation on record: who, and when", async () => {
    const made = await world.as("administrator").post(newAt(), { ...wish, adultsOnly: "yes" });
    expect(made.status).toBe(303);
    expect(made.headers.get("location")).toContain("/questions");
    const program = await programOf(idIn(made));
    expect(program).toMatchObject({
      name: "First Steps 2027",
      starts_on: "2027-02-01",
      ends_on: "2027-07-31",
      default_capacity: 2,
      offer_days: 5,
      on_decline: "ask-coordinator",
      sign_up: "open",
      adults_only_attested_by: world.people.administrator,
    });
    expect(program!.adults_only_attested_at).toBeInstanceOf(Date);
    expect(await coordinatorsOf(idIn(made))).toEqual([world.people.administrator]);
    expect(await audited()).toEqual(["program.made", "program.adults-only-attested"]);
    const settings = await (
      await world.as("administrator").get(`/organizations/${world.riverside}/programs/${idIn(made)}/settings`)
    ).text();
    expect(settings).toContain("Adam Administrator attested on");
  });

  test("is not made without it, nor with days the wrong way round; what was typed stays", async () => {
    const without = await world.as("owner").post(newAt(), wish);
    const page = await without.text();
    expect([without.status, page.includes("no safeguards for minors"), page.includes("First Steps 2027")]).toEqual([422, true, true]);
    const backwards = await world.as("owner").post(newAt(), { ...wish, endsOn: "2027-01-31", adultsOnly: "yes" });
    expect([backwards.status, (await backwards.text()).includes("The last day comes before the first")]).toEqual([422, true]);
    const crowded = await world.as("owner").post(newAt(), { ...wish, defaultCapacity: "51", adultsOnly: "yes" });
    expect(crowded.status).toBe(422);
    expect(await inside((db) => db.selectFrom("program").select("id").execute())).toHaveLength(2);
  });

  test("sent twice is one program", async () => {
    const twice = { ...wish, adultsOnly: "yes", formKey: "00000000-0000-4000-8000-000000000001" };
    const answers = await Promise.all([world.as("owner").post(newAt(), twice), world.as("owner").post(newAt(), twice)]);
    expect(new Set(answers.map(idIn)).size).toBe(1);
    expect(await inside((db) => db.selectFrom("program").select("id").execute())).toHaveLength(3);
  });

  test("is made by administrators alone", async () => {
    for (const person of ["coordinator", "mentor", "strangerOwner"] as const)
      expect((await world.as(person).post(newAt(), { ...wish, adultsOnly: "yes" })).status).toBe(404);
  });
});

describe("settings", () => {
  test("are changed by the program's coordinators, and do not exist for others", async () => {
    expect((await world.as("coordinator").post(`${at}/settings`, { act: "save", ...wish })).status).toBe(303);
    expect(await programOf(world.first)).toMatchObject({ name: "First Steps 2027", offer_days: 5 });
    for (const person of ["otherCoordinator", "mentor", "mentee", "strangerOwner", "strangerCoordinator"] as const) {
      expect((await world.as(person).get(`${at}/settings`)).status, person).toBe(404);
      for (const act of ["save", "texts", "archive", "delete"])
        expect((await world.as(person).post(`${at}/settings`, { act, ...wish, name: "Mine" })).status, person).toBe(404);
    }
    expect((await programOf(world.first))!.name).toBe("First Steps 2027");
  });

  test("a program of another organization is not found under this one", async () => {
    expect((await world.as("owner").get(`/organizations/${world.riverside}/programs/${world.elsewhere}/settings`)).status).toBe(404);
    expect((await world.as("strangerOwner").get(`/organizations/${world.hillside}/programs/${world.first}/settings`)).status).toBe(404);
  });

  test("own texts are kept as they are, without empty ones", async () => {
    await world
      .as("coordinator")
      .post(`${at}/settings`, { act: "texts", welcome: "Hello.\r\n\r\nGood to see you.", offer: " ", firstSteps: "" });
    expect((await programOf(world.first))!.texts).toEqual({ welcome: "Hello.\n\nGood to see you." });
  });

  test("an archived program leaves the list and comes back", async () => {
    await world.as("coordinator").post(`${at}/settings`, { act: "archive" });
    expect((await programOf(world.first))!.archived_at).toBeInstanceOf(Date);
    expect(await (await world.as("coordinator").get(`${at}/settings`)).text()).toContain("This program is archived");
    expect(await (await world.as("coordinator").get(`/organizations/${world.riverside}`)).text()).toContain("1 archived program");
    await world.as("coordinator").post(`${at}/settings`, { act: "unarchive" });
    expect((await programOf(world.first))!.archived_at).toBeNull();
    expect(await audited()).toEqual(["program.archived", "program.unarchived"]);
  });

  test("only a program without people can be deleted", async () => {
    const full = await world.as("coordinator").post(`${at}/settings`, { act: "delete" });
    expect([full.status, (await full.text()).includes("Archive it instead")]).toEqual([409, true]);
    const made = idIn(await world.as("owner").post(newAt(), { ...wish, adultsOnly: "yes" }));
    const gone = await world.as("owner").post(`/organizations/${world.riverside}/programs/${made}/settings`, { act: "delete" });
    expect([gone.status, gone.headers.get("location")]).toEqual([303, `/organizations/${world.riverside}`]);
    expect(await programOf(made)).toBeUndefined();
    expect(await programOf(world.first)).toBeDefined();
  });
});

const post = (person: PersonName, act: string, whom: PersonName) =>
  world.as(person).post(`${at}/settings`, { act, personId: world.people[whom] });

describe("coordinators", () => {
  test("are added from the team, and from nowhere else", async () => {
    expect((await post("coordinator", "addCoordinator", "otherCoordinator")).status).toBe(303);
    expect((await world.as("otherCoordinator").get(`${at}/settings`)).status).toBe(200);
    expect((await post("coordinator", "addCoordinator", "mentor")).status).toBe(422);
    expect((await post("coordinator", "addCoordinator", "strangerCoordinator")).status).toBe(422);
    expect(new Set(await coordinatorsOf(world.first))).toEqual(new Set([world.people.coordinator, world.people.otherCoordinator]));
  });

  test("go at once, but the last one stays", async () => {
    expect((await post("coordinator", "removeCoordinator", "coordinator")).status).toBe(409);
    await post("coordinator", "addCoordinator", "otherCoordinator");
    const both = await Promise.all([
      post("coordinator", "removeCoordinator", "coordinator"),
      post("otherCoordinator", "removeCoordinator", "otherCoordinator"),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409]);
    expect(await coordinatorsOf(world.first)).toHaveLength(1);
  });

  test("hand the program over: the new one is told, the old one goes or stays", async () => {
    const handOver = (fields: Record<string, string>) => world.as("coordinator").post(`${at}/hand-over`, fields);
    expect((await handOver({ personId: world.people.mentee })).status).toBe(422);
    expect((await handOver({ personId: world.people.otherCoordinator, stays: "yes" })).status).toBe(303);
    expect(await coordinatorsOf(world.first)).toHaveLength(2);
    const left = await handOver({ personId: world.people.otherCoordinator });
    expect(left.headers.get("location")).toBe(`/organizations/${world.riverside}`);
    expect(await coordinatorsOf(world.first)).toEqual([world.people.otherCoordinator]);
    expect((await world.as("coordinator").get(`${at}/settings`)).status).toBe(404);
    const letters = await asSystem(app, ({ db }) =>
      db.selectFrom("letter").select(["to_address", "subject", "text_body"]).orderBy("id").execute(),
    );
    expect(letters.map(({ to_address, subject }) => [to_address, subject])).toEqual([
      ["othercoordinator@example.org", "You now coordinate First Steps"],
      ["othercoordinator@example.org", "You now coordinate First Steps"],
    ]);
    expect(letters[0]!.text_body).toContain("stays beside you");
    expect(letters[1]!.text_body).toContain("no longer coordinates it");
    expect(await audited()).toContain("program.handed-over");
  });
});

describe("a copy", () => {
  const copyWish = { name: "First Steps 2028", startsOn: "2028-02-01", endsOn: "", adultsOnly: "yes" };

  beforeEach(async () => {
    await world.as("coordinator").post(`${at}/settings`, { act: "texts", welcome: "Hello.", offer: "", firstSteps: "" });
    const question = {
      kind: "choice",
      label: "Field?",
      help: "",
      askedOf: "both",
      options: "Law\nArt",
      minimum: "",
      maximum: "",
      shownTo: "matches",
    };
    await world.as("coordinator").post(`${at}/questions/new`, question);
    await world.as("coordinator").post(`${at}/questions/new`, { ...question, kind: "text", label: "Why?", options: "", isRequired: "yes" });
    const withdrawn = await addParticipant(app, {
      organizationId: world.riverside,
      programId: world.first,
      role: "mentor",
      name: "Wim",
      capacity: 3,
    });
    await addParticipant(app, { organizationId: world.riverside, programId: world.first, role: "mentor", name: "Vera", capacity: 4 });
    await inside(async (db) => {
      await db.updateTable("participant").set({ withdrawn_at: new Date() }).where("id", "=", withdrawn.participantId).execute();
      const [field] = await db.selectFrom("question").select("id").where("program_id", "=", world.first).orderBy("position").execute();
      for (const who of ["mentor", "mentee"] as const)
        await db
          .insertInto("answer")
          .values({
            organization_id: world.riverside,
            participant_id: world.participants[who]!,
            question_id: field!.id,
            value: JSON.stringify("Law"),
          })
          .execute();
    });
  });

  test("is proposed under a name of its own: with the year in which it begins", async () => {
    const proposed = async () => {
      const page = await (await world.as("coordinator").get(`${at}/copy`)).text();
      return /value="([^"]*)"/.exec(/<input[^>]*name="name"[^>]*>/.exec(page)![0])?.[1];
    };
    const set = (name: string, starts_on: string | null) =>
      inOrganization(app, world.riverside, ({ db }) =>
        db.updateTable("program").set({ name, starts_on }).where("id", "=", world.first).execute(),
      );
    await set("First Steps", "2030-02-01");
    expect(await proposed()).toBe("First Steps 2031");
    await set("First Steps 2030/31", "2030-02-01");
    expect(await proposed()).toBe("First Steps 2031/32");
    await set("First Steps", null);
    expect(await proposed()).toBe(`First Steps ${new Date().getUTCFullYear()}`);
  });

  test("has the same settings, texts, questions and coordinators, and nobody in it unless wished", async () => {
    const copied = await world.as("coordinator").post(`${at}/copy`, copyWish);
    expect(copied.status).toBe(303);
    const id = idIn(copied);
    expect(await programOf(id)).toMatchObject({
      name: "First Steps 2028",
      starts_on: "2028-02-01",
      ends_on: null,
      texts: { welcome: "Hello." },
      copied_from: world.first,
      adults_only_attested_by: world.people.coordinator,
    });
    expect(await coordinatorsOf(id)).toEqual([world.people.coordinator]);
    const questions = await inside((db) =>
      db
        .selectFrom("question")
        .select(["label", "kind", "options", "is_required", "shown_to"])
        .where("program_id", "=", id)
        .orderBy("position")
        .execute(),
    );
    expect(questions).toEqual([
      { label: "Field?", kind: "choice", options: ["Law", "Art"], is_required: false, shown_to: "matches" },
      { label: "Why?", kind: "text", options: [], is_required: true, shown_to: "matches" },
    ]);
    expect(await inside((db) => db.selectFrom("participant").select("id").where("program_id", "=", id).execute())).toEqual([]);
    expect(await audited()).toContain("program.copied");
  });

  test("brings people along with their answers and places, and without their history", async () => {
    const id = idIn(await world.as("coordinator").post(`${at}/copy`, { ...copyWish, withMentors: "yes" }));
    const people = await inside((db) =>
      db
        .selectFrom("participant")
        .leftJoin("answer", "answer.participant_id", "participant.id")
        .leftJoin("question", "question.id", "answer.question_id")
        .select([
          "participant.person_id",
          "role",
          "capacity",
          "invited_at",
          "joined_at",
          "adult_attested_at",
          "answer.value",
          "question.program_id as asked_in",
        ])
        .where("participant.program_id", "=", id)
        .orderBy("capacity")
        .execute(),
    );
    const untouched = { invited_at: null, joined_at: null, adult_attested_at: null, role: "mentor" };
    expect(people).toMatchObject([
      { capacity: 4, value: null, ...untouched },
      { person_id: world.people.mentor, capacity: null, value: "Law", asked_in: id, ...untouched },
    ]);
    expect(people).toHaveLength(2);
    expect(await asSystem(app, ({ db }) => db.selectFrom("letter").select("id").execute())).toEqual([]);
    const here = await inside((db) => db.selectFrom("participant").select("id").where("program_id", "=", world.first).execute());
    expect(here).toHaveLength(4);
  });

  test("needs its own attestation, is one however often it is sent, and is not for strangers", async () => {
    const { adultsOnly: _, ...without } = copyWish;
    expect((await world.as("coordinator").post(`${at}/copy`, without)).status).toBe(422);
    const twice = { ...copyWish, formKey: "00000000-0000-4000-8000-000000000001" };
    const ids = (await Promise.all([world.as("owner").post(`${at}/copy`, twice), world.as("owner").post(`${at}/copy`, twice)])).map(idIn);
    expect(new Set(ids).size).toBe(1);
    for (const person of ["otherCoordinator", "mentor", "strangerOwner"] as const)
      expect((await world.as(person).post(`${at}/copy`, copyWish)).status).toBe(404);
  });
});
