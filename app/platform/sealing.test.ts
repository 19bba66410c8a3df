import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { keyIdAt, keyIdOf, seal, type SealedPlace, unseal, Unreadable } from "./sealing.ts";

const secret = "a secret of thirty-two characters!";
const keyring = { secret, formerSecrets: [] };
const place: SealedPlace = { organizationId: randomUUID(), table: "self_description", column: "sealed", row: "row" };

test("what was sealed is opened in its place", () => {
  for (const text of ["", "first in my family", "الأولى في عائلتي", "x".repeat(5000)])
    expect(unseal(keyring, place, seal(keyring, place, text))).toBe(text);
});

test("the same text is never sealed the same, and its length tells nothing", () => {
  const [yes, no] = [seal(keyring, place, "yes"), seal(keyring, place, "I would rather say it in many more words than that")];
  expect(yes.length).toBe(no.length);
  expect(seal(keyring, place, "yes").equals(yes)).toBe(false);
  expect(yes.toString("latin1")).not.toContain("yes");
});

test("it opens nowhere else, and not when a single bit is changed", () => {
  const sealed = seal(keyring, place, "yes");
  for (const moved of [{ organizationId: randomUUID() }, { table: "other" }, { column: "other" }, { row: "other" }])
    expect(() => unseal(keyring, { ...place, ...moved }, sealed)).toThrow(Unreadable);
  for (const at of [0, 2, 8, 20, 40, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[at]! ^= 1;
    expect(() => unseal(keyring, place, changed), `byte ${at}`).toThrow(Unreadable);
  }
  expect(() => unseal(keyring, place, sealed.subarray(0, 20))).toThrow(Unreadable);
});

test("what is sealed names its key, and the name is no part of the secret", () => {
  const sealed = seal(keyring, place, "yes");
  expect(sealed.subarray(keyIdAt.from - 1, keyIdAt.from - 1 + keyIdAt.bytes).toString("hex")).toBe(keyIdOf(secret));
  expect(keyIdOf(`${secret} and newer`)).not.toBe(keyIdOf(secret));
});

test("an older secret goes on opening what it sealed; without it nothing does", () => {
  const sealed = seal(keyring, place, "yes");
  const newer = `${secret} and newer`;
  expect(unseal({ secret: newer, formerSecrets: [secret] }, place, sealed)).toBe("yes");
  expect(() => unseal({ secret: newer, formerSecrets: [] }, place, sealed)).toThrow("a secret that is not here any more");
});
