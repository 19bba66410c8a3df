import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { addParticipant, smallWorld, type World } from "../../../testing/world.ts";
import { type Context, inOrganization } from "../../platform/context.ts";

let app: TestApp;
let world: World;
let at: string;
beforeEach(async () => {
  app = await testApp();
  world = await smallWorld(app);
  at = `/organizations/${world.riverside}/programs/${world.first}/questions`;
});
afterEach(() => app[Symbol.asyncDispose]());

const inside = <T>(work: (db: Context["db"]) => Promise<T>): Promise<T> => inOrganization(app, world.riverside, ({ db }) => work(db));
const plain = { label: "Field?", help: "", askedOf: "both", options: "", minimum: "", maximum: "", shownTo: "coordinators" };
const labels = (): Promise<string[]> =>
  inside(async (db) =>
    (await db.selectFrom("question").select("label").where("program_id", "=", world.first).orderBy("position").execute()).map(
      ({ label }) => label,
    ),
  );

async function add(fields: Record<string, string>): Promise<string> {
  const response = await world.as("coordinator").post(`${at}/new`, { ...plain, ...fields });
  expect(response.status).toBe(303);
  const { id } = await inside((db) =>
    db.selectFrom("question").select("id").where("program_id", "=", world.first).orderBy("position", "desc").executeTakeFirstOrThrow(),
  );
  return id;
}
const answer = (questionId: string, participantId: string, value: unknown) =>
  inside((db) =>
    db
      .insertInto("answer")
      .values({ organization_id: world.riverside, participant_id: participantId, question_id: questionId, value: JSON.stringify(value) })
      .execute(),
  );
/** What was answered, in no order of people: as JSON, sorted. */
const answersTo = (questionId: string): Promise<string[]> =>
  inside(async (db) =>
    (await db.selectFrom("answer").select("value").where("question_id", "=", questionId).execute())
      .map(({ value }) => JSON.stringify(value))
      .toSorted((a, b) => (a < b ? -1 : 1)),
  );
const save = (questionId: string, fields: Record<string, string>) =>
  world.as("coordinator").post(`${at}/${questionId}`, { act: "save", ...plain, ...fields });

async function refusal(fields: Record<string, string>): Promise<[number, string]> {
  const response = await world.as("coordinator").post(`${at}/new`, { ...plain, ...fields });
  return [response.status, await response.text()];
}

describe("adding", () => {
  test("one of each kind, and each is shown as it will be asked", async () => {
    const kinds = ["choice", "choices", "scale", "number", "text", "skills", "languages", "availability"];
    for (const kind of kinds)
      await add({ kind, label: `A ${kind}`, ...(["choice", "choices", "scale"].includes(kind) && { options: "Low\nHigh" }) });
    const page = await (await world.as("coordinator").get(at)).text();
    for (const kind of kinds) expect(page.split(`A ${kind}`).length, kind).toBeGreaterThan(2);
    expect(page).toContain("Nothing that you enter here is kept.");
  });

  test("a question that cannot be asked comes back with the reason, and with what was typed", async () => {
    const cases: [Record<string, string>, string][] = [
      [{ kind: "choice", options: "Only one" }, "Write at least two options"],
      [{ kind: "scale", options: "Low\nlow" }, "“low” is there twice"],
      [{ kind: "choices", options: Array.from({ length: 101 }, (_, index) => `Option ${index}`).join("\n") }, "100 options at the most"],
      [{ kind: "choice", options: `${"x".repeat(201)}\nb` }, "longer than 200 characters"],
      [{ kind: "number", minimum: "5", maximum: "3" }, "The largest number is smaller than the smallest"],
      [{ kind: "text", label: " " }, "Please fill this in."],
    ];
    for (const [fields, reason] of cases) {
      const [status, page] = await refusal({ help: "typed before", ...fields });
      expect([status, page.includes(reason), page.includes("typed before")], reason).toEqual([422, true, true]);
    }
    expect(await labels()).toEqual([]);
  });

  test("ends at sixty, however many arrive at once", async () => {
    await inside((db) =>
      db
        .insertInto("question")
        .values(
          Array.from({ length: 58 }, (_, index) => ({
            organization_id: world.riverside,
            program_id: world.first,
            id: crypto.randomUUID(),
            position: index + 1,
            kind: "text" as const,
            label: `Question ${index}`,
            asked_of: "both" as const,
          })),
        )
        .execute(),
    );
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => world.as("coordinator").post(`${at}/new`, { ...plain, kind: "text" })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 303, 409, 409, 409]);
    expect(await labels()).toHaveLength(60);
  });

  test("a needed question makes those who lack it incomplete; without it they are complete again", async () => {
    const complete = (): Promise<number> =>
      inside(
        async (db) =>
          (
            await db
              .selectFrom("participant")
              .select("id")
              .where("program_id", "=", world.first)
              .where("completed_at", "is not", null)
              .execute()
          ).length,
      );
    expect(await complete()).toBe(2);
    const id = await add({ kind: "text", label: "Why?", isRequired: "yes", askedOf: "mentees" });
    expect(await complete()).toBe(1);
    await world.as("coordinator").post(`${at}/${id}`, { act: "delete" });
    expect(await complete()).toBe(2);
  });
});

test("questions move up and down, and stop at the ends", async () => {
  const ids: string[] = [];
  for (const label of ["A", "B", "C"]) ids.push(await add({ kind: "text", label }));
  const move = (index: number, direction: string) => world.as("coordinator").post(at, { act: "move", questionId: ids[index]!, direction });
  await move(2, "up");
  expect(await labels()).toEqual(["A", "C", "B"]);
  await move(0, "up");
  expect(await labels()).toEqual(["A", "C", "B"]);
  await move(0, "down");
  expect(await labels()).toEqual(["C", "A", "B"]);
  await Promise.all([move(0, "down"), move(1, "up"), move(2, "up")]);
  expect((await labels()).toSorted()).toEqual(["A", "B", "C"]);
});

