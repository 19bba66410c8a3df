/**
 * Finds the address of a built file by the name of its source, in the list that the build wrote.
 *
 *     asset("app/matching/board/board.island.tsx")  →  "/assets/board.island-K3XQ7Z.js"
 */
import { readFileSync } from "node:fs";

export type Manifest = Readonly<Record<string, string>>;

const listed = "dist/manifest.json";
let manifest: Manifest | undefined;

/** Uses this list instead of the build's: for tests, which build only what they look at. */
export function useManifest(other: Manifest): void {
  manifest = other;
}

function read(): Manifest {
  try {
    return JSON.parse(readFileSync(listed, "utf8")) as Manifest;
  } catch (cause) {
    throw new Error(`cannot read ${listed}: run the build first (npm start and npm test do it)`, { cause });
  }
}

/** The address of what was built from `source` (a path from the root of the project); throws where nothing was. */
export function asset(source: string): string {
  manifest ??= read();
  const address = manifest[source];
  if (address === undefined) {
    throw new Error(`nothing was built from ${source}: islands end in .island.tsx, and every source is named from the project's root`);
  }
  return address;
}
