import { createHash, randomBytes, randomUUIDv7 } from "node:crypto";

/** Ids are made by the application, and sort by the time of their making (RFC 9562, version 7). */
export const newId = (): string => randomUUIDv7();

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isId = (value: string): boolean => uuid.test(value);

/** A secret for a link: 192 random bits; only its hash is kept. */
export const newToken = (): string => randomBytes(24).toString("base64url");
export const hashToken = (token: string): Buffer => createHash("sha256").update(token).digest();
