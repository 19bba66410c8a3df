import { expect, test } from "vitest";
import { repliesInThread } from "./replies-in-thread.ts";

const calendar = (...events: string[]): Buffer =>
  Buffer.from(["BEGIN:VCALENDAR", "METHOD:REPLY", ...events, "END:VCALENDAR", ""].join("\r\n"));
const event = (uid: string, ...lines: string[]): string =>
  [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    "DTSTART:20270316T170000Z",
    "ATTENDEE;PARTSTAT=DECLINED:mailto:maya@example.org",
    ...lines,
    "END:VEVENT",
  ].join("\r\n");
const uids = async (...calendars: Buffer[]) => (await repliesInThread(calendars, "maya@example.org")).map(({ uid }) => uid);

test("an answer is read apart from everything else", async () => {
  expect(await repliesInThread([calendar(event("one"))], "maya@example.org")).toMatchObject([
    { uid: "one", says: "declined", startsAt: new Date("2027-03-16T17:00:00Z"), standsFor: null },
  ]);
});

test("what is larger than any answer is none, and spoils none beside it", async () => {
  const answer = calendar(event("two"));
  const events = calendar(Array.from({ length: 100_000 }, (_, n) => event(`e${n}`)).join("\r\n"));
  const many = calendar(Array.from({ length: 200 }, (_, n) => event(`e${n}`)).join("\r\n"));
  const long = calendar(event("long", `COMMENT:${"x".repeat(300_000)}`));
  const folded = calendar(event("folded", `COMMENT:x${"\r\n ".repeat(80_000)}`));
  expect(await uids(events, answer)).toEqual(["two"]);
  expect(await uids(many, answer)).toEqual(["two"]);
  expect(await uids(long, answer)).toEqual(["two"]);
  expect(await uids(folded, answer)).toContain("two");
  expect(await uids(Buffer.from("BEGIN:VCALENDAR\r\n".repeat(10_000)))).toEqual([]);
});
