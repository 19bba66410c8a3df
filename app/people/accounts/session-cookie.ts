/** The session's cookie, read on every request: checked without the database, and without better-auth's own, costlier way. */
import { createHmac, timingSafeEqual } from "node:crypto";

/** All cookies of accounts begin so: `__Host-` binds them to this host, HTTPS (or the loopback) and the whole site. */
export const cookiePrefix = "__Host-understory";
export const sessionCookie = `${cookiePrefix}.session_token`;
/** Says who is between her password and her second factor. */
export const secondFactorCookie = `${cookiePrefix}.two_factor`;

/**
 * What a cookie of ours says, if the signature is right. As better-auth signs: the value, a full stop, and its HMAC-SHA256 in
 * base64, all of it encoded for a URL.
 */
export function readSignedCookie(cookies: ReadonlyMap<string, string>, name: string, secret: string): string | undefined {
  const raw = cookies.get(name);
  if (raw === undefined || raw.length > 1000) return undefined;
  let signed: string;
  try {
    signed = decodeURIComponent(raw);
  } catch {
    return undefined;
  }
  const stop = signed.lastIndexOf(".");
  if (stop < 1) return undefined;
  const value = signed.slice(0, stop);
  const given = Buffer.from(signed.slice(stop + 1));
  const right = Buffer.from(createHmac("sha256", secret).update(value).digest("base64"));
  return given.length === right.length && timingSafeEqual(given, right) ? value : undefined;
}

/** The session's token, which `enter()` looks up: nobody who lacks the secret can make the database look for anything. */
export const sessionToken = (cookies: ReadonlyMap<string, string>, secret: string): string | undefined =>
  readSignedCookie(cookies, sessionCookie, secret);
