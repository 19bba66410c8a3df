import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { type Context, inOrganization } from "../../platform/context.ts";
import { findSetting } from "./find-setting.ts";
import { defaultSetting, readNudgeDays, settingLimits } from "./setting.ts";

let app: TestApp;
let world: World;
let at: string;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  at = `/organizations/${world.riverside}/programs/${world.first}/relationships`;
});
afterAll(() => app[Symbol.asyncDispose]());

const here = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, world.riverside, work);
const setting = (programId = world.first) => here((ctx) => findSetting(ctx, world.riverside, programId));
const usual = Object.fromEntries(
  Object.entries(defaultSetting)
    .filter(([, value]) => typeof value !== "boolean")
    .map(([name, value]) => [name, value === null ? "" : String(value)]),
);
const save = async (fields: Record<string, string>) => (await world.as("coordinator").post(at, { ...usual, ...fields })).text();

test("a coordinator changes how relationships go, and who did what is kept", async () => {
  const page = await (await world.as("coordinator").get(at)).text();
  for (const name of Object.keys(defaultSetting)) expect(page).toContain(`name="${name}"`);
  await save({ lengthMonths: "9", nudgeDays: "21 10,10", coordinatorSigns: "yes", guardianSigns: "yes", keepMonths: "6" });
  const changed = { lengthMonths: 9, nudgeDays: [10, 21], coordinatorSigns: true, guardianSigns: true, keepMonths: 6 };
  expect(await setting()).toEqual({ ...defaultSetting, ...changed });
  const audited = () =>
    here(({ db }) => db.selectFrom("audit_entry").select("detail").where("act", "=", "relationship-setting.changed").execute());
  expect(await audited()).toEqual([
    {
      detail: {
        from: { lengthMonths: null, nudgeDays: [7, 14, 21], coordinatorSigns: false, guardianSigns: false, keepMonths: 12 },
        to: changed,
      },
    },
  ]);
  await save({ lengthMonths: "9", nudgeDays: "10, 21", coordinatorSigns: "yes", guardianSigns: "yes", keepMonths: "6" });
  expect(await audited()).toHaveLength(1);
});

test("what cannot be is refused at its field, and nothing is saved", async () => {
  const before = await setting();
  expect(await save({ supportEveryDays: "93" })).toContain("from 7 to 92");
  expect(await save({ nudgeDays: "seven" })).toContain("such as 7, 14, 21");
  expect(await save({ nudgeDays: "7, 90" })).toContain("must come before the day");
  expect(await setting()).toEqual(before);
});

test("the table holds the same limits as the form", async () => {
  for (const [name, [least, most]] of Object.entries(settingLimits)) {
    const column = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    for (const [value, isKept] of [
      [least, true],
      [most, true],
      [least - 1, false],
      [most + 1, false],
    ] as const) {
      const written = here(({ db }) =>
        db
          .insertInto("relationship_setting")
          .values({ organization_id: world.riverside, program_id: world.second, [column]: value } as never)
          .onConflict((conflict) => conflict.columns(["organization_id", "program_id"]).doUpdateSet({ [column]: value }))
          .execute(),
      );
      const outcome = await written.then(
        () => true,
        () => false,
      );
      expect([name, value, outcome]).toEqual([name, value, isKept]);
    }
  }
});

test("a copied program goes as its original does", async () => {
  await save({ closeDays: "30" });
  const answer = await world.as("coordinator").post(`/organizations/${world.riverside}/programs/${world.first}/copy`, {
    name: "First Steps again",
    adultsOnly: "yes",
  });
  await app.jobs.runDue(app);
  const copy = await here(({ db }) => db.selectFrom("program").select("id").where("name", "=", "First Steps again").executeTakeFirst());
  expect(copy, await answer.text()).toBeDefined();
  expect(await setting(copy!.id)).toEqual(await setting());
});

test("days without contact are read as they are typed anywhere", () => {
  expect(readNudgeDays("7, 14, 21")).toEqual([7, 14, 21]);
  expect(readNudgeDays("21؛ 7، 7")).toEqual([7, 21]);
  expect(readNudgeDays("")).toEqual([]);
  for (const typed of ["0", "-1", "366", "1 2 3 4 5 6", "7.5"]) expect(readNudgeDays(typed)).toBeUndefined();
});
