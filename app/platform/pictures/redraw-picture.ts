import { ResizeFit, Transformer } from "@napi-rs/image";
import { pictureSize } from "./picture-size.ts";
import { drawableSize, inTurn, PictureRefused } from "./picture-refused.ts";

/** Of the longer side of what is kept, in pixels. */
const longestSide = 2048;

/**
 * The whole picture, upright, as a WebP of at most 2048 pixels a side, drawn anew: what was hidden in the file stays behind.
 *
 * @throws {PictureRefused}
 */
export async function redrawPicture(bytes: Buffer): Promise<{ bytes: Buffer; width: number; height: number }> {
  const { width, height } = drawableSize(bytes);
  const isTooLong = Math.max(width, height) > longestSide;
  const drawn = await inTurn(() => {
    const upright = new Transformer(bytes).rotate();
    const fitting = isTooLong ? upright.resize({ width: longestSide, height: longestSide, fit: ResizeFit.Inside }) : upright;
    return fitting.webp(82);
  });
  // Turned upright, its sides may have changed places.
  const size = pictureSize(drawn);
  if (!size) throw new PictureRefused("broken");
  return { bytes: drawn, width: size.width, height: size.height };
}
