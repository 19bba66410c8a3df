import { expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { Browsing } from "../../../testing/browsing.ts";
import { asSystem, inRequest } from "../../platform/context.ts";
import { isSetUp } from "./is-set-up.ts";
import { setUp } from "./set-up.ts";
import { makeSetUpToken } from "./set-up-token.ts";

const plan = {
  name: "Olga Petrova",
  email: "Olga@Riverside.example",
  password: "rain on the tin roof",
  organization: "Riverside University",
  language: "es",
  timeZone: "Europe/Madrid",
};
const people = (app: TestApp) => app.owner.selectFrom("auth.person").selectAll().execute();

test("whoever has the token makes the owner and the first organization, and is signed in", async () => {
  await using app = await testApp();
  expect(await asSystem(app, isSetUp)).toBe(false);
  const token = (await makeSetUpToken(app))!;
  const browser = new Browsing(app);
  expect(await browser.textOf(`/set-up?token=${token}`)).toContain(`value="${token}"`);

  const answer = await browser.post("/set-up", { ...plan, token: ` ${token} ` });
  expect(answer.headers.get("location")).toMatch(/^\/organizations\/[0-9a-f-]{36}$/);
  expect(await browser.textOf("/account")).toContain("olga@riverside.example");

  const [owner] = await people(app);
  expect(owner).toMatchObject({
    email: "olga@riverside.example",
    name: "Olga Petrova",
    language: "es",
    time_zone: "Europe/Madrid",
    email_verified: true,
  });
  const installation = await app.owner.selectFrom("installation").selectAll().executeTakeFirstOrThrow();
  expect(installation.owner_person_id).toBe(owner!.id);
  const organization = await asSystem(app, ({ db }) => db.selectFrom("organization").selectAll().executeTakeFirstOrThrow());
  expect(organization).toMatchObject({ name: "Riverside University", language: "es", time_zone: "Europe/Madrid" });
  expect(answer.headers.get("location")).toBe(`/organizations/${organization.id}`);

  // And the password is hers.
  const other = new Browsing(app);
  await other.post("/sign-in", { act: "password", email: plan.email, password: plan.password, next: "" });
  expect(await other.textOf("/account")).toContain("olga@riverside.example");

  expect(await asSystem(app, isSetUp)).toBe(true);
  expect(await makeSetUpToken(app)).toBeUndefined();
  expect((await new Browsing(app).get("/set-up")).headers.get("location")).toBe("/");
});

test("without the token nothing is made, and after twenty tries there is a pause", async () => {
  await using app = await testApp();
  for (const token of ["", "guess", "A".repeat(32)]) {
    const answer = await new Browsing(app).post("/set-up", { ...plan, token });
    expect(answer.status).toBe(422);
  }
  for (let tries = 0; tries < 20; tries++) await new Browsing(app).post("/set-up", { ...plan, token: `guess ${tries}` });
  const refused = await new Browsing(app).post("/set-up", { ...plan, token: (await makeSetUpToken(app))! });
  expect(refused.status).toBe(409);
  expect(await people(app)).toEqual([]);
});

test("the token belongs to the installation's secret, and stays over a restart", async () => {
  await using app = await testApp();
  await using other = await testApp({ settings: { secret: "another secret of thirty-two characters" } });
  expect(await makeSetUpToken(app)).toBe(await makeSetUpToken({ ...app }));
  expect(await makeSetUpToken(app)).not.toBe(await makeSetUpToken(other));
});

test("what cannot be used is said at its field, and what was typed stays", async () => {
  await using app = await testApp();
  const token = (await makeSetUpToken(app))!;
  const refused = await new Browsing(app).post("/set-up", { ...plan, token, password: "password" });
  expect(refused.status).toBe(422);
  const text = await refused.text();
  expect(text).toContain("guessed first");
  expect(text).toContain('value="Olga Petrova"');
  expect((await new Browsing(app).post("/set-up", { ...plan, token, timeZone: "Middle/Earth" })).status).toBe(422);
  expect(await people(app)).toEqual([]);
});

test("everything that cannot be used is said at once, and both forms keep the token", async () => {
  await using app = await testApp();
  const token = (await makeSetUpToken(app))!;
  const send = async (fields: Partial<typeof plan> & { token: string; act?: string }) => {
    const answer = await new Browsing(app).post("/set-up", { ...plan, ...fields });
    expect(answer.status).toBe(422);
    return answer.text();
  };
  const both = await send({ token, email: "olga at riverside", password: "password" });
  expect(both).toContain('href="#form-email"');
  expect(both).toContain('href="#form-password"');
  // Once in the field above, once hidden in the form below.
  expect(both.match(new RegExp(`value="${token}"`, "gu"))).toHaveLength(2);
  expect(both).toContain(`<input type="hidden" name="token" value="${token}"`);

  const wrong = await send({ token: "guess", password: "Olga Petrova" });
  expect(wrong).toContain('href="#form-token"');
  expect(wrong).toContain('href="#form-password"');
  expect(wrong).not.toContain('<input type="hidden" name="token"');
  const wrongDemo = await send({ token: "guess", act: "demo" });
  expect(wrongDemo).toContain('href="#demo-token"');
  expect(wrongDemo.match(/value="guess"/gu)).toHaveLength(2);
});

test("eight at the same moment make one owner and one organization", async () => {
  await using app = await testApp();
  const token = (await makeSetUpToken(app))!;
  const entry = { sessionToken: undefined, organizationId: undefined, isPublic: true, language: "en", isLanguageChosen: false } as const;
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      // From eight networks: else they would wait for each other where tries are counted.
      inRequest(app, entry, (ctx) =>
        setUp(
          ctx,
          { ...plan, language: "es", email: `owner${index}@example.org`, token },
          { headers: new Headers(), address: `192.0.2.${index}` },
        ),
      ),
    ),
  );
  expect(answers.filter(({ to }) => to?.startsWith("/organizations/"))).toHaveLength(1);
  expect(answers.filter(({ to }) => to === "/sign-in")).toHaveLength(7);
  expect(await people(app)).toHaveLength(1);
  const organizations = await asSystem(app, ({ db }) => db.selectFrom("organization").select("id").execute());
  expect(organizations).toHaveLength(1);
});
