/** How passwords are kept: argon2id, as OWASP's Password Storage Cheat Sheet recommends (19 MiB, 2 passes, 1 lane). */
import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify<"argon2id", Argon2Parameters, Buffer>(argon2);

const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
const encode = (bytes: Buffer): string => bytes.toString("base64").replaceAll("=", "");

/** The same password in other compositions of its letters is the same password. */
const bytesOf = (password: string): Buffer => Buffer.from(password.normalize("NFKC"));

/** @returns the PHC string: algorithm, cost, salt and tag, so that a later cost can live beside an earlier one */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive("argon2id", { ...cost, message: bytesOf(password), nonce });
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${encode(nonce)}$${encode(tag)}`;
}

const phc = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([\w+/]+)\$([\w+/]+)$/;

export async function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  const [, memory, passes, parallelism, nonce, tag] = phc.exec(hash) ?? [];
  if (nonce === undefined || tag === undefined) throw new Error("a password is kept in a form that is not ours");
  const kept = Buffer.from(tag, "base64");
  const derived = await derive("argon2id", {
    message: bytesOf(password),
    nonce: Buffer.from(nonce, "base64"),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: kept.length,
  });
  return timingSafeEqual(derived, kept);
}
