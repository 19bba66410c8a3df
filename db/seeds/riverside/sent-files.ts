/** What people of Riverside send each other: a picture of a core of soil, drawn here, and a list of questions. */
import { crc32, deflateSync } from "node:zlib";

interface SentFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export const questionList = (): SentFile => ({
  name: "unkind questions.txt",
  bytes: Buffer.from(
    [
      "The unkind questions",
      "",
      "1. Is this not just a wet summer?",
      "2. Three thousand years plus or minus what?",
      "3. Why here?",
      "4. What would have changed your mind?",
      "5. And who is going to pay for the next core?",
      "",
      "For each: breathe, then the number, then stop talking. H.",
      "",
    ].join("\n"),
  ),
});

/** Layers of a core from the top down: how thick, and which red, green and blue. */
const layers: readonly (readonly [number, number, number, number])[] = [
  [0.1, 74, 92, 48],
  [0.2, 96, 70, 46],
  [0.16, 122, 92, 60],
  [0.05, 24, 20, 20],
  [0.19, 138, 104, 70],
  [0.18, 106, 88, 74],
  [0.12, 158, 136, 108],
];
const [width, height] = [480, 640] as const;

/** Always the same, and no two grains alike. */
const grain = (x: number, y: number): number => ((Math.imul(x * 374_761_393 + y * 668_265_263, 1_274_126_177) >>> 16) & 31) - 16;

function colorAt(x: number, y: number): [number, number, number] {
  // The core lies in a pale tray, a little askew.
  const left = 150 + y / 40;
  const isCore = x > left && x < left + 170 && y > 24 && y < height - 24;
  if (!isCore) return Math.abs(x - left - 85) < 104 ? [206, 204, 196] : [232, 229, 220];
  const wave = 5 * Math.sin(x / 19) + 3 * Math.sin(x / 7);
  let depth = (y - 24 + wave) / (height - 48);
  const [, ...color] = layers.find(([thick]) => (depth -= thick) < 0) ?? layers.at(-1)!;
  const shade = 1 - Math.abs(x - left - 85) / 260;
  return color.map((part) => Math.max(0, Math.min(255, Math.round((part + grain(x >> 1, y >> 1)) * shade)))) as [number, number, number];
}

/** As PNG (W3C, third edition): eight bits of red, green and blue for each point, no filter. */
export function soilCore(): SentFile {
  const rows = Array.from({ length: height }, (_, y) => [0, ...Array.from({ length: width }, (_point, x) => colorAt(x, y)).flat()]);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const chunk = (kind: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const bytes = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.from(rows.flat()))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
  return { name: "core from the moor.png", bytes };
}
