import { expect, test } from "vitest";
import { type Life, type Move, moved } from "./life.ts";

const begun: Life = { state: "active", pausedBy: null, pausedUntil: null, endsOn: null, closesOn: null, ending: null };
const today = "2026-03-02";
const after = (life: Life, ...moves: Move[]): Life | string =>
  moves.reduce<Life | string>((now, move) => {
    if (typeof now === "string") return now;
    const outcome = moved(now, move, today);
    return "life" in outcome ? outcome.life : outcome.impossible;
  }, life);

test("two people pause until a day, and come back before", () => {
  const paused = after(begun, { move: "pause", by: "people", until: "2026-04-01" });
  expect(paused).toMatchObject({ state: "paused", pausedUntil: "2026-04-01" });
  expect(after(begun, { move: "pause", by: "people", until: today })).toBe("day-past");
  expect(after(paused as Life, { move: "resume", by: "people" })).toEqual(begun);
  expect(after(paused as Life, { move: "resume", by: "time" })).toBe("day-not-come");
  expect(moved(paused as Life, { move: "resume", by: "time" }, "2026-04-01")).toEqual({ life: begun });
});

test("only safeguarding lifts what safeguarding has paused, and what was closing closes afterwards", () => {
  const closing = after(begun, { move: "close", closesOn: "2026-03-16", ending: "planned" }) as Life;
  const held = after(closing, { move: "pause", by: "safeguarding", until: null }) as Life;
  for (const move of [
    { move: "resume", by: "coordinator" },
    { move: "resume", by: "time" },
    { move: "pause", by: "coordinator", until: null },
    { move: "close", closesOn: today, ending: "early" },
    { move: "reopen" },
  ] as const)
    expect(after(held, move)).toBe("held-for-safety");
  expect(after(held, { move: "resume", by: "safeguarding" })).toEqual(closing);
  expect(after(held, { move: "conclude", ending: "stopped" })).toMatchObject({ state: "concluded", ending: "stopped" });
});

test("a coordinator's pause is not for the two to lift", () => {
  const paused = after(begun, { move: "pause", by: "people", until: "2026-04-01" }, { move: "pause", by: "coordinator", until: null });
  expect(paused).toMatchObject({ pausedBy: "coordinator", pausedUntil: null });
  expect(after(paused as Life, { move: "resume", by: "people" })).toBe("already-paused");
  expect(after(paused as Life, { move: "resume", by: "coordinator" })).toEqual(begun);
});

test("it concludes once its last day is over, and can be called off until then", () => {
  const closing = after(begun, { move: "close", closesOn: "2026-03-16", ending: "one-sided" }) as Life;
  expect(after(closing, { move: "conclude", ending: null })).toBe("day-not-come");
  expect(after(closing, { move: "close", closesOn: "2026-03-20", ending: "early" })).toBe("already-closing");
  expect(after(closing, { move: "extend", endsOn: "2026-12-01" })).toBe("already-closing");
  expect(after(closing, { move: "reopen" })).toEqual(begun);
  expect(moved(closing, { move: "conclude", ending: null }, "2026-03-16")).toEqual({ impossible: "day-not-come" });
  const over = moved(closing, { move: "conclude", ending: null }, "2026-03-17");
  expect(over).toMatchObject({ life: { state: "concluded", ending: "one-sided", closesOn: "2026-03-16" } });
  expect(after(begun, { move: "conclude", ending: null })).toBe("not-closing");
});
