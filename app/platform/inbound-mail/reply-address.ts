/** Addresses for answers: whose they are and what they are about stands in them, signed, so that nobody else can make one. */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Settings } from "../settings/settings.ts";
import { secretsOf } from "../sealing.ts";

/** Mail servers may not keep apart upper and lower case: RFC 4648, 6, in small letters and without its filling. */
const alphabet = "abcdefghijklmnopqrstuvwxyz234567";
const signatureBytes = 12;
const dayMs = 86_400_000;
const idBytes = 16;
/** The last day on which it is good, counted from 1970. */
const dayBytes = 2;

function toBase32(bytes: Uint8Array): string {
  let bits = "";
  for (const byte of bytes) bits += byte.toString(2).padStart(8, "0");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
}

function fromBase32(text: string, length: number): Buffer {
  const bits = Array.from(text, (sign) => alphabet.indexOf(sign).toString(2).padStart(5, "0")).join("");
  return Buffer.from(Array.from({ length }, (_, index) => Number.parseInt(bits.slice(index * 8, index * 8 + 8), 2)));
}

const signatureOf = (secret: string, handler: string, about: Uint8Array): Buffer =>
  createHmac("sha256", secret).update(`reply address\0${handler}\0`).update(about).digest().subarray(0, signatureBytes);

type Addressing = Pick<Settings, "secret" | "formerSecrets" | "inboundMailPort" | "inboundMailDomain">;

/** Where an answer about `id` (a UUID) goes, until a day or for good; undefined where this installation receives no mail. */
export function replyAddress(settings: Addressing, handler: string, id: string, until?: Date): string | undefined {
  if (settings.inboundMailPort === undefined) return undefined;
  const bytes = Buffer.alloc(until ? idBytes + dayBytes : idBytes);
  bytes.write(id.replaceAll("-", ""), "hex");
  if (until) bytes.writeUInt16BE(Math.floor(until.getTime() / dayMs), idBytes);
  return `${handler}-${toBase32(bytes)}-${toBase32(signatureOf(settings.secret, handler, bytes))}@${settings.inboundMailDomain}`;
}

export interface ReplyAddress {
  readonly handler: string;
  readonly id: string;
  /** From then on it is too late; null: never. */
  readonly endsAt: Date | null;
}

/** What an address is about; undefined where it is none of ours. */
export function readReplyAddress(settings: Addressing, address: string): ReplyAddress | undefined {
  const read = /^([a-z]{1,12})-([a-z2-7]{26}|[a-z2-7]{29})-([a-z2-7]{20})@(.+)$/.exec(address.toLowerCase());
  if (!read || read[4] !== settings.inboundMailDomain) return undefined;
  const [, handler = "", written = "", signature = ""] = read;
  const about = fromBase32(written, written.length === 26 ? idBytes : idBytes + dayBytes);
  const isOurs = secretsOf(settings).some((secret) =>
    timingSafeEqual(signatureOf(secret, handler, about), fromBase32(signature, signatureBytes)),
  );
  if (!isOurs) return undefined;
  const id = about.toString("hex", 0, idBytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { handler, id, endsAt: about.length > idBytes ? new Date((about.readUInt16BE(idBytes) + 1) * dayMs) : null };
}
