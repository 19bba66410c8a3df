import { beforeEach, expect, test } from "vitest";
import { addParticipant, smallWorld, type World } from "../../../testing/world.ts";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { type Context, inOrganization } from "../../platform/context.ts";
import { csv, importer } from "../../../testing/importer.ts";

let app: TestApp;
let world: World;
beforeEach(async () => {
  app = await testApp();
  world = await smallWorld(app);
  return () => app[Symbol.asyncDispose]();
});

const mentors = `first name,last name,email address,grade,organisation,characteristics,biography
Nadia,Rahman,nadia@example.org,Grade 7,Department of Joy,"Gay, Deaf","I like walking, talking and tea."
Tom,Okafor,tom@example.org,SCS1,Department of Fun,Deaf,I write.
Ines,Silva,INES@example.org ,Grade 7,Department of Joy,,
`;

const within = <T>(work: (ctx: Context) => Promise<T>, organizationId = world.riverside): Promise<T> =>
  inOrganization(app, organizationId, work);
const profileOf = (email: string, organizationId = world.riverside) =>
  within(
    ({ db }) =>
      db
        .selectFrom("profile as p")
        .innerJoin("auth.person as a", "a.id", "p.person_id")
        .selectAll("p")
        .where("p.organization_id", "=", organizationId)
        .where("a.email", "=", email)
        .executeTakeFirst(),
    organizationId,
  );
const everything = () =>
  within(async ({ db }) => ({
    people: (await db.selectFrom("auth.person").select(["id", "email", "name"]).orderBy("email").execute()).map(({ email }) => email),
    members: await db.selectFrom("member").select(["person_id", "role", "joined_at"]).orderBy("person_id").execute(),
    profiles: await db.selectFrom("profile").selectAll().orderBy("person_id").execute(),
    skills: await db.selectFrom("profile_skill").selectAll().orderBy("person_id").orderBy("skill").execute(),
    participants: await db.selectFrom("participant").selectAll().orderBy("id").execute(),
    questions: await db.selectFrom("question").selectAll().orderBy("id").execute(),
    answers: (await db.selectFrom("answer").selectAll().orderBy("participant_id").orderBy("question_id").execute()).map(
      ({ participant_id, question_id, value }) => ({ participant_id, question_id, value }),
    ),
  }));

test("a coordinator imports mentors from a file, and its other columns become questions", async () => {
  const { upload, look, check, run, ruth, at } = importer(app, world);
  const importId = await upload(csv(mentors));
  expect((await look(importId)).state).toBe("mapping");
  expect(await (await ruth.get(`${at}/${importId}`)).text()).toContain("Department of Joy");
  const before = await everything();
  const checked = await check(importId, { "target-3": "new:scale", "options-3": "Grade 7\nSCS1" });
  expect(checked).toMatchObject({ state: "checked", counts: { make: 3, cells: 0 } });
  expect(await everything()).toEqual(before);
  expect(await (await ruth.get(`${at}/${importId}?show=make`)).text()).toContain("nadia@example.org");
  const done = await run(importId);
  expect(done).toMatchObject({ state: "done", counts: { make: 3 } });
  expect(await (await ruth.get(`${at}/${importId}`)).text()).toContain("Undo this import");
  expect(await (await ruth.get(at)).text()).toContain("3 added");

  await within(async ({ db }) => {
    const people = await db
      .selectFrom("participant as pt")
      .innerJoin("profile as p", (join) => join.onRef("p.person_id", "=", "pt.person_id").on("p.organization_id", "=", world.riverside))
      .innerJoin("auth.person as a", "a.id", "pt.person_id")
      .innerJoin("member as m", (join) => join.onRef("m.person_id", "=", "pt.person_id").on("m.organization_id", "=", world.riverside))
      .select(["a.email", "p.name", "p.story", "pt.added_by", "pt.role", "a.email_verified", "m.role as standing", "m.joined_at", "pt.id"])
      .where("pt.import_id", "=", importId)
      .orderBy("a.email")
      .execute();
    expect(people.map(({ email, name, story }) => [email, name, story])).toEqual([
      ["ines@example.org", "Ines Silva", ""],
      ["nadia@example.org", "Nadia Rahman", "I like walking, talking and tea."],
      ["tom@example.org", "Tom Okafor", "I write."],
    ]);
    for (const person of people)
      expect(person).toMatchObject({ added_by: "import", role: "mentor", email_verified: false, standing: "member", joined_at: null });
    const questions = await db.selectFrom("question").selectAll().where("program_id", "=", world.first).orderBy("position").execute();
    expect(questions.map(({ kind, label, options, asked_of }) => [kind, label, options, asked_of])).toEqual([
      ["scale", "Grade", ["Grade 7", "SCS1"], "mentors"],
      ["choice", "Organisation", ["Department of Fun", "Department of Joy"], "mentors"],
      ["choices", "Characteristics", ["Deaf", "Gay"], "mentors"],
    ]);
    const answers = await db.selectFrom("answer").select("value").where("participant_id", "=", people[1]!.id).execute();
    expect(answers.map(({ value }) => value)).toEqual(expect.arrayContaining(["Grade 7", "Department of Joy", ["Deaf", "Gay"]]));
    expect(await db.selectFrom("letter").select("id").execute()).toEqual([]);
    expect(await db.selectFrom("auth.credential").select("id").execute()).toEqual([]);
  });
});

