/**
 * Seals what would hurt somebody badly if it were known (AES-256-GCM), bound to its place: moved to another organization, table,
 * column or row it can no longer be opened. The key is derived from the installation's secret and named in what it sealed, so
 * that a former secret goes on opening what was sealed with it. New things are sealed with the newest.
 */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";

export interface SealedPlace {
  readonly organizationId: string;
  readonly table: string;
  readonly column: string;
  /** The row's key within its organization and table. */
  readonly row: string;
}

/** The installation's secrets, as its settings hold them. */
export interface Keyring {
  readonly secret: string;
  readonly formerSecrets: readonly string[];
}

/** The newest first. */
export const secretsOf = ({ secret, formerSecrets }: Keyring): readonly string[] => [secret, ...formerSecrets];

/** Sealed with a secret that this installation no longer has, changed, or moved from its place. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}

interface Key {
  readonly id: Buffer;
  readonly bytes: Buffer;
}

const format = 1;
/** Where the key's id stands, as SQL counts: from 1. */
export const keyIdAt = { from: 2, bytes: 4 } as const;
const [idLength, ivLength, tagLength] = [keyIdAt.bytes, 12, 16];
const headLength = 1 + idLength + ivLength + tagLength;
/** What is sealed is padded to a multiple of this: its length tells nothing of a short text. */
const blockBytes = 512;

const keys = new Map<string, Key>();
function keyOf(secret: string): Key {
  let key = keys.get(secret);
  if (!key) {
    const bytes = Buffer.from(hkdfSync("sha256", secret, "understory", "sealed columns", 32));
    key = { bytes, id: createHash("sha256").update("key id").update(bytes).digest().subarray(0, idLength) };
    keys.set(secret, key);
  }
  return key;
}

const boundTo = ({ organizationId, table, column, row }: SealedPlace): Buffer =>
  Buffer.from(JSON.stringify([organizationId, table, column, row]));

function padded(text: string): Buffer {
  const bytes = Buffer.from(text);
  const whole = Buffer.alloc(Math.ceil((bytes.length + 4) / blockBytes) * blockBytes);
  whole.writeUInt32BE(bytes.length);
  bytes.copy(whole, 4);
  return whole;
}

/** What the key of a secret is called in what it sealed; in hexadecimal digits. It tells nothing of the secret. */
export const keyIdOf = (secret: string): string => keyOf(secret).id.toString("hex");

export function seal({ secret }: Pick<Keyring, "secret">, place: SealedPlace, text: string): Buffer {
  const key = keyOf(secret);
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv("aes-256-gcm", key.bytes, iv).setAAD(boundTo(place));
  const hidden = Buffer.concat([cipher.update(padded(text)), cipher.final()]);
  return Buffer.concat([Buffer.of(format), key.id, iv, cipher.getAuthTag(), hidden]);
}

/** @throws {Unreadable} where none of the secrets opens it in this place */
export function unseal(keyring: Keyring, place: SealedPlace, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (bytes.length <= headLength || bytes[0] !== format) throw new Unreadable(`nothing sealed stands in ${place.table}.${place.column}`);
  const id = bytes.subarray(1, 1 + idLength);
  const key = secretsOf(keyring)
    .map(keyOf)
    .find((one) => one.id.equals(id));
  if (!key) throw new Unreadable(`${place.table}.${place.column} was sealed with a secret that is not here any more`);
  const iv = bytes.subarray(1 + idLength, 1 + idLength + ivLength);
  const decipher = createDecipheriv("aes-256-gcm", key.bytes, iv, { authTagLength: tagLength })
    .setAAD(boundTo(place))
    .setAuthTag(bytes.subarray(headLength - tagLength, headLength));
  try {
    const whole = Buffer.concat([decipher.update(bytes.subarray(headLength)), decipher.final()]);
    return whole.toString("utf8", 4, 4 + whole.readUInt32BE());
  } catch {
    throw new Unreadable(`${place.table}.${place.column} was changed, or moved from its place`);
  }
}
