/** What may be typed where a code is asked for: six digits of an authenticator, or a backup code. */
export type Code = { readonly kind: "authenticator" | "backup"; readonly text: string };

/** Digits of other scripts are digits, and blanks between them help nobody but the eye. */
export function readCode(typed: string): Code {
  const text = typed
    .normalize("NFKC")
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.codePointAt(0)! - 0x660))
    .replaceAll(/[۰-۹]/g, (digit) => String(digit.codePointAt(0)! - 0x6f0))
    .replaceAll(/[\s\p{Cf}]/gu, "");
  if (/^\d{6}$/.test(text)) return { kind: "authenticator", text };
  const bare = text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
  return { kind: "backup", text: `${bare.slice(0, 5)}-${bare.slice(5)}` };
}
