/** Who may import whom. Imports run down; news runs up, as facts (app/platform/facts.ts). Checked by `check-arrows.ts`. */
import type { ICruiseOptions, IForbiddenRuleType, IResolveOptions } from "dependency-cruiser";

/** From bottom to top: each floor may import the floors before it, and no room its neighbor on the same floor. */
const floors: readonly (readonly string[])[] = [
  ["platform"],
  ["ui"],
  ["people"],
  ["networks"],
  ["inclusion"],
  ["relationships", "resources"],
  ["matching"],
  ["evaluation"],
  ["ecosystem"],
  ["home"],
];

/** Packages are pure: each imports itself, and these. */
const packages: Readonly<Record<string, readonly string[]>> = {
  "matching-engine": [],
  statistics: [],
  "network-graph": [],
  "match-cli": ["matching-engine"],
};
/** Packages that may touch the machine. */
const mayReadFiles = new Set(["match-cli"]);

const test = "\\.test\\.tsx?$|^packages/[^/]+/testing/";
const anyOf = (names: readonly string[]) => `(${names.join("|")})`;

const rooms: IForbiddenRuleType[] = floors.flatMap((floor, height) =>
  floor.map((room) => {
    const allowed = [room, ...floors.slice(0, height).flat()];
    return {
      name: `${room} imports only what is below it`,
      severity: "error",
      from: { path: `^app/${room}/`, pathNot: test },
      to: { path: "^(app|testing|e2e|bench|drills|scripts)/", pathNot: `^app/${anyOf(allowed)}/` },
    };
  }),
);

const pure: IForbiddenRuleType[] = Object.entries(packages).map(([name, others]) => ({
  name: `packages/${name} stands alone`,
  severity: "error",
  from: { path: `^packages/${name}/`, pathNot: test },
  to: { pathNot: `^packages/${anyOf([name, ...others])}/`, ...(mayReadFiles.has(name) && { dependencyTypesNot: ["core"] }) },
}));

export const forbidden: IForbiddenRuleType[] = [
  ...rooms,
  ...pure,
  {
    name: "a new package says what it may import",
    severity: "error",
    from: { path: "^packages/", pathNot: `^packages/${anyOf(Object.keys(packages))}/` },
    to: {},
  },
  {
    name: "a new room has its floor",
    severity: "error",
    from: { path: "^app/[^/]+/", pathNot: `^app/${anyOf(floors.flat())}/` },
    to: {},
  },
  {
    name: "no circles",
    severity: "error",
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  },
  {
    name: "every import is found",
    severity: "error",
    from: {},
    to: { couldNotResolve: true },
  },
];

export const options: ICruiseOptions = {
  // Beside TypeScript 7 the default parser reads nothing, finds nothing wrong, and says so.
  parser: "swc",
  doNotFollow: { path: "node_modules" },
  validate: true,
  ruleSet: { forbidden },
};

export const resolution: Partial<IResolveOptions> = {
  exportsFields: ["exports"],
  conditionNames: ["import", "node", "default", "types"],
  extensions: [".ts", ".tsx", ".mjs", ".js"],
};
