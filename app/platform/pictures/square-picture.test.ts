import { Transformer } from "@napi-rs/image";
import { expect, test } from "vitest";
import { pictureSize } from "./picture-size.ts";
import { PictureRefused } from "./picture-refused.ts";
import { pictureSide, squarePicture } from "./square-picture.ts";

/** The left half red, the right half blue. */
function pixels(width: number, height: number): Buffer {
  const all = Buffer.alloc(width * height * 4, 255);
  for (let at = 0; at < width * height; at++) {
    const isLeft = at % width < width / 2;
    all.set([isLeft ? 255 : 0, 0, isLeft ? 0 : 255], at * 4);
  }
  return all;
}
const drawing = (width = 400, height = 200) => Transformer.fromRgbaPixels(pixels(width, height), width, height);

/** A JPEG with the place where it was taken, as a phone writes it, and turned on its side. */
function withPlace(jpeg: Buffer, orientation: number): Buffer {
  const u16 = (n: number) => [n & 255, n >> 8];
  const u32 = (n: number) => [...u16(n & 65_535), ...u16(n >>> 16)];
  const entry = (tag: number, type: number, count: number, value: number[]) => [...u16(tag), ...u16(type), ...u32(count), ...value];
  const rational = (n: number) => [...u32(n), ...u32(1)];
  const maker = [...Buffer.from("SECRET-CAMERA-7\0", "latin1")];
  // Header 8, main directory 2 + 3·12 + 4, maker 16, place directory 2 + 2·12 + 4, degrees 24.
  const makerAt = 8 + 42;
  const placeAt = makerAt + maker.length;
  const tiff = [
    ...Buffer.from("II*\0", "latin1"),
    ...u32(8),
    ...u16(3),
    ...entry(0x010f, 2, maker.length, u32(makerAt)),
    ...entry(0x0112, 3, 1, [...u16(orientation), 0, 0]),
    ...entry(0x8825, 4, 1, u32(placeAt)),
    ...u32(0),
    ...maker,
    ...u16(2),
    ...entry(1, 2, 2, [...Buffer.from("N\0\0\0", "latin1")]),
    ...entry(2, 5, 3, u32(placeAt + 30)),
    ...u32(0),
    ...rational(48),
    ...rational(51),
    ...rational(24),
  ];
  const payload = Buffer.from([...Buffer.from("Exif\0\0", "latin1"), ...tiff]);
  const segment = Buffer.alloc(4);
  segment.writeUInt16BE(0xffe1, 0);
  segment.writeUInt16BE(payload.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), segment, payload, jpeg.subarray(2)]);
}

async function colorsOf(picture: Buffer): Promise<{ top: string; bottom: string }> {
  const raw = await new Transformer(picture).rawPixels();
  const channels = raw.length / (pictureSide * pictureSide);
  const at = (x: number, y: number): string => {
    const from = (y * pictureSide + x) * channels;
    return raw[from]! > 128 ? "red" : raw[from + 2]! > 128 ? "blue" : "other";
  };
  return { top: at(256, 20), bottom: at(256, 490) };
}

test("a photograph becomes an upright square without the place where it was taken", async () => {
  const original = withPlace(await drawing().jpeg(90), 6);
  const before = await new Transformer(original).metadata(true);
  expect(JSON.stringify(before.exif)).toContain("48");
  expect(original.includes("SECRET-CAMERA-7")).toBe(true);

  const picture = await squarePicture(original);
  expect(pictureSize(picture)).toEqual({ kind: "webp", width: pictureSide, height: pictureSide });
  expect((await new Transformer(picture).metadata(true)).exif ?? {}).toEqual({});
  for (const trace of ["SECRET-CAMERA-7", "Exif", "EXIF", "XMP ", "ICCP"]) expect(picture.includes(trace), trace).toBe(false);
  // Turned a quarter to the right: what was left is on top.
  expect(await colorsOf(picture)).toEqual({ top: "red", bottom: "blue" });
});

test("every kind is read by what it is, whatever it is called", async () => {
  for (const [kind, bytes] of [
    ["jpeg", await drawing().jpeg(80)],
    ["png", await drawing(300, 700).png()],
    ["webp", await drawing().webp(80)],
    ["webp", await drawing(33, 44).webpLossless()],
  ] as const) {
    expect(pictureSize(bytes)?.kind).toBe(kind);
    expect(pictureSize(await squarePicture(bytes))).toMatchObject({ kind: "webp", width: pictureSide, height: pictureSide });
  }
  expect(pictureSize(await drawing(300, 700).png())).toEqual({ kind: "png", width: 300, height: 700 });
  expect(pictureSize(await drawing(33, 44).webpLossless())).toEqual({ kind: "webp", width: 33, height: 44 });
  expect(pictureSize(await drawing(33, 44).jpeg())).toEqual({ kind: "jpeg", width: 33, height: 44 });
});

const faultOf = (bytes: Buffer): Promise<string> =>
  squarePicture(bytes).then(
    () => "none",
    (error: unknown) => (error instanceof PictureRefused ? error.fault : String(error)),
  );

test("what is no picture, or too much of one, is refused with its reason", async () => {
  const png = await drawing(20, 20).png();
  expect(await faultOf(Buffer.from("GIF89a, they say"))).toBe("unknown");
  expect(await faultOf(Buffer.alloc(0))).toBe("unknown");
  expect(await faultOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe("unknown");
  expect(await faultOf(Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic0000mif1heic")]))).toBe("heif");
  expect(await faultOf(Buffer.concat([png, Buffer.alloc(10 * (1 << 20))]))).toBe("too-heavy");
  expect(await faultOf(png.subarray(0, 40))).toBe("broken");
  // A small file that says it is enormous: refused before anything is unpacked.
  const bomb = Buffer.from(png);
  bomb.writeUInt32BE(60_000, 16);
  bomb.writeUInt32BE(60_000, 20);
  expect(await faultOf(bomb)).toBe("too-many-pixels");
});

test("a header that ends early, or goes round in circles, ends in a refusal", async () => {
  const jpeg = await drawing(20, 20).jpeg();
  for (let length = 0; length < Math.min(jpeg.length, 700); length++) {
    const fault = await faultOf(jpeg.subarray(0, length));
    expect(["unknown", "broken", "none"]).toContain(fault);
  }
  expect(await faultOf(Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(1000, 0xff)]))).toBe("unknown");
  // A segment that says it is empty.
  expect(await faultOf(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]), Buffer.alloc(50)]))).toBe("unknown");
});
