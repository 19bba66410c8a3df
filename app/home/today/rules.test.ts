import { expect, test } from "vitest";
import { defaultSetting } from "../../relationships/settings/setting.ts";
import { byUrgency, lookAt, ruleNames, rules, type RuleSettings } from "./rules.ts";
import type { CheckSignals, OfferSignals, RelationshipSignals } from "./signals.ts";

const well: RelationshipSignals = {
  is: "relationship",
  id: "r",
  programId: "p",
  ownerId: "ruth",
  isPaused: false,
  pausedUntil: null,
  begunOn: "2027-01-01",
  isClosing: false,
  lastHeldOn: "2027-03-25",
  isMeeting: false,
  lastMessage: { id: "m", on: "2027-03-30" },
  support: { on: "2027-04-10", personId: "maya" },
  blockedAt: null,
  newStartId: null,
  unfitId: null,
  pulse: { number: 1, lowest: 4, mentor: 4.5, mentee: 4 },
  isAgreed: true,
};
const now = new Date("2027-04-01T09:00:00Z");
const asked = (settings: RuleSettings = {}, today = "2027-04-01") => ({ settings, setting: defaultSetting, today, now });
const lines = (change: Partial<RelationshipSignals>, settings?: RuleSettings, today?: string) =>
  lookAt({ ...well, ...change }, asked(settings, today)).map(({ rule }) => rule);

test("of two who are well the list says nothing", () => {
  expect(lines({})).toEqual([]);
});

test("each reason brings a line on its day and not before", () => {
  expect(lines({ ownerId: null })).toEqual(["no-owner"]);
  expect(lines({ blockedAt: "2027-03-31" })).toEqual(["blocked"]);
  expect(lines({ newStartId: "n" })).toEqual(["new-start"]);
  expect(lines({ unfitId: "f" })).toEqual(["fit"]);
  expect(lines({ pulse: { number: 2, lowest: 3, mentor: 3, mentee: 3 } })).toEqual([]);
  expect(lines({ pulse: { number: 2, lowest: 2.8, mentor: 2.8, mentee: 3 } })).toEqual(["low-pulse"]);
  expect(lines({ pulse: { number: 2, lowest: 3, mentor: 5, mentee: 3 } })).toEqual(["diverging"]);
  expect(lines({ pulse: { number: 2, lowest: 3, mentor: null, mentee: 3 } })).toEqual([]);
  expect(lines({ support: { on: "2027-04-02", personId: "maya" } })).toEqual([]);
  expect(lines({ support: { on: "2027-04-01", personId: "maya" } })).toEqual(["support"]);
  // The interval is 14 days, and twice that is still well.
  expect(lines({ lastHeldOn: "2027-03-04", lastMessage: null })).toEqual([]);
  expect(lines({ lastHeldOn: "2027-03-03", lastMessage: null })).toEqual(["silence"]);
  expect(lines({ lastHeldOn: "2027-03-03", lastMessage: null, isMeeting: true })).toEqual([]);
  expect(lines({ lastHeldOn: null, begunOn: "2027-03-18" })).toEqual([]);
  expect(lines({ lastHeldOn: null, begunOn: "2027-03-17" })).toEqual(["first-meeting"]);
  expect(lines({ lastMessage: { id: "m", on: "2027-03-26" } })).toEqual([]);
  expect(lines({ lastMessage: { id: "m", on: "2027-03-25" } })).toEqual(["unanswered"]);
  // They have met since.
  expect(lines({ lastMessage: { id: "m", on: "2027-03-20" } })).toEqual([]);
  expect(lines({ isAgreed: false, begunOn: "2027-03-19" })).toEqual([]);
  expect(lines({ isAgreed: false, begunOn: "2027-03-18" })).toEqual(["agreement"]);
  expect(lines({ isPaused: true, pausedUntil: "2027-04-09" })).toEqual([]);
  expect(lines({ isPaused: true, pausedUntil: "2027-04-08" })).toEqual(["pause"]);
});

test("in a break nobody is late, and at the end nothing begins", () => {
  const late: Partial<RelationshipSignals> = { lastHeldOn: null, isAgreed: false, lastMessage: { id: "m", on: "2027-02-01" } };
  expect(lines({ ...late, isPaused: true, support: { on: "2027-02-01", personId: "maya" } })).toEqual([]);
  expect(lines({ ...late, isClosing: true })).toEqual([]);
});

test("an offer that runs out, the more urgent where somebody waits", () => {
  const offer: OfferSignals = { is: "offer", id: "o", programId: "p", answerBy: new Date("2027-04-02T08:00:00Z"), waitsFor: 2 };
  const [both] = lookAt(offer, asked());
  const [one] = lookAt({ ...offer, waitsFor: 1 }, asked());
  expect([both?.rule, one?.rule]).toEqual(["offer", "offer"]);
  expect(one!.urgency).toBeGreaterThan(both!.urgency);
  expect(lookAt({ ...offer, answerBy: new Date("2027-04-02T10:00:00Z") }, asked())).toEqual([]);
  expect(lookAt({ ...offer, answerBy: now }, asked())).toEqual([]);
});

