import { expect, test } from "vitest";
import { canDelete, canEdit, seenUnder } from "./message.ts";

const said = (...authors: string[]) => authors.map((authorId, index) => ({ number: index + 1, authorId }));
const mark = (personId: string, number: number) => ({ personId, number, at: "2027-01-12T12:00:00.000Z" });
const under = (...parameters: Parameters<typeof seenUnder>) =>
  [...seenUnder(...parameters)].map(([number, marks]) => [number, ...marks.map(({ personId }) => personId)]);

test("that it was seen stands under the newest message that somebody has read, until she answers", () => {
  expect(under([mark("b", 2)], said("a", "a", "a"))).toEqual([[2, "b"]]);
  expect(under([mark("b", 3), mark("c", 1)], said("a", "a", "a"))).toEqual([
    [3, "b"],
    [1, "c"],
  ]);
  expect(under([mark("b", 1)], said("a", "b"))).toEqual([]);
  expect(under([mark("b", 2)], said("a", "b"))).toEqual([]);
  expect(under([mark("b", 9), mark("c", 9)], said("b", "a"))).toEqual([[2, "b", "c"]]);
  expect(under([mark("b", 0)], said("a"))).toEqual([]);
  // Older pages of a conversation do not hold what was read last.
  expect(
    under(
      [mark("b", 4)],
      said("a", "a").map(({ authorId, number }) => ({ authorId, number: number + 10 })),
    ),
  ).toEqual([]);
});

test("what one said is changed within the hour, and taken back always, by oneself", () => {
  const message = { authorId: "a", sentAt: new Date("2027-01-12T12:00:00Z"), isDeleted: false };
  expect(canEdit(message, "a", new Date("2027-01-12T13:00:00Z"))).toBe(true);
  expect(canEdit(message, "a", new Date("2027-01-12T13:00:01Z"))).toBe(false);
  expect(canEdit(message, "b", new Date("2027-01-12T12:01:00Z"))).toBe(false);
  expect([canDelete(message, "a"), canDelete(message, "b"), canDelete({ ...message, isDeleted: true }, "a")]).toEqual([true, false, false]);
});
