import { expect, test } from "vitest";
import { hideIdentity } from "./hide-identity.ts";
import { freshnessOf, usualReplyTime } from "./reply-time.ts";

test("a name, each of its parts, and every way to reach her are left out; her work stays", () => {
  const hide = (text: string): string => hideIdentity(text, "María de la Cruz-Okafor");
  expect(hide("I am María, and MARÍA DE LA CRUZ-OKAFOR says so.")).toBe("I am …, and … says so.");
  expect(hide("Okafor's team; Cruz control, Okaforian")).toBe("…'s team; … control, Okaforian");
  expect(hide("de la casa")).toBe("de la casa");
  expect(hide("maria@example.org or @maria_c, +44 (0)20 7946 0958")).toBe("… or …, …");
  expect(hide("linkedin.com/in/maria and https://maria.dev, www.x.y")).toBe("… and … …");
  expect(hide("Node.js, ASP.NET, 10 years, 2019-2024, C++ e.g. Qt")).toBe("Node.js, ASP.NET, 10 years, 2019-2024, C++ e.g. Qt");
  expect(hideIdentity("a (b) c", "(b)")).toBe("a … c");
  expect(hideIdentity("anything", "")).toBe("anything");
});

test("reply times are coarse, and nothing is said of fewer than three answers", () => {
  const of = (hours: number, answers = 3) => usualReplyTime({ answers, usualSeconds: hours * 3600 });
  expect([24, 25, 48, 49, 72, 73, 168, 169].map((hours) => of(hours))).toEqual([
    "one-day",
    "two-days",
    "two-days",
    "three-days",
    "three-days",
    "one-week",
    "one-week",
    "longer",
  ]);
  expect(of(5, 2)).toBeUndefined();
  expect(usualReplyTime({ answers: 9, usualSeconds: null })).toBeUndefined();
});

test("freshness is a week, a month, or nothing", () => {
  const now = new Date("2027-03-31T12:00:00Z");
  const of = (days: number) => freshnessOf(new Date(now.getTime() - days * 86_400_000), now);
  expect([0, 7, 7.1, 31, 31.1].map(of)).toEqual(["this-week", "this-week", "this-month", "this-month", undefined]);
  expect(freshnessOf(null, now)).toBeUndefined();
});