test("a check that runs out, and one that is missing; the more urgent where somebody waits for it", () => {
  const mentor: CheckSignals = {
    is: "mentor",
    id: "t",
    programId: "p",
    personId: "jonas",
    ownerIds: ["ruth"],
    isAwaited: false,
    since: "2027-01-01",
    checks: [
      { kind: "identity", checkId: "i", expiresOn: "2028-04-01" },
      { kind: "criminal-record", checkId: "c", expiresOn: "2027-04-01" },
    ],
  };
  const on = (today: string, change: Partial<CheckSignals> = {}, settings: RuleSettings = {}) =>
    lookAt({ ...mentor, ...change }, asked(settings, today)).map(({ rule, figure, kinds }) => [rule, figure, ...(kinds ?? [])]);
  expect(on("2027-03-01")).toEqual([]);
  expect(on("2027-03-02")).toEqual([["check-expiring", 30, "criminal-record"]]);
  expect(on("2027-03-02", {}, { "check-expiring": { isOn: true, threshold: 10 } })).toEqual([]);
  // It counts on its last day.
  expect(on("2027-04-01")).toEqual([["check-expiring", 0, "criminal-record"]]);
  expect(on("2027-04-02")).toEqual([["check-missing", 1, "criminal-record"]]);
  expect(on("2027-04-02", { checks: [{ kind: "identity", checkId: null, expiresOn: null }] })).toEqual([["check-missing", 91, "identity"]]);
  const [missing] = lookAt(mentor, asked({}, "2027-04-02"));
  const [awaited] = lookAt({ ...mentor, isAwaited: true }, asked({}, "2027-04-02"));
  expect(awaited!.urgency).toBeGreaterThan(missing!.urgency);
  // Done once, it is back after a fortnight.
  const reason = (today: string) => lookAt(mentor, asked({}, today))[0]?.reason;
  expect(reason("2027-04-02")).toBe(reason("2027-04-14"));
  expect(reason("2027-04-15")).not.toBe(reason("2027-04-14"));
});

test("a program sets rules otherwise, or switches them off", () => {
  const silent: Partial<RelationshipSignals> = { lastHeldOn: "2027-03-03", lastMessage: null };
  expect(lines(silent, { silence: { isOn: false, threshold: null } })).toEqual([]);
  expect(lines(silent, { silence: { isOn: true, threshold: 3 } })).toEqual([]);
  expect(lines(silent, { silence: { isOn: true, threshold: null } })).toEqual(["silence"]);
  for (const { name } of rules) {
    const everything = lines(
      {
        blockedAt: "x",
        newStartId: "n",
        unfitId: "f",
        lastHeldOn: null,
        isAgreed: false,
        lastMessage: { id: "m", on: "2027-01-02" },
        support: { on: "2027-01-02", personId: "maya" },
        pulse: { number: 1, lowest: 1, mentor: 1, mentee: 5 },
      },
      { [name]: { isOn: false, threshold: null } },
    );
    expect(everything).not.toContain(name);
  }
});

test("a reason is the same the next day, and new with the next stretch of days", () => {
  const reason = (today: string) =>
    lookAt({ ...well, lastHeldOn: "2027-03-01", lastMessage: null }, asked({}, today)).find(({ rule }) => rule === "silence")?.reason;
  expect(reason("2027-04-01")).toBe(reason("2027-04-20"));
  expect(reason("2027-04-27")).not.toBe(reason("2027-04-20"));
  const talk = (on: string) => lookAt({ ...well, support: { on, personId: "maya" } }, asked())[0]?.reason;
  expect(talk("2027-04-01")).not.toBe(talk("2027-03-31"));
});

test("the most urgent first, and always in one order", () => {
  const all = lookAt(
    {
      ...well,
      blockedAt: "x",
      isAgreed: false,
      support: { on: "2027-03-01", personId: "maya" },
      lastMessage: { id: "m", on: "2027-01-01" },
      lastHeldOn: null,
    },
    asked(),
  );
  const order = all.toSorted(byUrgency).map(({ rule }) => rule);
  expect(order).toEqual(["blocked", "first-meeting", "support", "unanswered", "agreement"]);
  expect(
    all
      .toReversed()
      .toSorted(byUrgency)
      .map(({ rule }) => rule),
  ).toEqual(order);
  for (const { urgency } of all) expect(urgency > 0 && urgency <= 100).toBe(true);
  expect(rules.map(({ name }) => name)).toEqual([...ruleNames]);
});