describe("changing options that people have chosen", () => {
  test("asks what becomes of the answers, and renames them", async () => {
    const id = await add({ kind: "choice", options: "finance\nLaw\nArt" });
    await answer(id, world.participants.mentor!, "finance");
    await answer(id, world.participants.mentee!, "Law");
    const asked = await save(id, { kind: "choice", options: "Finance\nLaw\nArt" });
    const page = await asked.text();
    expect(asked.status).toBe(422);
    expect(page).toContain("“finance”, chosen by 1 person");
    expect(page.indexOf("They become “Finance”")).toBeLessThan(page.indexOf("They become “Law”"));
    expect(await answersTo(id)).toEqual(['"Law"', '"finance"']);

    expect((await save(id, { kind: "choice", options: "Finance\nLaw\nArt", "became-0": "to:Finance" })).status).toBe(303);
    expect(await answersTo(id)).toEqual(['"Finance"', '"Law"']);
  });

  test("deletes the answers only where that was said", async () => {
    const id = await add({ kind: "scale", options: "Low\nMiddle\nHigh" });
    await answer(id, world.participants.mentor!, "Middle");
    await answer(id, world.participants.mentee!, "High");
    expect((await save(id, { kind: "scale", options: "Low\nHigh", "became-1": "to:Nothing there" })).status).toBe(422);
    expect((await save(id, { kind: "scale", options: "Low\nHigh", "became-1": "go" })).status).toBe(303);
    expect(await answersTo(id)).toEqual(['"High"']);
  });

  test("in answers of several options: one becomes another, meets itself, or goes", async () => {
    const id = await add({ kind: "choices", options: "Art\nLaw\nMath\nMusic" });
    const third = await addParticipant(app, { organizationId: world.riverside, programId: world.first, role: "mentee", name: "Tea" });
    await answer(id, world.participants.mentor!, ["Art", "Law", "Math"]);
    await answer(id, world.participants.mentee!, ["Music"]);
    await answer(id, third.participantId, ["Law", "Music"]);
    const saved = await save(id, {
      kind: "choices",
      options: "Arts\nMath",
      "became-0": "to:Arts",
      "became-1": "to:Arts",
      "became-3": "go",
    });
    expect(saved.status).toBe(303);
    expect(await answersTo(id)).toEqual(['["Arts","Math"]', '["Arts"]']);
  });

  test("two options that change places keep their answers apart", async () => {
    const id = await add({ kind: "choice", options: "A\nB" });
    await answer(id, world.participants.mentor!, "A");
    await answer(id, world.participants.mentee!, "B");
    await save(id, { kind: "choice", options: "B\nA" });
    expect(await answersTo(id)).toEqual(['"A"', '"B"']);
    await save(id, { kind: "choice", options: "C\nD", "became-0": "to:C", "became-1": "to:D" });
    const byMentor = await inside((db) =>
      db.selectFrom("answer").select("value").where("participant_id", "=", world.participants.mentor!).executeTakeFirstOrThrow(),
    );
    expect(byMentor.value).toBe("D");
  });
});

test("a question asked of fewer people loses answers only where that was said", async () => {
  const id = await add({ kind: "text" });
  await answer(id, world.participants.mentor!, "Mine");
  await answer(id, world.participants.mentee!, "Hers");
  const asked = await save(id, { kind: "text", askedOf: "mentors" });
  expect([asked.status, (await asked.text()).includes("Delete the 1 answer of somebody who is no longer asked")]).toEqual([422, true]);
  expect((await save(id, { kind: "text", askedOf: "mentors", dropAnswers: "yes" })).status).toBe(303);
  expect(await answersTo(id)).toEqual(['"Mine"']);
});

test("a choice may become a scale, and nothing else of another kind", async () => {
  const id = await add({ kind: "choice", options: "Low\nHigh" });
  await answer(id, world.participants.mentor!, "Low");
  expect((await save(id, { kind: "scale", options: "Low\nHigh" })).status).toBe(303);
  expect((await save(id, { kind: "text" })).status).toBe(409);
  expect(await answersTo(id)).toEqual(['"Low"']);
});

test("deleting says how many answers go, and takes them", async () => {
  const id = await add({ kind: "text" });
  await answer(id, world.participants.mentor!, "Mine");
  await answer(id, world.participants.mentee!, "Hers");
  expect(await (await world.as("coordinator").get(`${at}/${id}`)).text()).toContain("The question, and 2 answers");
  expect((await world.as("coordinator").post(`${at}/${id}`, { act: "delete" })).status).toBe(303);
  expect(await answersTo(id)).toEqual([]);
  expect(await labels()).toEqual([]);
});

test("questions of other programs and organizations do not exist", async () => {
  const id = await add({ kind: "text", label: "Ours" });
  const elsewhere = `/organizations/${world.riverside}/programs/${world.second}/questions/${id}`;
  expect((await world.as("otherCoordinator").get(elsewhere)).status).toBe(404);
  expect((await world.as("otherCoordinator").post(elsewhere, { act: "delete" })).status).toBe(404);
  for (const person of ["otherCoordinator", "mentor", "strangerOwner"] as const) {
    expect((await world.as(person).get(`${at}/${id}`)).status).toBe(404);
    expect((await world.as(person).post(`${at}/${id}`, { act: "save", ...plain, kind: "text", label: "Theirs" })).status).toBe(404);
    expect((await world.as(person).post(at, { act: "move", questionId: id, direction: "up" })).status).toBe(404);
  }
  expect(await labels()).toEqual(["Ours"]);
});
