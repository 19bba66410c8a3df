import { expect, test } from "vitest";
import { testApp } from "../../../testing/app.ts";
import { worry } from "../../../testing/worrying.ts";

test("an open concern stands above the list of whoever looks after safety, and does not exist for anybody else", async () => {
  await using app = await testApp();
  const { world, organizationId, raise } = await worry(app);
  const { concernId } = await raise("mentee");
  const today = async (person: "coordinator" | "administrator"): Promise<string> =>
    (await world.as(person).get(`/organizations/${organizationId}/today?whose=all`)).text();
  expect(await today("coordinator")).toContain(`/concerns/${concernId}`);
  const unknowing = await today("administrator");
  expect(unknowing).not.toContain(concernId);
  expect(unknowing).not.toContain("Look into it");
});
