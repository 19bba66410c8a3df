import { expect, test } from "vitest";
import { canAppeal, clockAsks, concernStates, isClosed, isUnacknowledged, referenceOf, stateAfter } from "./concern.ts";
import { helplines } from "./helplines.ts";
import { seenAt } from "./helplines-checked.ts";

const at = (minutes: number): Date => new Date(Date.UTC(2028, 1, 28, 23, 30) + minutes * 60_000);
const clock = { state: "open" as const, openedAt: at(0), remindedAt: null, escalatedAt: null };

test("after an hour the leads are reminded, after four hours the owners hear, each once", () => {
  expect(clockAsks(clock, at(59))).toBeUndefined();
  expect(clockAsks(clock, at(60))).toBe("remind");
  expect(clockAsks({ ...clock, remindedAt: at(60) }, at(239))).toBeUndefined();
  expect(clockAsks({ ...clock, remindedAt: at(60) }, at(240))).toBe("escalate");
  expect(clockAsks({ ...clock, remindedAt: at(60), escalatedAt: at(240) }, at(10_000))).toBeUndefined();
});

test("whoever slept for two days is told the graver of the two, and not the other afterwards", () => {
  expect(clockAsks(clock, at(2 * 24 * 60))).toBe("escalate");
  expect(clockAsks({ ...clock, escalatedAt: at(2 * 24 * 60) }, at(2 * 24 * 60))).toBeUndefined();
});

test("clocks run only where nobody has taken it", () => {
  for (const state of concernStates)
    expect(clockAsks({ ...clock, state }, at(500)), state).toBe(isUnacknowledged(state) ? "escalate" : undefined);
});

test("what is closed can only be opened again, and what is open cannot", () => {
  for (const state of concernStates) {
    expect(stateAfter(state, "reopen"), state).toBe(isClosed(state) ? "reopened" : undefined);
    if (isClosed(state)) expect([stateAfter(state, "take"), stateAfter(state, "work")]).toEqual([undefined, undefined]);
  }
  expect(stateAfter("open", "work")).toBeUndefined();
  expect(stateAfter("reopened", "take")).toBe("acknowledged");
  expect(stateAfter("in-work", "take")).toBe("in-work");
});

test("an answer can be appealed for twenty days", () => {
  const closed = { state: "unfounded" as const, closedAt: at(0) };
  expect(canAppeal(closed, at(20 * 24 * 60 - 1))).toBe(true);
  expect(canAppeal(closed, at(20 * 24 * 60))).toBe(false);
  expect(canAppeal({ state: "in-work", closedAt: null }, at(1))).toBe(false);
});

test("every country of the list begins with its emergency number, every line has its source, and none is there twice", () => {
  for (const [country, lines] of Object.entries(helplines)) {
    expect(country).toMatch(/^[A-Z]{2}$/);
    expect(lines[0]!.kind).toBe("emergency");
    for (const { number, source } of lines) {
      expect([number, source]).toEqual([expect.stringMatching(/^[\d -]+$/), expect.stringMatching(/^[\w-]+(\.[\w-]+)+(\/[\w-]+)*$/)]);
    }
    expect(new Set(lines.map(({ number }) => number)).size).toBe(lines.length);
  }
  const numbers = Object.entries(helplines).flatMap(([country, lines]) => lines.map(({ number }) => `${country} ${number}`));
  expect(Object.keys(seenAt).toSorted(), "each number was read somewhere").toEqual(numbers.toSorted());
  for (const page of Object.values(seenAt)) expect(URL.canParse(`https://${page}`)).toBe(true);
});

test("a reference tells nothing of how many there are", () => {
  expect(referenceOf("019f0000-0000-7000-8000-0123456789ab")).toBe("6789AB");
});
