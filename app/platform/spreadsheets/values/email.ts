import { domainToASCII } from "node:url";
import { refused, taken, type Parsed } from "./parsed.ts";

const ADDRESS = /[^\s<>()[\],;:|"“”«»،؛]+@[^\s<>()[\],;:|"“”«»،؛]+/g;
const LOCAL_PART = /^(?!\.)[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]+(?<!\.)$/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?$/u;

function isDomain(domain: string): boolean {
  const labels = domain.split(".");
  return labels.length > 1 && labels.every((label) => label.length <= 63 && LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? "");
}

/** Equal for two spellings of one address: case aside, international domains in their ASCII form. */
export function emailKey(email: string): string {
  const at = email.lastIndexOf("@");
  const domain = email.slice(at + 1);
  return `${email.slice(0, at).normalize("NFC").toLowerCase()}@${domainToASCII(domain) || domain.toLowerCase()}`;
}

/** What stands before the @: shown for people without a name. */
export const localPart = (email: string): string => email.slice(0, email.lastIndexOf("@"));

/** One address out of a cell: «mailto:», «Name <a@b.org>» and punctuation around it aside; its domain in lower case. */
export function parseEmail(cell: string): Parsed<string> {
  // Copied addresses bring invisible characters along; full-width @ and letters become plain.
  const text = cell
    .normalize("NFKC")
    .replaceAll(/[\p{Cf}\p{Cc}]/gu, " ")
    .replaceAll(/mailto:/gi, " ")
    .trim();
  if (text === "") return taken<string>(null);
  if (!text.includes("@")) return refused({ reason: "email-no-at", text: cell });

  const byKey = new Map<string, string>();
  for (const [found] of text.matchAll(ADDRESS)) {
    const address = found.replace(/(?<=@[^?]*)\?.*$/, "").replaceAll(/^'+|['.]+$/g, "");
    if (!byKey.has(emailKey(address))) byKey.set(emailKey(address), address);
  }
  const addresses = [...byKey.values()];
  if (addresses.length > 1) return refused({ reason: "email-several", addresses });
  const [address] = addresses;
  if (address === undefined) {
    const reason = /\s@|@\s/.test(text) ? "email-space" : text.endsWith("@") ? "email-no-domain" : "email-invalid";
    return refused({ reason, text: cell });
  }

  const at = address.lastIndexOf("@");
  const [local, domain] = [address.slice(0, at), address.slice(at + 1).toLowerCase()];
  if (!domain.includes(".")) return refused({ reason: "email-no-domain", text: cell });
  // Out of «ana maria@x.org» comes maria@x.org, which may belong to someone else; a name in front has brackets, a label its colon.
  const around = text.replaceAll(ADDRESS, "");
  if (/[\p{L}\p{N}]/u.test(around) && !/[<>()[\]"“”«»:;,|]/.test(around)) return refused({ reason: "email-space", text: cell });
  const isAddress = LOCAL_PART.test(local) && !local.includes("..") && isDomain(domain) && local.length <= 64 && address.length <= 254;
  return isAddress ? taken(`${local}@${domain}`) : refused({ reason: "email-invalid", text: cell });
}
