import { expect, test, vi } from "vitest";
import type { Keeper } from "./keeper.ts";
import { Outbox, type Outcome } from "./outbox.ts";

/** As the browser's own, gone with the test. */
function keeper(): Keeper & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
}
const settled = () => vi.advanceTimersByTimeAsync(0);

test("what is written is kept until it has arrived, sent in its order, and tried again after ever longer pauses", async () => {
  vi.useFakeTimers();
  const sent: string[] = [];
  let outcome: Outcome = "later";
  const store = keeper();
  const outbox = new Outbox(
    store,
    "here ",
    ({ words }) => {
      sent.push(words);
      return Promise.resolve(outcome);
    },
    () => undefined,
  );
  outbox.put({ key: "a", words: "one" }, 1);
  await settled();
  expect(outbox.waiting).toMatchObject([{ words: "one", state: "failed" }]);
  outbox.put({ key: "b", words: "two" }, 2);
  await settled();
  // The second waits for the first.
  expect(sent).toEqual(["one", "one"]);
  expect(store.kept.size).toBe(2);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(new Set(sent)).toEqual(new Set(["one"]));
  expect(sent.length).toBeGreaterThan(3);
  outcome = "arrived";
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent.slice(-2)).toEqual(["one", "two"]);
  expect([outbox.waiting, store.kept.size]).toEqual([[], 0]);
  vi.useRealTimers();
});

test("what was left unsent is there again after the page was closed, beside what another tab has put there", async () => {
  const store = keeper();
  const away = () => Promise.resolve<Outcome>("signed-out");
  const first = new Outbox(store, "here ", away, () => undefined);
  const second = new Outbox(store, "here ", away, () => undefined);
  first.put({ key: "a", words: "one" }, 1);
  second.put({ key: "b", words: "two" }, 2);
  await Promise.resolve();
  first.stop();
  second.stop();
  store.setItem("here broken", "{");
  store.setItem("elsewhere c", JSON.stringify({ words: "three", at: 0 }));
  const sent: string[] = [];
  const again = new Outbox(
    store,
    "here ",
    ({ words }) => {
      sent.push(words);
      return Promise.resolve<Outcome>("arrived");
    },
    () => undefined,
  );
  await again.run();
  expect(sent).toEqual(["one", "two"]);
  expect([...store.kept.keys()]).toEqual(["here broken", "elsewhere c"]);
});

test("what is refused holds up nothing, and is neither lost nor sent again by itself", async () => {
  const store = keeper();
  const outcomes: Outcome[] = [{ refused: "Too long." }, "arrived"];
  const outbox = new Outbox(
    store,
    "here ",
    () => Promise.resolve(outcomes.shift()!),
    () => undefined,
  );
  outbox.put({ key: "a", words: "one" }, 1);
  outbox.put({ key: "b", words: "two" }, 2);
  await vi.waitFor(() => expect(outbox.waiting).toHaveLength(1));
  await outbox.run();
  expect(outbox.waiting).toMatchObject([{ key: "a", state: "refused", sentence: "Too long." }]);
  expect(store.kept.size).toBe(1);
});

test("what is too much for now says so, and goes by itself a little later, in its order", async () => {
  vi.useFakeTimers();
  const sent: string[] = [];
  let outcome: Outcome = { later: "That was a lot." };
  const outbox = new Outbox(
    keeper(),
    "here ",
    ({ words }) => {
      sent.push(words);
      return Promise.resolve(outcome);
    },
    () => undefined,
  );
  outbox.put({ key: "a", words: "one" }, 1);
  await settled();
  expect(outbox.waiting).toEqual([{ key: "a", words: "one", state: "failed", sentence: "That was a lot." }]);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(sent).toEqual(["one"]);
  outcome = "arrived";
  await vi.advanceTimersByTimeAsync(60_000);
  expect([sent, outbox.waiting]).toEqual([["one", "one"], []]);
  vi.useRealTimers();
});
