/** What single rows say, and what is said about them. */
import { beforeEach, expect, test } from "vitest";
import { smallWorld, type World } from "../../../testing/world.ts";
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

test("what a person wrote herself stays, unless the coordinator says otherwise", async () => {
  const { importFile, upload, check, run } = importer(app, world);
  const header = "email,name,headline,grade\n";
  const others = "b@x.org,Ben,Cook,first class\nc@x.org,Cy,Cook,first class\n";
  await importFile(csv(`${header}a@x.org,Ana,Nurse,first class\n${others}`));
  const { person_id } = (await profileOf("a@x.org"))!;
  await within(async ({ db }) => {
    await db.updateTable("profile").set({ headline: "Painter", edited_at: new Date() }).where("person_id", "=", person_id).execute();
    await db.updateTable("participant").set({ edited_at: new Date() }).where("person_id", "=", person_id).execute();
  });
  const changed = `${header}a@x.org,Ana,Nurse in Lyon,second class\n${others}`;
  const second = await upload(csv(changed));
  expect((await check(second, { "options-3": "first class\nsecond class" })).counts).toMatchObject({ same: 3, kept: 1 });
  await run(second);
  expect((await profileOf("a@x.org"))?.headline).toBe("Painter");

  const third = await upload(csv(changed));
  expect((await check(third, { overwrites: "yes" })).counts).toMatchObject({ change: 1, kept: 0 });
  await run(third);
  expect((await profileOf("a@x.org"))?.headline).toBe("Nurse in Lyon");
  const answers = await within(({ db }) =>
    db
      .selectFrom("answer as a")
      .innerJoin("participant as p", "p.id", "a.participant_id")
      .select("a.value")
      .where("p.person_id", "=", person_id)
      .execute(),
  );
  expect(answers.map(({ value }) => value)).toEqual(["second class"]);
});

test("a question that did not exist when she last wrote is answered by the file", async () => {
  const { importFile, upload, check } = importer(app, world);
  await importFile(csv("email,name\na@x.org,Ana\n"));
  const { person_id } = (await profileOf("a@x.org"))!;
  await within(({ db }) => db.updateTable("participant").set({ edited_at: new Date() }).where("person_id", "=", person_id).execute());
  const second = await upload(csv("email,team\na@x.org,red\nb@x.org,blue\nc@x.org,blue\nd@x.org,red\n"));
  expect((await check(second)).counts).toMatchObject({ make: 3, change: 1, kept: 0 });
});

test("the same person twice is one person: the later line counts where it says something", async () => {
  const { importFile, ruth, at } = importer(app, world);
  const done = await importFile(
    csv("email,first name,last name,place\n Maya@X.org,Maya,Lopez,Lima\nbo@x.org,Bo,Li,\nmaya@x.ORG,Maya,López,\n<maya@x.org>,,,Cusco\n"),
  );
  expect(done.counts).toMatchObject({ make: 2, merged: 2 });
  expect(await profileOf("maya@x.org")).toMatchObject({ name: "Maya López", place: "Cusco" });
  const page = await (await ruth.get(`${at}/${done.id}`)).text();
  expect(page).toContain("The same person stands in line 2 already");
});

test("a row without a name is named by its address, one without an address is skipped", async () => {
  const { importFile, ruth, at } = importer(app, world);
  const done = await importFile(csv("email,name,place\nmaya.lopez@x.org,,Lima\n,Nobody,Rome\nbo@x,Bo,Ur\n"));
  expect(done.counts).toMatchObject({ make: 1, skip: 2 });
  expect((await profileOf("maya.lopez@x.org"))?.name).toBe("maya.lopez");
  const page = await (await ruth.get(`${at}/${done.id}`)).text();
  expect(page).toContain("There is no e-mail address in this row");
  expect(page).toContain("maya.lopez");
});

test("rows to be mended come back as a file, with the reason, made harmless, and can be imported again", async () => {
  const { importFile, ruth, at } = importer(app, world);
  const done = await importFile(
    csv("email,name,languages,notes\nok@x.org,Ok,English,fine\nbad@x.org,Bad,Klingonisch,=1+1\nnot an address,Nan,,@SUM(A1)\n"),
  );
  expect(done.counts).toMatchObject({ make: 2, skip: 1, cells: 1 });
  const response = await ruth.get(`${at}/${done.id}/problems.csv`);
  expect(response.headers.get("content-type")).toContain("text/csv");
  const text = await response.text();
  expect(text).not.toContain("ok@x.org");
  expect(text).toContain("bad@x.org,Bad,Klingonisch,'=1+1,3,");
  expect(text).toContain("not an address,Nan,,'@SUM(A1),4,");
  const again = await importFile(csv(text.replace("Klingonisch", "German").replace("not an address", "nan@x.org"), "mended.csv"));
  expect(again.counts).toMatchObject({ make: 1, change: 1, cells: 0 });
  expect((await profileOf("bad@x.org"))?.languages).toEqual(["de"]);
});
