/** What a password may be: any characters, long enough, and none that is tried first. */
import { dictionary } from "@zxcvbn-ts/language-common";
import type { Sentence } from "../../platform/errors.ts";
import { passwordWords } from "./password.messages.ts";

export const shortestPassword = 8;
export const longestPassword = 200;

const common: ReadonlySet<string> = new Set(dictionary["passwords-common"]);

/** Letters alone, so that "Passw0rd!" and "passw0rd" are the same try. */
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");

/** The same few characters, or the keys beside each other, over and over. */
const isMonotonous = (password: string): boolean => new Set(password).size < 4;

/**
 * Why this cannot be somebody's password; undefined where it can.
 *
 * @param person what others know of her: the password may not be that
 */
export function passwordFault(password: string, person: { readonly email: string; readonly name: string }): Sentence | undefined {
  const length = Array.from(password).length;
  if (length < shortestPassword) return (language) => passwordWords(language).tooShort(shortestPassword);
  if (password.length > longestPassword) return (language) => passwordWords(language).tooLong(longestPassword);
  const typed = plain(password);
  if (common.has(password.toLowerCase()) || common.has(typed) || isMonotonous(password))
    return (language) => passwordWords(language).common;
  const [mailbox = "", host = ""] = person.email.split("@");
  const own = new Set([person.email, mailbox, host, person.name, ...person.name.split(/\s+/)].map(plain).filter((part) => part.length > 3));
  // "maya2026" is her name with what anybody would add.
  const bare = typed.replaceAll(/^\d+|\d+$/g, "");
  if (own.has(typed) || own.has(bare)) return (language) => passwordWords(language).own;
  return undefined;
}
