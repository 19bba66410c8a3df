import { fromBufferPromise, type Entry, type ZipFile } from "yauzl";
import { archiveType } from "../file-type.ts";
import type { SpreadsheetLimits } from "../limits.ts";
import { SpreadsheetRefused } from "../refusal.ts";

/** The parts of an XLSX file that say what is in its cells: name and unpacked bytes. */
export type Parts = Map<string, Buffer>;

/** Small parts may well be mostly the same byte; only a large one that shrinks so far is a bomb. */
const RATIO_MATTERS_FROM = 1e6;

const tellsOfCells = (name: string): boolean => /^(?:xl\/.*\.(?:xml|rels)|_rels\/\.rels|\[Content_Types\]\.xml)$/.test(name);

const suspicious = (cause?: unknown): SpreadsheetRefused => new SpreadsheetRefused({ reason: "suspicious-archive" }, { cause });

async function directoryOf(zip: ZipFile, limits: SpreadsheetLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.zipEntries) throw suspicious();
  const entries = new Map<string, Entry>();
  let declared = 0;
  for await (const entry of zip.eachEntry()) {
    // Two parts of one name: whichever is looked at, another program could see the other.
    if (entries.has(entry.fileName) || entries.size >= limits.zipEntries) throw suspicious();
    declared += entry.uncompressedSize;
    if (declared > limits.unpackedBytes) throw new SpreadsheetRefused({ reason: "unpacks-too-large", limitBytes: limits.unpackedBytes });
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
    if (entry.uncompressedSize > RATIO_MATTERS_FROM && ratio > limits.zipRatio) throw suspicious();
    if (entry.isEncrypted()) throw new SpreadsheetRefused({ reason: "password" });
    entries.set(entry.fileName, entry);
  }
  return entries;
}

/**
 * Unpacks what is needed of an XLSX file and nothing that would harm: judged first by its directory, then by
 * the bytes that really come out, since a directory can lie (a stream longer or shorter than declared ends here).
 */
export async function unpack(file: Buffer, limits: SpreadsheetLimits): Promise<Parts> {
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(file, { lazyEntries: true, validateEntrySizes: true, strictFileNames: false });
  } catch (cause) {
    throw new SpreadsheetRefused({ reason: "damaged" }, { cause });
  }
  try {
    const entries = await directoryOf(zip, limits);
    const otherType = archiveType(new Set(entries.keys()));
    if (otherType) throw new SpreadsheetRefused(otherType);

    const parts: Parts = new Map();
    let unpacked = 0;
    for (const [name, entry] of entries) {
      if (!tellsOfCells(name)) continue;
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        unpacked += (chunk as Buffer).length;
        if (unpacked > limits.unpackedBytes)
          throw new SpreadsheetRefused({ reason: "unpacks-too-large", limitBytes: limits.unpackedBytes });
        chunks.push(chunk as Buffer);
      }
      parts.set(name, Buffer.concat(chunks));
    }
    return parts;
  } catch (cause) {
    if (cause instanceof SpreadsheetRefused) throw cause;
    const isLie = cause instanceof Error && /too (?:many|few) bytes|bytes in the stream/i.test(cause.message);
    throw isLie ? suspicious(cause) : new SpreadsheetRefused({ reason: "damaged" }, { cause });
  } finally {
    zip.close();
  }
}
