import { ResizeFit, Transformer } from "@napi-rs/image";
import { isHeif, pictureSize } from "./picture-size.ts";

export const pictureLimits = { megabytes: 10, megapixels: 40 } as const;
/** Of the square that is kept, in pixels. */
export const pictureSide = 512;

export type PictureFault = "unknown" | "heif" | "too-heavy" | "too-many-pixels" | "broken";
export class PictureRefused extends Error {
  override readonly name = "PictureRefused";
  readonly fault: PictureFault;
  constructor(fault: PictureFault) {
    super(fault);
    this.fault = fault;
  }
}

// One picture of 40 megapixels takes 160 MB while it is worked on: one at a time.
let before: Promise<unknown> = Promise.resolve();

/**
 * The middle of a photograph, upright, as a WebP square of 512 pixels. It is drawn anew: where and with what it was taken, and
 * whatever else was hidden in the file, stays behind. What the file is called and claims to be counts for nothing.
 *
 * @throws {PictureRefused}
 */
export async function squarePicture(bytes: Buffer): Promise<Buffer> {
  if (bytes.length > pictureLimits.megabytes * (1 << 20)) throw new PictureRefused("too-heavy");
  if (isHeif(bytes)) throw new PictureRefused("heif");
  const size = pictureSize(bytes);
  if (!size) throw new PictureRefused("unknown");
  if (size.width * size.height > pictureLimits.megapixels * 1_000_000) throw new PictureRefused("too-many-pixels");
  if (size.width === 0 || size.height === 0) throw new PictureRefused("broken");
  const drawn = before.then(() => draw(bytes));
  before = drawn.catch(() => undefined);
  return drawn;
}

async function draw(bytes: Buffer): Promise<Buffer> {
  try {
    return await new Transformer(bytes).rotate().resize({ width: pictureSide, height: pictureSide, fit: ResizeFit.Cover }).webp(82);
  } catch {
    throw new PictureRefused("broken");
  }
}
