/** What somebody herself wrote in an answer: without the letter that she answers to, and without her signature. */

/** A line that ends her words: what follows is the letter she answers to. In the languages of mail programs that our people use. */
const endings: readonly RegExp[] = [
  /^-- ?$/,
  /^_{8,}$/,
  /^-{2,}\s*(original message|mensaje original|ursprüngliche nachricht|message d'origine|الرسالة الأصلية)\s*-{2,}$/iu,
  /^\*?(sent from my |enviado desde mi |get outlook for |obtener outlook para |أُرسلت من )/iu,
];
/** "On Tuesday Maya wrote:", which may be broken into two or three lines. */
const attribution =
  /^(on\b.{4,300}\bwrote|el\b.{4,300}\bescribió|le\b.{4,300}\ba écrit|am\b.{4,300}\bschrieb.{0,120}|em\b.{4,300}\bescreveu|(في|بتاريخ)\s.{4,300}(كتب|كتبت)).{0,160}\s?:$/isu;
/** How one begins: most lines do not, and are looked at no further. */
const attributionBegins = /^((on|el|le|am|em)\b|(في|بتاريخ)\s)/iu;
/** Outlook puts the headers of the letter in front of it. */
const headerLine = /^\*?(from|de|von|من)\s?:\*?\s?\S/iu;
const nextHeader = /^\*?(sent|date|to|enviado|fecha|para|gesendet|datum|an|التاريخ|تم الإرسال|إلى)\s?:\*?\s?\S/iu;
const quoted = /^\s*>/;

/** The part of `text` that is new. */
export function wordsOfReply(text: string): string {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const end = lines.findIndex((_, index) => endsAt(lines, index));
  const own = end === -1 ? lines : lines.slice(0, end);
  // Answers between the lines: hers stay, the others' go.
  return own
    .filter((line) => !quoted.test(line))
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

function endsAt(lines: readonly string[], index: number): boolean {
  const line = lines[index]!.trim();
  if (endings.some((ending) => ending.test(line))) return true;
  if (headerLine.test(line)) return lines.slice(index + 1, index + 4).some((next) => nextHeader.test(next.trim()));
  if (!attributionBegins.test(line)) return false;
  for (let length = 1; length <= 3; length++) {
    const joined = lines
      .slice(index, index + length)
      .map((one) => one.trim())
      .join(" ");
    if (!attribution.test(joined)) continue;
    // Only where a letter follows: somebody may write so herself.
    let at = index + length;
    while (lines[at]?.trim() === "") at++;
    const following = lines[at];
    if (following === undefined || quoted.test(following)) return true;
  }
  return false;
}
