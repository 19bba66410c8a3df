/**
 * Tokens of links that do one thing for one person, without a row for them in the database: some ids, and a proof that we wrote
 * them for this purpose. They go on working when the secret changes, as long as the former one is kept.
 */
import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { isId } from "./identifiers.ts";
import { type Keyring, secretsOf } from "./sealing.ts";

const proofBytes = 18;

function proof(secret: string, purpose: string, bytes: Buffer): Buffer {
  const key = Buffer.from(hkdfSync("sha256", secret, "understory", `signed token: ${purpose}`, 32));
  return createHmac("sha256", key).update(bytes).digest().subarray(0, proofBytes);
}

/** @param ids UUIDs, in the order in which `readSigned` gives them back */
export function signToken({ secret }: Pick<Keyring, "secret">, purpose: string, ids: readonly string[]): string {
  const bytes = Buffer.from(ids.join("").replaceAll("-", ""), "hex");
  return `${bytes.toString("base64url")}.${proof(secret, purpose, bytes).toString("base64url")}`;
}

/** What a token says; undefined where we did not write it, or for something else. */
export function readSigned(keyring: Keyring, purpose: string, token: string): readonly string[] | undefined {
  const [said = "", proven = "", ...rest] = token.split(".");
  const bytes = Buffer.from(said, "base64url");
  const given = Buffer.from(proven, "base64url");
  if (rest.length > 0 || bytes.length === 0 || bytes.length % 16 !== 0 || given.length !== proofBytes) return undefined;
  if (!secretsOf(keyring).some((secret) => timingSafeEqual(proof(secret, purpose, bytes), given))) return undefined;
  const ids = bytes
    .toString("hex")
    .match(/.{32}/g)!
    .map((hex) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"));
  return ids.every(isId) ? ids : undefined;
}
