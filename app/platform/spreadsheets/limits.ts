/** What is still read; over any of these the file is refused with a sentence that names the limit. */
export interface SpreadsheetLimits {
  /** Bytes of a CSV file. */
  readonly csvBytes: number;
  /** Bytes of an XLSX file as it is uploaded (packed). */
  readonly xlsxBytes: number;
  /** Bytes of the parts of an XLSX file after unpacking, and of the text of its cells. */
  readonly unpackedBytes: number;
  readonly zipEntries: number;
  /** Unpacked bytes for each packed byte, for a part of more than a megabyte. */
  readonly zipRatio: number;
  readonly rows: number;
  readonly columns: number;
  /** Characters of one cell. */
  readonly cellLength: number;
  /** Bytes of one row. */
  readonly rowBytes: number;
  /** Seconds until reading an XLSX file is given up. */
  readonly xlsxSeconds: number;
  /** Megabytes of heap for reading an XLSX file. */
  readonly xlsxHeapMegabytes: number;
}

export const spreadsheetLimits: SpreadsheetLimits = {
  csvBytes: 100e6,
  xlsxBytes: 20e6,
  unpackedBytes: 200e6,
  zipEntries: 1_000,
  zipRatio: 200,
  rows: 200_000,
  columns: 200,
  cellLength: 20_000,
  rowBytes: 1e6,
  xlsxSeconds: 60,
  xlsxHeapMegabytes: 512,
};
