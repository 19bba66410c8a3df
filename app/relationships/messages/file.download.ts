import { sql } from "kysely";
import { found } from "../../platform/errors.ts";
import { readFile } from "../../platform/files/read-file.ts";
import { download } from "../../platform/page.ts";
import { peopleOfTheRelationship } from "../pairs/access.ts";
import type { FileKind } from "./message.ts";

/** A file of a message that this person sees. Only what we have drawn ourselves is shown in place; anything else is saved. */
export const messageFileDownload = download(
  "/organizations/:organizationId/relationships/:relationshipId/messages/:messageId/files/:attachmentId",
  {
    access: peopleOfTheRelationship,
    async send(ctx, { organizationId, relationshipId, messageId, attachmentId }) {
      const { rows } = await sql<{ name: string; kind: FileKind }>`
        select f.name, f.kind from message_file f join message m on m.organization_id = f.organization_id and m.id = f.message_id
        where f.organization_id = ${organizationId} and f.message_id = ${messageId} and f.file_id = ${attachmentId}
          and m.relationship_id = ${relationshipId} and m.deleted_at is null and ${ctx.actor.personId} <> all (m.unseen_by)`.execute(
        ctx.db,
      );
      const { name, kind } = found(rows[0]);
      const pieces: Uint8Array[] = [];
      for await (const piece of readFile(ctx, attachmentId)) pieces.push(piece);
      const isPicture = kind === "picture";
      return {
        contentType: isPicture ? "image/webp" : "application/octet-stream",
        ...(!isPicture && { fileName: name }),
        contentSecurityPolicy: "default-src 'none'; sandbox; frame-ancestors 'none'",
        // Who may see it is asked each time: a message can be taken back.
        cacheControl: "private, no-cache",
        body: Buffer.concat(pieces),
      };
    },
  },
);
