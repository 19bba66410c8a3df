import { found } from "../../platform/errors.ts";
import { readFile } from "../../platform/files/read-file.ts";
import { newId } from "../../platform/identifiers.ts";
import { download } from "../../platform/page.ts";
import { handlersOfTheConcern } from "./access.ts";

/** A file of what was reported: saved, never opened in place. That somebody had it stands among the readings of the case. */
export const caseFileDownload = download("/organizations/:organizationId/concerns/:concernId/files/:caseFileId", {
  access: handlersOfTheConcern,
  async send(ctx, { organizationId, concernId, caseFileId }) {
    const { name } = found(
      await ctx.db
        .selectFrom("concern_file")
        .select("name")
        .where("organization_id", "=", organizationId)
        .where("concern_id", "=", concernId)
        .where("file_id", "=", caseFileId)
        .executeTakeFirst(),
    );
    await ctx.db
      .insertInto("concern_reading")
      .values({ organization_id: organizationId, id: newId(), concern_id: concernId, person_id: ctx.actor.personId, at: ctx.now })
      .execute();
    const pieces: Uint8Array[] = [];
    for await (const piece of readFile(ctx, caseFileId)) pieces.push(piece);
    return {
      contentType: "application/octet-stream",
      fileName: name,
      contentSecurityPolicy: "default-src 'none'; sandbox; frame-ancestors 'none'",
      cacheControl: "no-store",
      body: Buffer.concat(pieces),
    };
  },
});
