/** What authenticator apps read from the picture: the key-URI format, with RFC 4648's base 32 for the secret. */
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

export function base32(bytes: Uint8Array): string {
  let text = "";
  let kept = 0;
  let bits = 0;
  for (const byte of bytes) {
    kept = (kept << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += alphabet[(kept >>> (bits - 5)) & 31];
    kept &= (1 << bits) - 1;
  }
  return bits > 0 ? text + alphabet[(kept << (5 - bits)) & 31] : text;
}

/** For typing by hand: the secret in groups of four. */
export const spelled = (secret: string): string => base32(Buffer.from(secret)).replaceAll(/.{4}(?=.)/g, "$& ");

export function otpauthUri(secret: string, email: string): string {
  const query = new URLSearchParams({ secret: base32(Buffer.from(secret)), issuer: "Understory", digits: "6", period: "30" });
  return `otpauth://totp/Understory:${encodeURIComponent(email)}?${query}`;
}
