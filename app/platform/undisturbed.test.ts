import { CompiledQuery } from "kysely";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testApp, type TestApp } from "../../testing/app.ts";
import { expireOffers } from "../matching/offers/expire-offers.job.ts";
import { asSystem } from "./context.ts";

const stateOf = CompiledQuery.raw("select state from jobs.job where name = $1", [expireOffers.name]);

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ withWorkers: true });
});
afterAll(() => app[Symbol.asyncDispose]());

test("while something is not to be disturbed, what comes by its schedule waits, and comes then", async () => {
  const events: string[] = [];
  const run = vi.spyOn(expireOffers, "run").mockImplementation(() => Promise.resolve(void events.push("came")));
  await app.jobs.undisturbed(async () => {
    await asSystem(app, (ctx) => app.jobs.enqueue(ctx, expireOffers, {}));
    // The worker has it, and has not begun.
    await vi.waitFor(
      async () => {
        const { rows } = await app.owner.executeQuery(stateOf);
        expect(rows).toEqual([{ state: "active" }]);
      },
      { timeout: 60_000 },
    );
    events.push("done");
  });
  await vi.waitFor(() => expect(events).toEqual(["done", "came"]), { timeout: 60_000 });
  run.mockRestore();
});
