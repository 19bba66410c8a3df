/** Files and pictures of a message: looked at before it is said, and had only by those who can read it. */
import type { Context } from "../../platform/context.ts";
import { Invalid } from "../../platform/errors.ts";
import { storeFile } from "../../platform/files/store-file.ts";
import { redrawPicture } from "../../platform/pictures/redraw-picture.ts";
import { PictureRefused } from "../../platform/pictures/picture-refused.ts";
import { fileBytes, fileKind } from "./file-kind.ts";
import { type FileKind, mostFiles } from "./message.ts";
import { messageWords } from "./messages.messages.ts";

/** The kind of file that they are kept as. */
const messageFile = "message";

export interface PreparedFile {
  readonly name: string;
  readonly kind: FileKind;
  /** As it was sent. */
  readonly original: Buffer;
  /** As it is kept: a picture is drawn anew. */
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** Looks at what is to be sent along; refuses in words, at the field `files`. */
export async function prepareFiles(files: readonly { readonly name: string; readonly bytes: Buffer }[]): Promise<PreparedFile[]> {
  if (files.length > mostFiles) throw new Invalid({ files: (language) => messageWords(language).fileFaults.tooMany(mostFiles) });
  const prepared: PreparedFile[] = [];
  for (const { name, bytes } of files) prepared.push(await prepare(shownName(name), bytes));
  return prepared;
}

async function prepare(name: string, original: Buffer): Promise<PreparedFile> {
  if (original.length > fileBytes) throw new Invalid({ files: (language) => messageWords(language).fileFaults.tooLarge(name) });
  const kind = fileKind(original);
  if (!kind) throw new Invalid({ files: (language) => messageWords(language).fileFaults.unknown(name) });
  if (kind !== "picture")
    return { name, kind, original, bytes: original, contentType: "application/octet-stream", width: null, height: null };
  try {
    const drawn = await redrawPicture(original);
    return { name: `${name.replace(/\.[^.]{1,5}$/, "")}.webp`, kind, original, contentType: "image/webp", ...drawn };
  } catch (error) {
    if (!(error instanceof PictureRefused)) throw error;
    throw new Invalid({ files: (language) => messageWords(language).fileFaults.picture(name) });
  }
}

/** The last part of a path, without what turns the direction of writing or breaks a line. */
function shownName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  return (
    last
      .replaceAll(/[\p{C}]/gu, "")
      .trim()
      .slice(-200) || "file"
  );
}

export async function keepFiles(
  ctx: Context,
  { organizationId, messageId, authorId }: { organizationId: string; messageId: string; authorId: string },
  files: readonly PreparedFile[],
): Promise<void> {
  for (const [position, { name, kind, bytes, contentType, width, height }] of files.entries()) {
    const fileId = await storeFile(ctx, { organizationId, kind: messageFile, name, contentType, content: once(bytes), personId: authorId });
    await ctx.db
      .insertInto("message_file")
      .values({
        organization_id: organizationId,
        message_id: messageId,
        file_id: fileId,
        position,
        name,
        kind,
        size_bytes: bytes.length,
        width,
        height,
      })
      .execute();
  }
}

export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
