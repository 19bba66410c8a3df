import { expect, test } from "vitest";
import { testApp } from "../../testing/app.ts";
import { smallWorld } from "../../testing/world.ts";
import { inOrganization } from "./context.ts";
import { eachDue } from "./each-due.ts";

test("one that fails does not keep the others, leaves nothing half-done, and is told of", async () => {
  await using app = await testApp();
  const { riverside, hillside } = await smallWorld(app);
  const due = [riverside, hillside, riverside].map((organizationId, number) => ({ organizationId, number }));
  const done: number[] = [];
  const work = eachDue(app, due, async ({ db }, { organizationId, number }) => {
    await db
      .updateTable("program")
      .set({ purpose: `Done ${number}` })
      .where("organization_id", "=", organizationId)
      .execute();
    if (number === 1) throw new Error("Not this one");
    done.push(number);
  });
  await expect(work).rejects.toThrow("Not this one");
  expect(done).toEqual([0, 2]);
  const purposeOf = (id: string) =>
    inOrganization(app, id, async ({ db }) => (await db.selectFrom("program").select("purpose").execute()).map(({ purpose }) => purpose));
  expect(await purposeOf(riverside)).toContain("Done 2");
  expect(await purposeOf(hillside)).not.toContain("Done 1");
});
