/** What came of the last act, until the next page has said it. */
export const noticeCookie = "__Host-notice";
/** The language that was chosen on this device. */
export const languageCookie = "__Host-language";

export function parseCookies(header: string | undefined): ReadonlyMap<string, string> {
  return new Map(
    (header ?? "").split(";").flatMap((part) => {
      const at = part.indexOf("=");
      return at < 0 ? [] : [[part.slice(0, at).trim(), part.slice(at + 1).trim()]];
    }),
  );
}
export const cookie = (name: string, value: string, maxAgeSeconds: number): string =>
  `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}`;
/** Undefined where somebody has tampered with it. */
export const decodeCookie = (text: string | undefined): string | undefined => {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
};
