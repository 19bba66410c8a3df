/** What was typed with commas or line ends between: each once, whatever its case; bullets and spare spaces left out. */
export function splitWords(typed: string): string[] {
  const words = typed.split(/[\n,;،؛、，]/u).map((word) =>
    word
      .replace(/^[\s•·*–—-]+(?=\S)/u, "")
      .replaceAll(/\s+/gu, " ")
      .trim(),
  );
  const distinct = new Map<string, string>();
  for (const word of words) if (word !== "" && !distinct.has(sameWord(word))) distinct.set(sameWord(word), word);
  return [...distinct.values()];
}

/** Equal for one word in two spellings. */
export const sameWord = (word: string): string => word.normalize("NFKC").toLocaleLowerCase("und");
