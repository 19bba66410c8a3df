/** Arabic-Indic and Persian digits as European ones, the Arabic decimal mark as a point, the thousands mark left out. */
export const europeanDigits = (text: string): string =>
  text
    .replaceAll(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replaceAll(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replaceAll("\u066B", ".")
    .replaceAll("\u066C", "");

/** Letters without case, accents and vowel marks; Arabic letters that people write in two ways become one. */
export const plainLetters = (text: string): string =>
  europeanDigits(text)
    .normalize("NFKD")
    .replaceAll(/[\p{M}\p{Cf}\u0640]/gu, "")
    .toLowerCase()
    .replaceAll("ة", "ه")
    .replaceAll("ى", "ي");

/** Equal for two ways to write the same words: case, accents, punctuation and spaces aside («C++» and «C#» stay different). */
export const fold = (text: string): string =>
  plainLetters(text)
    .replaceAll(/[^\p{L}\p{N}+#]+/gu, " ")
    .trim();