test("the same file once more changes nothing, and needs no second thought about its columns", async () => {
  const { importFile, upload, look, check, run } = importer(app, world);
  await importFile(csv(mentors), "mentor", { "target-3": "new:scale", "options-3": "Grade 7\nSCS1", "target-5": "nothing" });
  const before = await everything();
  const again = await upload(csv(mentors.replaceAll("\n", "\r\n"), "again.csv"));
  const { mapping } = await look(again);
  expect(mapping.columns?.map((target) => target.to)).toEqual(["field", "field", "field", "question", "question", "nothing", "field"]);
  expect(await check(again)).toMatchObject({ state: "checked", counts: { same: 3 } });
  expect((await look(again)).counts.make).toBeUndefined();
  expect(await run(again)).toMatchObject({ state: "done", counts: { same: 3 } });
  expect(await everything()).toEqual(before);
});

test("a file of mentees with the same column uses the mentors' question, with the options that it lacked", async () => {
  const { importFile } = importer(app, world);
  await importFile(csv(mentors), "mentor", { "target-3": "new:scale", "options-3": "Grade 7\nSCS1" });
  const file =
    "E-mail,Name,Grade\nzoe@example.org,Zoë Long,Grade 7\nkim@example.org,Kim Li,EO\nlea@example.org,Lea Roy,EO\nsam@example.org,Sam Poe,Grade 7\n";
  const done = await importFile(csv(file), "mentee", { "options-2": "EO\nGrade 7\nSCS1" });
  expect(done).toMatchObject({ state: "done", counts: { make: 4, cells: 0 } });
  const grade = await within(({ db }) => db.selectFrom("question").selectAll().where("label", "=", "Grade").executeTakeFirstOrThrow());
  expect(grade).toMatchObject({ kind: "scale", asked_of: "both", options: ["EO", "Grade 7", "SCS1"] });
  expect((await profileOf("zoe@example.org"))?.name).toBe("Zoë Long");
});

test("a changed file changes what differs; an empty cell takes nothing away", async () => {
  const { importFile, upload, check, run, ruth, at } = importer(app, world);
  await importFile(
    csv(
      "email,name,headline,languages,can help with,mentees\na@x.org,Ana,Nurse,English; Spanish,law; art,2\nb@x.org,Ben,Cook,English,law,1\n",
    ),
  );
  const second = await upload(
    csv("email,name,headline,languages,can help with,mentees\na@x.org,Ana María,,,art; tea,3\nb@x.org,Ben,Cook,English,law,1\n"),
  );
  const checked = await check(second);
  expect(checked.counts).toMatchObject({ change: 1, same: 1, changes: { name: 1, skills_gives: 1, capacity: 1 } });
  const shown = await (await ruth.get(`${at}/${second}?show=change`)).text();
  expect(shown).toContain("Ana María");
  expect(shown).toContain("<del>Ana</del>");
  expect(shown).toContain("<ins>art and tea</ins>");
  await run(second);
  expect(await profileOf("a@x.org")).toMatchObject({ name: "Ana María", headline: "Nurse", languages: ["en", "es"] });
  await within(async ({ db }) => {
    const { person_id } = (await profileOf("a@x.org"))!;
    const skills = await db.selectFrom("profile_skill").select("skill").where("person_id", "=", person_id).orderBy("skill").execute();
    expect(skills.map(({ skill }) => skill)).toEqual(["art", "tea"]);
    expect((await db.selectFrom("participant").select("capacity").where("person_id", "=", person_id).executeTakeFirst())?.capacity).toBe(3);
  });
});

