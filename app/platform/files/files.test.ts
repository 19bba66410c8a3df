import { createHash, randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { testApp } from "../../../testing/app.ts";
import { smallWorld } from "../../../testing/world.ts";
import { inOrganization } from "../context.ts";
import { NotFound } from "../errors.ts";
import { deleteFile } from "./delete-file.ts";
import { readFile, readFileInSteps } from "./read-file.ts";
import { chunkBytes, storeFile } from "./store-file.ts";

async function* inPieces(content: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += size) yield await Promise.resolve(content.subarray(at, at + size));
}

async function whole(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
}

const file = (organizationId: string, content: Buffer, size = 64 * 1024) => ({
  organizationId,
  kind: "import",
  name: "people.csv",
  contentType: "text/csv",
  content: inPieces(content, size),
});

test("what is kept comes back, byte for byte, whatever its size", async () => {
  await using app = await testApp();
  const { riverside } = await smallWorld(app);
  for (const size of [0, 1, chunkBytes - 1, chunkBytes, chunkBytes + 1, 5 * chunkBytes, 2_500_000]) {
    const content = randomBytes(size);
    const id = await inOrganization(app, riverside, (ctx) => storeFile(ctx, file(riverside, content, 70_001)));
    const row = await inOrganization(app, riverside, async (ctx) => {
      expect((await whole(readFile(ctx, id))).equals(content), `${size} bytes`).toBe(true);
      return ctx.db.selectFrom("file").select(["size_bytes", "sha256"]).where("id", "=", id).executeTakeFirstOrThrow();
    });
    expect(row.size_bytes).toBe(size);
    expect(row.sha256.equals(createHash("sha256").update(content).digest())).toBe(true);
    expect((await whole(readFileInSteps(app, riverside, id))).equals(content)).toBe(true);
  }
});

test("a file of one organization does not exist for another, and is gone once deleted", async () => {
  await using app = await testApp();
  const { riverside, hillside } = await smallWorld(app);
  const id = await inOrganization(app, riverside, (ctx) => storeFile(ctx, file(riverside, Buffer.from("maya@example.org"))));
  await expect(inOrganization(app, hillside, (ctx) => whole(readFile(ctx, id)))).rejects.toThrow(NotFound);
  expect(await whole(readFileInSteps(app, hillside, id))).toHaveLength(0);
  await inOrganization(app, hillside, (ctx) => deleteFile(ctx, hillside, id));
  expect(await inOrganization(app, riverside, (ctx) => whole(readFile(ctx, id)))).toHaveLength(16);
  await inOrganization(app, riverside, (ctx) => deleteFile(ctx, riverside, id));
  await expect(inOrganization(app, riverside, (ctx) => whole(readFile(ctx, id)))).rejects.toThrow(NotFound);
});
