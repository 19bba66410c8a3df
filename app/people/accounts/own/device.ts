/** A browser and what it runs on, as far as its user agent tells: enough to know one's own devices again. */
export interface Device {
  readonly browser: string | undefined;
  readonly system: string | undefined;
}

// The first that fits: many say of themselves that they are others, too.
const browsers: readonly [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/OPR\/|Opera/, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/HeadlessChrome\/|Chrome\/|CriOS\//, "Chrome"],
  [/Version\/[\d.]+.* Safari\//, "Safari"],
];
const systems: readonly [RegExp, string][] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/CrOS/, "ChromeOS"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/Linux/, "Linux"],
];
const first = (list: readonly [RegExp, string][], agent: string): string | undefined => list.find(([sign]) => sign.test(agent))?.[1];

export const deviceOf = (agent: string | null): Device => ({ browser: first(browsers, agent ?? ""), system: first(systems, agent ?? "") });
