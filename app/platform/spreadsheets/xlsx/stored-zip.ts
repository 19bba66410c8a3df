import { crc32 } from "node:zlib";

/** The fields that a file has in both headers of a zip archive (APPNOTE 4.4): version, flags (UTF-8 names), method 0, time, date, checksum, sizes, lengths of name and extra. */
function sharedFields(name: Buffer, content: Uint8Array): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x0800, 2);
  fields.writeUInt16LE(0x21, 8); // 1 January 1980
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(content.length, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

const signature = (text: string): Buffer => Buffer.from(text, "latin1");

/** Writes an archive part by part: what stands before each content, and the directory at the end. */
class StoredParts {
  readonly #directory: Buffer[] = [];
  #offset = 0;

  headerOf(path: string, content: Uint8Array): Buffer {
    const name = Buffer.from(path);
    const fields = sharedFields(name, content);
    const header = Buffer.concat([signature("PK\u0003\u0004"), fields, name]);
    const rest = Buffer.alloc(14); // comment, disk and attributes: none
    rest.writeUInt32LE(this.#offset, 10);
    this.#directory.push(Buffer.concat([signature("PK\u0001\u0002\u0014\u0000"), fields, rest, name]));
    this.#offset += header.length + content.length;
    return header;
  }

  end(): Buffer {
    const entries = Buffer.concat(this.#directory);
    const end = Buffer.alloc(18);
    end.writeUInt16LE(this.#directory.length, 4);
    end.writeUInt16LE(this.#directory.length, 6);
    end.writeUInt32LE(entries.length, 8);
    end.writeUInt32LE(this.#offset, 12);
    return Buffer.concat([entries, signature("PK\u0005\u0006"), end]);
  }
}

/**
 * A zip archive of these parts, not compressed, piece by piece. The reader of XLSX takes only archives and walks
 * them in its own way; given one made here, it sees the very bytes that were judged, and nothing that hides between.
 */
export function* storedZip(parts: Iterable<readonly [string, Uint8Array]>): Generator<Uint8Array> {
  const stored = new StoredParts();
  for (const [path, content] of parts) {
    yield stored.headerOf(path, content);
    if (content.length > 0) yield content;
  }
  yield stored.end();
}

/** The same of parts that come one after the other: one of them is in memory at a time. */
export async function* storedZipAsItComes(parts: AsyncIterable<readonly [string, Uint8Array]>): AsyncGenerator<Uint8Array> {
  const stored = new StoredParts();
  for await (const [path, content] of parts) {
    yield stored.headerOf(path, content);
    if (content.length > 0) yield content;
  }
  yield stored.end();
}
