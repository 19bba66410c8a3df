import path from "node:path";

/**
 * Where the code of a worker thread is. `worker` names its source under `app/` without `.worker.ts`,
 * as in "platform/spreadsheets/xlsx/read-xlsx". The build bundles it to `dist/workers/read-xlsx.js`;
 * from source, Node runs the TypeScript file itself.
 */
export function workerAddress(worker: string, here: string = import.meta.url): URL {
  const runsFromSource = here.endsWith(".ts");
  return runsFromSource ? new URL(`../${worker}.worker.ts`, here) : new URL(`./workers/${path.posix.basename(worker)}.js`, here);
}
