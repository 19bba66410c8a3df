/** What a picture is and how large, from its first bytes alone: nothing is unpacked before it is known to be small enough. */
export type PictureKind = "jpeg" | "png" | "webp";
export interface PictureSize {
  readonly kind: PictureKind;
  readonly width: number;
  readonly height: number;
}

const ascii = (bytes: Buffer, from: number, to: number): string => bytes.toString("latin1", from, to);

/** Kinds that phones make and nobody here can read, for a sentence that says what to do. */
export const isHeif = (bytes: Buffer): boolean =>
  ascii(bytes, 4, 8) === "ftyp" && /^(heic|heix|heim|heis|hevc|hevx|mif1|msf1|avif|avis)$/.test(ascii(bytes, 8, 12));

/** Undefined where it is none of the three kinds, or broken off before it says its size. */
export function pictureSize(bytes: Buffer): PictureSize | undefined {
  try {
    if (bytes.readUInt32BE(0) === 0x89504e47 && ascii(bytes, 12, 16) === "IHDR")
      return { kind: "png", width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
    if (bytes.readUInt16BE(0) === 0xffd8) return sizeOfJpeg(bytes);
    if (ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === "WEBP") return sizeOfWebp(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The first frame header among the segments (ITU T.81, B.1.1). */
function sizeOfJpeg(bytes: Buffer): PictureSize | undefined {
  for (let at = 2; ;) {
    if (bytes.readUInt8(at) !== 0xff) return undefined;
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { kind: "jpeg", height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    else if (marker === 0xd9 || marker === 0xda) return undefined;
    else at += 2 + bytes.readUInt16BE(at + 2);
  }
}

/** RFC 9649: lossy, lossless, or extended. */
function sizeOfWebp(bytes: Buffer): PictureSize | undefined {
  const chunk = ascii(bytes, 12, 16);
  if (chunk === "VP8 ") return { kind: "webp", width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  if (chunk === "VP8L") {
    const packed = bytes.readUInt32LE(21);
    return { kind: "webp", width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
  }
  if (chunk === "VP8X") return { kind: "webp", width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  return undefined;
}
