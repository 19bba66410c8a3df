import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { workerAddress } from "./worker-address.ts";

test("from source a worker is its TypeScript file, in a build its bundle beside the server", () => {
  expect(existsSync(workerAddress("platform/spreadsheets/xlsx/read-xlsx"))).toBe(true);
  expect(workerAddress("matching/rounds/solve", "file:///srv/dist/main.js").href).toBe("file:///srv/dist/workers/solve.js");
});
