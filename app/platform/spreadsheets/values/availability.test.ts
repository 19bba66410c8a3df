import fc from "fast-check";
import { expect, test } from "vitest";
import { parseAvailability } from "./availability.ts";

const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/** «Mo 18-20, We 17-21», or the reason why not. */
function told(cell: string): string | null {
  const parsed = parseAvailability(cell);
  if (!parsed.ok) return parsed.problem.reason;
  if (parsed.value === null) return null;
  const week = new Set(parsed.value);
  return DAYS.flatMap((day, index) => {
    const stretches: string[] = [];
    for (let hour = 0; hour < 24; hour += 1) {
      if (!week.has(index * 24 + hour) || (hour > 0 && week.has(index * 24 + hour - 1))) continue;
      let end = hour;
      while (end < 24 && week.has(index * 24 + end)) end += 1;
      stretches.push(`${hour}-${end}`);
    }
    return stretches.length === 0 ? [] : [`${day} ${stretches.join("+")}`];
  }).join(", ");
}

test.each([
  ["Mon 18-20; Wed evening", "Mo 18-20, We 17-21"],
  ["Mon, Wed 18-20; Fri morning", "Mo 18-20, We 18-20, Fr 8-12"],
  ["Mon/Wed evenings", "Mo 17-21, We 17-21"],
  ["Monday morning and Tuesday evening", "Mo 8-12, Tu 17-21"],
  ["evenings on Mon, mornings on Tue", "Mo 17-21, Tu 8-12"],
  ["Mon 10-12, 14-16; Tue 9-10", "Mo 10-12+14-16, Tu 9-10"],
  ["Mon-Wed 9-5", "Mo 9-17, Tu 9-17, We 9-17"],
  ["Sat to Mon mornings", "Mo 8-12, Sa 8-12, Su 8-12"],
  ["weekends", "Sa 8-21, Su 8-21"],
  ["weekday evenings", "Mo 17-21, Tu 17-21, We 17-21, Th 17-21, Fr 17-21"],
  ["Thursday 6-8pm", "Th 18-20"],
  ["Saturday 10am-1pm", "Sa 10-13"],
  ["Saturday 10-2", "Sa 10-14"],
  ["Fri 10pm-12am", "Fr 22-24"],
  ["Tuesday after 5pm", "Tu 17-21"],
  ["Sun before 11", "Su 8-11"],
  ["Mon 18.00 - 20.00, Thu 19:30-21:00", "Mo 18-20, Th 20-21"],
  ["between 18 and 20 on Mondays", "Mo 18-20"],
  ["Wed pm, Thu am", "We 12-17, Th 8-12"],
  ["Mon", "Mo 8-21"],
  ["Lunes y miércoles por la tarde", "Mo 12-17, We 12-17"],
  ["lunes a miércoles de 9:00 a 11:00", "Mo 9-11, Tu 9-11, We 9-11"],
  ["jueves de 18h a 20h", "Th 18-20"],
  ["sáb y dom mañanas", "Sa 8-12, Su 8-12"],
  ["fines de semana por la noche", "Sa 17-21, Su 17-21"],
  ["الاثنين مساء والأربعاء صباحا", "Mo 17-21, We 8-12"],
  ["الأحد من ١٠ إلى ١٢", "Su 10-12"],
  ["السبت بعد الظهر", "Sa 12-17"],
  ["الخميس من الساعة 5 إلى الساعة 7 مساءً", "Th 17-19"],
  [" - ", null],
  ["not Friday", "availability-unknown"],
  ["evenings GMT", "availability-unknown"],
  ["Mon 5", "availability-unknown"],
  ["whenever", "availability-unknown"],
  ["Mon 22-2", "availability-backward"],
  ["Mon 25-26", "availability-backward"],
])("«%s» is %s", (cell, expected) => {
  expect(told(cell)).toBe(expected);
});

test("every day of the week has its names and their short forms", () => {
  for (const locale of ["en", "es", "ar"]) {
    for (const weekday of ["long", "short"] as const) {
      const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: "UTC" });
      for (const [index, day] of DAYS.entries())
        expect([locale, told(`${format.format(Date.UTC(2024, 0, 1 + index))} 18-20`)]).toEqual([locale, `${day} 18-20`]);
    }
  }
});

test("hours of the week are sorted, each once, and none lies outside", () => {
  const words = fc.array(
    fc.constantFrom("Mon", "Tue", "Sunday", "weekends", "18-20", "9-5", "evening", "after 22", "-", ";", ",", "and", "daily", "before 3"),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(words, (cell) => {
      const parsed = parseAvailability(cell.join(" "));
      if (!parsed.ok || parsed.value === null) return;
      expect(parsed.value).toEqual([...new Set(parsed.value)].toSorted((a, b) => a - b));
      expect(parsed.value.every((hour) => Number.isInteger(hour) && hour >= 0 && hour < 168)).toBe(true);
    }),
  );
});
