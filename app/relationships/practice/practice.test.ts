import { expect, test } from "vitest";
import { languages } from "../../platform/i18n.ts";
import { momentsNow, pieceFor, readyMade, readyMadeKeys } from "./practice.ts";
import { pieceWords } from "./practice-pieces.messages.ts";

const pieces = readyMadeKeys.map((key) => ({ key, moment: readyMade[key] }));
const standing = { state: "active", held: 0, isHardForHer: false } as const;
const none: ReadonlySet<string> = new Set();

test("each moment has its piece: listening before the first meeting, ending well at the end", () => {
  expect(pieceFor(pieces, standing, none)?.key).toBe("active-listening");
  expect(pieceFor(pieces, { ...standing, held: 1 }, none)?.key).toBe("difference");
  expect(pieceFor(pieces, { ...standing, held: 2 }, none)?.key).toBe("feedback");
  expect(pieceFor(pieces, { ...standing, held: 2 }, new Set(["feedback"]))?.key).toBe("saying-no");
  expect(pieceFor(pieces, { ...standing, state: "closing", held: 2 }, none)?.key).toBe("ending-well");
  expect(pieceFor(pieces, { ...standing, state: "paused", held: 2 }, none)?.key).toBe("feedback");
});

test("what is hard for her comes first, and what she has read does not come again", () => {
  const hard = { ...standing, held: 2, isHardForHer: true };
  expect(pieceFor(pieces, hard, none)?.key).toBe("when-to-refer");
  expect(pieceFor(pieces, hard, new Set(["when-to-refer"]))?.key).toBe("feedback");
  expect(pieceFor(pieces, hard, new Set(readyMadeKeys))).toBeUndefined();
  expect(momentsNow({ ...standing, state: "concluded" })).toEqual([]);
});

test("a piece takes about two minutes, in every language", () => {
  for (const language of languages)
    for (const key of readyMadeKeys) {
      const words = pieceWords(language)[key].body.split(/\s+/u).length;
      expect(words, `${key} in ${language}`).toBeGreaterThan(60);
      expect(words, `${key} in ${language}`).toBeLessThan(300);
    }
});
