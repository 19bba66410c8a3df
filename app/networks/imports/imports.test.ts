import { beforeEach, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { inOrganization } from "../../platform/context.ts";
import { csv, importer } from "./testing-import.ts";

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

test("a coordinator imports mentors from a file, and its other columns become questions", async () => {
  const { upload, look, check, run, ruth, at } = importer(app, world);
  const importId = await upload(csv(mentors));
  expect((await look(importId)).state).toBe("mapping");
  const mapPage = await ruth.get(`${at}/${importId}`);
  expect(mapPage.status).toBe(200);
  const checked = await check(importId, { "target-3": "new:scale", "options-3": "Grade 7\nSCS1" });
  expect(checked).toMatchObject({ state: "checked", counts: { make: 3, cells: 0 } });
  expect((await ruth.get(`${at}/${importId}?show=make`)).status).toBe(200);
  const done = await run(importId);
  expect(done).toMatchObject({ state: "done", counts: { make: 3 } });
  expect((await ruth.get(`${at}/${importId}`)).status).toBe(200);
  expect((await ruth.get(at)).status).toBe(200);

  await inOrganization(app, world.riverside, async ({ db }) => {
    const people = await db
      .selectFrom("participant as pt")
      .innerJoin("profile as p", (join) => join.onRef("p.person_id", "=", "pt.person_id").on("p.organization_id", "=", world.riverside))
      .innerJoin("auth.person as a", "a.id", "pt.person_id")
      .select(["a.email", "p.name", "p.story", "pt.added_by", "a.email_verified", "pt.id"])
      .where("pt.import_id", "=", importId)
      .orderBy("a.email")
      .execute();
    expect(people.map(({ email, name, added_by }) => [email, name, added_by])).toEqual([
      ["ines@example.org", "Ines Silva", "import"],
      ["nadia@example.org", "Nadia Rahman", "import"],
      ["tom@example.org", "Tom Okafor", "import"],
    ]);
    const questions = await db.selectFrom("question").selectAll().where("program_id", "=", world.first).orderBy("position").execute();
    expect(questions.map(({ kind, label, options, asked_of }) => [kind, label, options, asked_of])).toEqual([
      ["scale", "Grade", ["Grade 7", "SCS1"], "mentors"],
      ["choice", "Organisation", ["Department of Fun", "Department of Joy"], "mentors"],
      ["choices", "Characteristics", ["Deaf", "Gay"], "mentors"],
    ]);
    const answers = await db.selectFrom("answer").select("value").where("participant_id", "=", people[1]!.id).execute();
    expect(answers.map(({ value }) => value)).toEqual(expect.arrayContaining(["Grade 7", "Department of Joy", ["Deaf", "Gay"]]));
    const letters = await db.selectFrom("letter").select("id").execute();
    expect(letters).toEqual([]);
  });
});