test("who is both can take part in the other role too, and otherwise it stays a remark", async () => {
  const { importFile } = importer(app, world);
  const file = "email,name,both mentor and mentee,team\na@x.org,Ana,yes,red\nb@x.org,Ben,no,red\nc@x.org,Cy,no,blue\n";
  const remark = await importFile(csv(file));
  expect(remark.counts).toMatchObject({ make: 3, others: 0 });
  const roles = () =>
    within(({ db }) =>
      db
        .selectFrom("participant as p")
        .innerJoin("auth.person as a", "a.id", "p.person_id")
        .select(["a.email", "p.role"])
        .where("a.email", "like", "%@x.org")
        .orderBy("a.email")
        .orderBy("p.role")
        .execute(),
    );
  expect(await roles()).toHaveLength(3);
  const second = await importFile(csv(file), "mentor", { "target-2": "both-roles" });
  expect(second.counts).toMatchObject({ change: 1, same: 2, others: 1 });
  expect((await roles()).map(({ email, role }) => `${email} ${role}`)).toEqual([
    "a@x.org mentee",
    "a@x.org mentor",
    "b@x.org mentor",
    "c@x.org mentor",
  ]);
  const team = await within(({ db }) => db.selectFrom("question").select("asked_of").where("label", "=", "Team").executeTakeFirst());
  expect(team?.asked_of).toBe("both");
  expect((await importFile(csv(file), "mentor", { "target-2": "both-roles" })).counts).toMatchObject({ same: 3, others: 0 });
});

test("somebody whom another organization knows is attached, and nothing of there shows or changes", async () => {
  const { importFile, ruth, at } = importer(app, world);
  await addParticipant(app, {
    organizationId: world.hillside,
    programId: world.elsewhere,
    role: "mentor",
    name: "Secret Agent",
    email: "agent@x.org",
  });
  const before = await profileOf("agent@x.org", world.hillside);
  const done = await importFile(csv("email,place\nagent@x.org,Lima\nnew@x.org,Rome\n"));
  expect(done.counts).toMatchObject({ make: 2 });
  expect(await profileOf("agent@x.org")).toMatchObject({ name: "agent", place: "Lima", languages: [] });
  expect(await profileOf("agent@x.org", world.hillside)).toEqual(before);
  expect(await (await ruth.get(`${at}/${done.id}`)).text()).not.toContain("Secret");
});

test("an import of another organization or program does not exist", async () => {
  const { upload } = importer(app, world);
  const importId = await upload(csv(mentors));
  const path = (organizationId: string, programId: string) => `/organizations/${organizationId}/programs/${programId}/imports/${importId}`;
  expect((await world.as("strangerCoordinator").get(path(world.riverside, world.first))).status).toBe(404);
  expect((await world.as("strangerCoordinator").get(path(world.hillside, world.elsewhere))).status).toBe(404);
  expect((await world.as("administrator").get(path(world.riverside, world.second))).status).toBe(404);
  expect((await world.as("otherCoordinator").get(path(world.riverside, world.second))).status).toBe(404);
  expect((await world.as("administrator").post(path(world.riverside, world.second), { act: "discard" })).status).toBe(404);
  expect((await world.as("administrator").post(path(world.riverside, world.second), { act: "cancel" })).status).toBe(404);
  expect((await world.as("administrator").get(path(world.riverside, world.first))).status).toBe(200);
});

test("questions have their words in every language, and a name in Arabic stays as it is", async () => {
  const { importFile, ruth, at } = importer(app, world);
  const done = await importFile(csv("البريد الإلكتروني,الاسم الكامل,المدينة\nleila@x.org,ليلى حداد,عمّان\n"));
  expect(done.counts).toMatchObject({ make: 1 });
  expect(await profileOf("leila@x.org")).toMatchObject({ name: "ليلى حداد", place: "عمّان" });
  for (const language of ["es", "ar"]) expect((await ruth.get(`${at}/${done.id}?lang=${language}`)).status).toBe(200);
});
