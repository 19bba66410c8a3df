import { members } from "../../platform/access.ts";
import { found } from "../../platform/errors.ts";
import { readFile } from "../../platform/files/read-file.ts";
import { download } from "../../platform/page.ts";
import { pictureFile } from "./change-picture.ts";

/** A picture that somebody in the organization shows of herself; another picture has another address, so that browsers may keep it. */
export const pictureDownload = download("/organizations/:organizationId/pictures/:fileId", {
  access: members,
  async send(ctx, { organizationId, fileId }) {
    const picture = found(
      await ctx.db
        .selectFrom("file")
        .innerJoin("profile", (join) =>
          join.onRef("profile.organization_id", "=", "file.organization_id").onRef("profile.picture_id", "=", "file.id"),
        )
        .select("content_type")
        .where("file.organization_id", "=", organizationId)
        .where("file.id", "=", fileId)
        .where("file.kind", "=", pictureFile)
        .executeTakeFirst(),
    );
    // Small enough to be had whole: a list of fifty people holds no connection while it loads their faces.
    const pieces: Uint8Array[] = [];
    for await (const piece of readFile(ctx, fileId)) pieces.push(piece);
    return { contentType: picture.content_type, cacheControl: "private, max-age=86400, immutable", body: Buffer.concat(pieces) };
  },
});
