import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contrast, linearRgb, parseOklch, type Oklch } from "../../../testing/contrast.ts";

const css = readFileSync("app/ui/style/tokens.css", "utf8");
const faces = readFileSync("app/ui/style/person.css", "utf8");
const schemes = ["light", "dark"] as const;
type Scheme = (typeof schemes)[number];

const colors = new Map<string, Record<Scheme, Oklch>>();
for (const [, name, light, dark] of css.matchAll(/--([\w-]+): light-dark\((oklch\([^)]*\)), (oklch\([^)]*\))\)/gu)) {
  colors.set(name!, { light: parseOklch(light!), dark: parseOklch(dark!) });
}
function colorOf(name: string, scheme: Scheme): Oklch {
  const color = colors.get(name);
  if (!color) throw new Error(`no color --${name} in tokens.css`);
  return color[scheme];
}

const grounds = ["paper", "light", "raised", "sunken", "moss-wash", "marigold-wash", "clay-wash"];
/** What is read, on what it may stand on: AAA, 7 to 1. */
const text = [
  ...["ink", "quiet", "moss"].flatMap((front) => grounds.map((back) => [front, back] as const)),
  ...["paper", "light", "raised", "sunken", "clay-wash"].map((back) => ["clay", back] as const),
  ["on-moss", "moss-fill"],
  ["on-moss", "moss-fill-hover"],
  ["on-clay", "clay-fill"],
  ["on-clay", "clay-fill-hover"],
  ["on-marigold", "marigold"],
] as const;
/** What has to be seen: the edges of controls, the lines of charts and of the mark: 3 to 1. */
const drawn = [
  ...["edge", "bark", "moss", "clay"].flatMap((front) => ["paper", "light", "raised", "sunken"].map((back) => [front, back] as const)),
  ["ink", "moss-soft"],
  ["moss-fill", "rule"],
  ["moss", "rule"],
] as const;

test("the contrast of black and white is 21, and mid-gray lies between", () => {
  const black = parseOklch("oklch(0 0 0)");
  const white = parseOklch("oklch(1 0 0)");
  expect(contrast(black, white)).toBeCloseTo(21, 3);
  expect(contrast(white, parseOklch("oklch(0.5999 0 0)"))).toBeCloseTo(3.95, 1);
  expect(linearRgb(parseOklch("oklch(0.62796 0.25768 29.234)"))[0]).toBeCloseTo(1, 2);
});

test("every color of the tokens takes part", () => {
  const named = new Set([...text, ...drawn].flat());
  const left = [...colors.keys()].filter((name) => !named.has(name));
  expect(left).toEqual([]);
  expect(colors.size).toBeGreaterThan(15);
});

test.for(schemes.flatMap((scheme) => text.map(([front, back]) => ({ scheme, front, back }))))(
  "$scheme: $front can be read on $back",
  ({ scheme, front, back }) => {
    expect(contrast(colorOf(front, scheme), colorOf(back, scheme))).toBeGreaterThanOrEqual(7);
  },
);

test.for(schemes.flatMap((scheme) => drawn.map(([front, back]) => ({ scheme, front, back }))))(
  "$scheme: $front can be seen on $back",
  ({ scheme, front, back }) => {
    expect(contrast(colorOf(front, scheme), colorOf(back, scheme))).toBeGreaterThanOrEqual(3);
  },
);

test("initials can be read on every face", () => {
  const hues = [...faces.matchAll(/--hue: (\d+)/gu)].map(([, hue]) => Number(hue));
  expect(hues).toHaveLength(8);
  const [back, front] = ["background", "color"].map((property) => {
    const found = new RegExp(
      `\\s${property}: light-dark\\(oklch\\(([\\d.]+) ([\\d.]+) var\\(--hue\\)\\), oklch\\(([\\d.]+) ([\\d.]+) var`,
      "u",
    ).exec(faces);
    if (!found) throw new Error(`no ${property} made of --hue in person.css`);
    return found.slice(1).map(Number) as [number, number, number, number];
  });
  for (const hue of hues) {
    for (const from of [0, 2]) {
      const color = (parts: readonly number[]): Oklch => ({ lightness: parts[from]!, chroma: parts[from + 1]!, hue });
      expect(contrast(color(front!), color(back!))).toBeGreaterThanOrEqual(7);
    }
  }
});

test("styles name sides by the line of reading, so that right-to-left is free", () => {
  const physical =
    /(?:^|[\s;{])(?:(?:margin|padding|border|inset)-(?:left|right|top|bottom)|(?:min-|max-)?(?:width|height)|left|right|top|bottom)\s*:|text-align:\s*(?:left|right)|float:\s*(?:left|right)/u;
  const files = globSync("app/ui/style/*.css");
  expect(files.length).toBeGreaterThan(10);
  const found = files.flatMap((file) =>
    readFileSync(file, "utf8")
      .replaceAll(/\/\*[\s\S]*?\*\//gu, "")
      .split("\n")
      .filter((line) => physical.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});
