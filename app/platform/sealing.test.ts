import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { seal, type SealedPlace, unseal, Unreadable } from "./sealing.ts";

const secret = "a secret of thirty-two characters!";
const place: SealedPlace = { organizationId: randomUUID(), table: "self_description", column: "sealed", row: "row" };

test("what was sealed is opened in its place", () => {
  for (const text of ["", "first in my family", "الأولى في عائلتي", "x".repeat(5000)])
    expect(unseal([secret], place, seal(secret, place, text))).toBe(text);
});

test("the same text is never sealed the same, and its length tells nothing", () => {
  const [yes, no] = [seal(secret, place, "yes"), seal(secret, place, "I would rather say it in many more words than that")];
  expect(yes.length).toBe(no.length);
  expect(seal(secret, place, "yes").equals(yes)).toBe(false);
  expect(yes.toString("latin1")).not.toContain("yes");
});

test("it opens nowhere else, and not when a single bit is changed", () => {
  const sealed = seal(secret, place, "yes");
  for (const moved of [{ organizationId: randomUUID() }, { table: "other" }, { column: "other" }, { row: "other" }])
    expect(() => unseal([secret], { ...place, ...moved }, sealed)).toThrow(Unreadable);
  for (const at of [0, 2, 8, 20, 40, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[at]! ^= 1;
    expect(() => unseal([secret], place, changed), `byte ${at}`).toThrow(Unreadable);
  }
  expect(() => unseal([secret], place, sealed.subarray(0, 20))).toThrow(Unreadable);
});

test("an older secret goes on opening what it sealed; without it nothing does", () => {
  const sealed = seal(secret, place, "yes");
  const newer = `${secret} and newer`;
  expect(unseal([newer, secret], place, sealed)).toBe("yes");
  expect(() => unseal([newer], place, sealed)).toThrow("a secret that is not here any more");
});
