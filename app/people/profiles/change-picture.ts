import type { PersonalContext } from "../../platform/context.ts";
import { found, Invalid } from "../../platform/errors.ts";
import { deleteFile } from "../../platform/files/delete-file.ts";
import { storeFile } from "../../platform/files/store-file.ts";
import { PictureRefused, pictureLimits } from "../../platform/pictures/picture-refused.ts";
import { squarePicture } from "../../platform/pictures/square-picture.ts";
import { editProfile } from "./edit-profile.ts";
import { profileWords } from "./profile.messages.ts";

/** The kind of file that it is kept as. */
export const pictureFile = "picture";

/** Takes this picture for hers, drawn anew; the one before is gone. */
export async function changePicture(ctx: PersonalContext, organizationId: string, file: File): Promise<void> {
  const tooHeavy = file.size > pictureLimits.megabytes * (1 << 20);
  const drawn = await (
    tooHeavy ? Promise.reject(new PictureRefused("too-heavy")) : squarePicture(Buffer.from(await file.arrayBuffer()))
  ).catch((error: unknown) => {
    if (!(error instanceof PictureRefused)) throw error;
    throw new Invalid({ picture: (language) => profileWords(language).pictureFaults[error.fault] });
  });
  const before = await lockPictureId(ctx, organizationId);
  const id = await storeFile(ctx, {
    organizationId,
    kind: pictureFile,
    name: "picture.webp",
    contentType: "image/webp",
    content: piecesOf(drawn),
  });
  await editProfile(ctx, organizationId, { picture_id: id });
  if (before !== null) await deleteFile(ctx, organizationId, before);
}

export async function removePicture(ctx: PersonalContext, organizationId: string): Promise<void> {
  const before = await lockPictureId(ctx, organizationId);
  await editProfile(ctx, organizationId, { picture_id: null });
  if (before !== null) await deleteFile(ctx, organizationId, before);
}

/** Held, so that of two pictures sent at once none is left behind. */
async function lockPictureId(ctx: PersonalContext, organizationId: string): Promise<string | null> {
  const row = await ctx.db
    .selectFrom("profile")
    .select("picture_id")
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", ctx.actor.personId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return found(row).picture_id;
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
