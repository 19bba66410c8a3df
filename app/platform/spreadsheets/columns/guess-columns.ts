import type { CellKind } from "../values/cell-reader.ts";
import { bestAssignment } from "./assignment.ts";
import { contentScore } from "./content-score.ts";
import { headerScore } from "./header-score.ts";
import type { KnownField } from "./known-fields.ts";

/** Something that a column can be mapped to: a field of the profile or a question of the program. */
export interface ColumnTarget {
  readonly id: string;
  readonly label: string;
  readonly kind: CellKind;
  /** Other names that a header may have, in any language. */
  readonly synonyms?: readonly string[];
  /** A known field: brings its names in English, Spanish and Arabic along. */
  readonly field?: KnownField;
  /** Labels of the options of a choice, choices or scale, in their order. */
  readonly options?: readonly string[];
}

export interface ColumnGuess {
  /** From 0. */
  readonly column: number;
  readonly targetId: string;
  /** 0 to 1; from 0.75 on it can be taken without asking. */
  readonly confidence: number;
  readonly because: "header" | "content" | "both";
}

/** Below this a guess is more often wrong than right. */
const LEAST = 0.5;
/** A sample of a column tells as much as all of it. */
const CELLS = 100;
const FITS = 0.8;

type Score = Pick<ColumnGuess, "confidence" | "because">;

function score(header: string, cells: readonly string[], target: ColumnTarget, besideFamilyName: boolean): Score {
  const byHeader = headerScore(header, target, besideFamilyName);
  const content = contentScore(cells, target);
  if (!content) return { confidence: byHeader, because: "header" };
  const { fit, telling } = content;
  if (byHeader >= LEAST) {
    // The header says one thing, the cells another: then somebody should look.
    if (fit < FITS) return { confidence: byHeader * (0.5 + fit / 2), because: "header" };
    return { confidence: Math.min(1, byHeader + 0.1 * telling), because: telling > 0 ? "both" : "header" };
  }
  return { confidence: fit < FITS ? 0 : fit * telling + byHeader / 10, because: "content" };
}

/** The best assignment of columns to targets, one to one; columns that resemble nothing are left out. */
export function guessColumns(
  headers: readonly string[],
  sampleRows: readonly (readonly string[])[],
  targets: readonly ColumnTarget[],
): ColumnGuess[] {
  const familyName: ColumnTarget = { id: "", label: "", kind: "family-name", field: "family-name" };
  const besideFamilyName = headers.some((header) => headerScore(header, familyName, false) > 0.9);
  const scores = headers.map((header, column) => {
    const cells = sampleRows
      .map((row) => row[column] ?? "")
      .filter((cell) => cell !== "")
      .slice(0, CELLS);
    return targets.map((target) => score(header, cells, target, besideFamilyName));
  });
  // Squared, so that one sure pair counts for more than two doubtful ones.
  const weights = scores.map((row) => row.map(({ confidence }) => (confidence < LEAST ? 0 : confidence ** 2)));
  return bestAssignment(weights)
    .map(({ row, column }) => ({ column: row, targetId: targets[column]!.id, ...scores[row]![column]! }))
    .toSorted((a, b) => a.column - b.column);
}
