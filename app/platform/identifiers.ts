import { createHash, randomBytes, randomUUIDv7 } from "node:crypto";

let latest = "";
/** Ids are made by the application, and sort in the order of their making (RFC 9562, version 7; 6.2 within one millisecond). */
export function newId(): string {
  const id = randomUUIDv7();
  return (latest = id > latest ? id : successor(latest));
}
const successor = (id: string): string => id.slice(0, 24) + (BigInt(`0x${id.slice(24)}`) + 1n).toString(16).padStart(12, "0").slice(-12);

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isId = (value: string): boolean => uuid.test(value);

/** A secret for a link: 192 random bits; only its hash is kept. */
export const newToken = (): string => randomBytes(24).toString("base64url");
export const hashToken = (token: string): Buffer => createHash("sha256").update(token).digest();
