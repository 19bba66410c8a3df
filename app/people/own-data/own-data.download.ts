/** Everything that is kept about oneself: as JSON, and as tables (CSV) with the pictures in an archive. */
import { signedIn } from "../../platform/access.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { readFile } from "../../platform/files/read-file.ts";
import { download } from "../../platform/page.ts";
import { csvFile, type CsvValue } from "../../platform/spreadsheets/index.ts";
import { storedZipAsItComes } from "../../platform/spreadsheets/xlsx/stored-zip.ts";
import { exportedTables, type OwnRow, readOwnRows } from "./read-own-rows.ts";

const nameOf = (ctx: PersonalContext, ending: string): string => `understory-my-data-${ctx.now.toISOString().slice(0, 10)}.${ending}`;

async function* asJson(ctx: PersonalContext): AsyncGenerator<string> {
  yield `{\n"madeAt": ${JSON.stringify(ctx.now)},\n"personId": ${JSON.stringify(ctx.actor.personId)},\n"tables": {`;
  for (const [place, table] of exportedTables.entries()) {
    yield `${place === 0 ? "" : ","}\n${JSON.stringify(table)}: [`;
    let isFirst = true;
    for await (const rows of readOwnRows(ctx, table)) {
      yield rows.map((row, index) => `${isFirst && index === 0 ? "" : ","}\n  ${JSON.stringify(row)}`).join("");
      isFirst = false;
    }
    yield "]";
  }
  yield "\n}\n}\n";
}

export const ownDataAsJson = download("/account/data/everything.json", {
  access: signedIn,
  send: async (ctx: PersonalContext) => ({
    contentType: "application/json; charset=utf-8",
    fileName: nameOf(ctx, "json"),
    body: asJson(ctx),
  }),
});

const cellOf = (value: unknown): CsvValue =>
  value === null || value === undefined
    ? null
    : typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? value
      : JSON.stringify(value);

async function tableAsCsv(rows: readonly OwnRow[]): Promise<Buffer> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const pieces: Uint8Array[] = [];
  for await (const piece of csvFile(
    columns,
    rows.map((row) => columns.map((column) => cellOf(row[column]))),
  ))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

/** A table at a time; one that holds nothing of hers makes no file. */
async function* asFiles(ctx: PersonalContext): AsyncGenerator<readonly [string, Uint8Array]> {
  for (const table of exportedTables) {
    const all: OwnRow[] = [];
    for await (const rows of readOwnRows(ctx, table)) all.push(...rows);
    if (all.length > 0) yield [`${table}.csv`, await tableAsCsv(all)];
  }
  const pictures = await ctx.db
    .selectFrom("profile")
    .select(["organization_id", "picture_id"])
    .where("person_id", "=", ctx.actor.personId)
    .where("picture_id", "is not", null)
    .execute();
  for (const { organization_id, picture_id } of pictures) {
    const pieces: Uint8Array[] = [];
    for await (const piece of readFile(ctx, picture_id!)) pieces.push(piece);
    yield [`pictures/${organization_id}.webp`, Buffer.concat(pieces)];
  }
}

export const ownDataAsTables = download("/account/data/everything.zip", {
  access: signedIn,
  send: async (ctx: PersonalContext) => ({
    contentType: "application/zip",
    fileName: nameOf(ctx, "zip"),
    body: storedZipAsItComes(asFiles(ctx)),
  }),
});
