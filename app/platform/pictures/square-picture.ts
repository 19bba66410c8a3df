import { ResizeFit, Transformer } from "@napi-rs/image";
import { drawableSize, inTurn } from "./picture-refused.ts";

/** Of the square that is kept, in pixels. */
export const pictureSide = 512;

/**
 * The middle of a photograph, upright, as a WebP square of 512 pixels. It is drawn anew: where and with what it was taken, and
 * whatever else was hidden in the file, stays behind. What the file is called and claims to be counts for nothing.
 *
 * @throws {PictureRefused}
 */
export async function squarePicture(bytes: Buffer): Promise<Buffer> {
  drawableSize(bytes);
  return inTurn(() => new Transformer(bytes).rotate().resize({ width: pictureSide, height: pictureSide, fit: ResizeFit.Cover }).webp(82));
}
