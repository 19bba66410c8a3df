import type { SpreadsheetLimits } from "../limits.ts";
import type { Refusal } from "../refusal.ts";
import type { SourceRow } from "../table.ts";

/** What the worker is asked. */
export interface XlsxRequest {
  readonly file: Uint8Array;
  readonly sheet: string | undefined;
  readonly limits: SpreadsheetLimits;
}

/** What the worker answers; rows come packed, so that they cost the receiver their text and no more until they are read. */
export type XlsxAnswer =
  | { readonly refusal: Refusal }
  | { readonly sheets: readonly string[]; readonly sheet: string; readonly batches: readonly Uint8Array[] };

export const packRows = (rows: readonly SourceRow[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(rows.map(({ line, cells }) => [line, ...cells])));

export function unpackRows(batch: Uint8Array): SourceRow[] {
  const rows = JSON.parse(new TextDecoder().decode(batch)) as [number, ...string[]][];
  return rows.map(([line, ...cells]) => ({ line, cells }));
}
