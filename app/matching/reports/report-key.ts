/**
 * The key with which this installation signs its reports (Ed25519, RFC 8032), and the pseudonyms in them. Both follow from the
 * installation's secret (HKDF, RFC 5869), so that every node has the same, nothing more is to be kept, and a new secret is a new key.
 */
import { createHmac, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign } from "node:crypto";

/** What stands before the 32 bytes of a private key in PKCS #8 (RFC 8410). */
const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");

const derived = (secret: string, purpose: string): Buffer => Buffer.from(hkdfSync("sha256", secret, "", purpose, 32));

function privateKey(secret: string): KeyObject {
  return createPrivateKey({ key: Buffer.concat([pkcs8, derived(secret, "signing of reports")]), format: "der", type: "pkcs8" });
}

/** The public key, as PEM: with it anybody can verify a report. */
export function reportKey(secret: string): string {
  return createPublicKey(privateKey(secret)).export({ type: "spki", format: "pem" }).toString();
}

/** 64 bytes over exactly these bytes. */
export const signReport = (secret: string, report: Buffer): Buffer => sign(null, report, privateKey(secret));

/** The name of somebody in one report: the same each time it is made, another in every other report, and nobody's without the secret. */
export function pseudonymIn(secret: string, roundId: string): (participantId: string) => string {
  const key = derived(secret, `pseudonyms of round ${roundId}`);
  return (participantId) => createHmac("sha256", key).update(participantId).digest("hex").slice(0, 16);
}
