import { expect, test } from "vitest";
import { newId } from "./identifiers.ts";
import { readSigned, signToken } from "./signed-token.ts";

const keyring = { secret: "a secret of thirty-two characters!", formerSecrets: [] };

test("what a token says can be read, and nobody else can write one", () => {
  const ids = [newId(), newId(), newId()];
  const token = signToken(keyring, "one thing", ids);
  expect(token).toMatch(/^[\w-]+\.[\w-]+$/);
  expect(readSigned(keyring, "one thing", token)).toEqual(ids);
  expect(readSigned(keyring, "another thing", token)).toBeUndefined();
  for (let at = 0; at < token.length; at++) {
    const sign = token[at] === "A" ? "B" : "A";
    const other = readSigned(keyring, "one thing", token.slice(0, at) + sign + token.slice(at + 1));
    // The last sign of each part has bits without a meaning.
    if (other) expect(other).toEqual(ids);
  }
  for (const nothing of ["", ".", "a.b", `${token}.x`, token.slice(0, -2)])
    expect(readSigned(keyring, "one thing", nothing)).toBeUndefined();
});

test("it goes on working when the secret changes, for as long as the former one is kept", () => {
  const token = signToken(keyring, "one thing", [newId()]);
  const renewed = { secret: "another secret of the installation", formerSecrets: [keyring.secret] };
  expect(readSigned(renewed, "one thing", token)).toBeDefined();
  expect(readSigned({ ...renewed, formerSecrets: [] }, "one thing", token)).toBeUndefined();
});
