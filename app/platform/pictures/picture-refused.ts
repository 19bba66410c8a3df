import { isHeif, pictureSize, type PictureSize } from "./picture-size.ts";

export const pictureLimits = { megabytes: 10, megapixels: 40 } as const;

export type PictureFault = "unknown" | "heif" | "too-heavy" | "too-many-pixels" | "broken";
export class PictureRefused extends Error {
  override readonly name = "PictureRefused";
  readonly fault: PictureFault;
  constructor(fault: PictureFault) {
    super(fault);
    this.fault = fault;
  }
}

/**
 * How large a picture is, if it may be drawn anew.
 *
 * @throws {PictureRefused}
 */
export function drawableSize(bytes: Buffer): PictureSize {
  if (bytes.length > pictureLimits.megabytes * (1 << 20)) throw new PictureRefused("too-heavy");
  if (isHeif(bytes)) throw new PictureRefused("heif");
  const size = pictureSize(bytes);
  if (!size) throw new PictureRefused("unknown");
  if (size.width * size.height > pictureLimits.megapixels * 1_000_000) throw new PictureRefused("too-many-pixels");
  if (size.width === 0 || size.height === 0) throw new PictureRefused("broken");
  return size;
}

// One picture of 40 megapixels takes 160 MB while it is worked on: one at a time.
let before: Promise<unknown> = Promise.resolve();

/** Draws when those before are done. What cannot be drawn is refused as broken. */
export async function inTurn<T>(draw: () => Promise<T>): Promise<T> {
  const drawn = before.then(draw).catch(() => {
    throw new PictureRefused("broken");
  });
  before = drawn.catch(() => undefined);
  return drawn;
}
