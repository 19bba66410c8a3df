import { deserialize, serialize } from "node:v8";
import { promisify } from "node:util";
import { deflate, inflate } from "node:zlib";
import type { KeptRun } from "./kept-run.ts";

/** The run as bytes to keep: the structured clone of V8, deflated. */
export async function packRun(run: KeptRun): Promise<Buffer> {
  return promisify<Buffer, Buffer>(deflate)(serialize(run));
}

export async function unpackRun(bytes: Buffer): Promise<KeptRun> {
  return deserialize(await promisify<Buffer, Buffer>(inflate)(bytes)) as KeptRun;
}
