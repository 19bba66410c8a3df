/** An answer by mail: what its sender wrote herself becomes a message, once, however often the letter comes. */
import { createHash } from "node:crypto";
import { type App, asSystem, type Context, inOrganization } from "../../platform/context.ts";
import { Conflict, Invalid, NotFound, TooMuch } from "../../platform/errors.ts";
import type { InboundFile, InboundHandler, InboundLetter, Taken } from "../../platform/inbound-mail/inbound-letter.ts";
import { findRelationship, type OneRelationship } from "../life/find-life.ts";
import { closedBecause } from "./lock-conversation.ts";
import { longestMessage, mostFiles } from "./message.ts";
import { prepareFiles } from "./message-files.ts";
import { messageWords } from "./messages.messages.ts";
import { holdAnswer } from "./hold-answer.ts";
import { sendMessage } from "./send-message.ts";
import { replyHandlerName } from "./tell-waiting.job.ts";

/** In ASCII: mail servers pass nothing else on. */
const refusals = {
  gone: "There is no such conversation any more. Please sign in and look at your page.",
  stranger: "This address takes answers only from the address to which the letter was sent. Please answer from there, or on the page.",
  empty: "There were no words of your own in this letter. Please write above what you quote, or answer on the page.",
  tooLong: `This is longer than ${longestMessage} characters. Please send it in parts, or as a file.`,
  tooManyFiles: `At most ${mostFiles} files go with one message. Please send the others with another letter.`,
  tooManyHeld: "Several of your answers wait on the page for your word that they are yours. Please look there first.",
  file: "One of the files cannot be sent here. Pictures, PDF, office documents without macros, text and sound can, up to 10 MB each. Nothing of this letter was sent.",
} as const;

/** What mail programs add by themselves. */
const notFiles = /^(application\/(pgp-\w+|x?-?pkcs7-\w+|ms-tnef|ics)|text\/(x-)?(calendar|v-?card|html)|message\/.*)$/i;
/** Pictures among the words are hers, unless they are as small as those in signatures. */
const smallestInline = 30_000;
const isSent = ({ contentType, isInline, bytes }: InboundFile): boolean =>
  !notFiles.test(contentType) && bytes.length > 0 && (!isInline || bytes.length >= smallestInline);

export const takeReply: InboundHandler = {
  name: replyHandlerName,
  async take(app, id, letter) {
    if (letter.isAutomatic) return "dropped";
    const place = await findPlace(app, id);
    if (!place) return { refusal: refusals.gone };
    return inOrganization(app, place.organizationId, (ctx) => take(ctx, place, letter)).catch(refusalOf);
  },
};

export interface Place extends OneRelationship {
  readonly personId: string;
  readonly email: string;
}

function findPlace(app: App, id: string): Promise<Place | undefined> {
  return asSystem(app, ({ db }) =>
    db
      .selectFrom("conversation_person as p")
      .innerJoin("auth.person as account", "account.id", "p.person_id")
      .select(["p.organization_id as organizationId", "p.relationship_id as relationshipId", "p.person_id as personId", "account.email"])
      .where("p.id", "=", id)
      .executeTakeFirst(),
  );
}

async function take(ctx: Context, place: Place, letter: InboundLetter): Promise<Taken> {
  const relationship = await findRelationship(ctx, place);
  if (!relationship.people.some(({ personId }) => personId === place.personId)) return { refusal: refusals.gone };
  if (letter.from !== place.email.toLowerCase()) return { refusal: refusals.stranger };
  const closed = closedBecause(relationship);
  if (closed) return { refusal: messageWords("en").closed[closed] };
  const words = letter.words.normalize("NFC");
  const sent = letter.files.filter(isSent);
  if (words === "" && sent.length === 0) return { refusal: refusals.empty };
  if (words.length > longestMessage) return { refusal: refusals.tooLong };
  if (sent.length > mostFiles) return { refusal: refusals.tooManyFiles };
  const answer = { words, files: await prepareFiles(sent), sentKey: keyOf(letter.messageId) };
  const reason = letter.isLate ? "late" : letter.authenticity === "unproved" ? "unproved" : undefined;
  if (reason) return (await holdAnswer(ctx, place, { ...answer, reason })) ? "taken" : { refusal: refusals.tooManyHeld };
  await sendMessage(ctx, place, { ...answer, authorId: place.personId, cameBy: "mail", isSameByKey: true });
  return "taken";
}

function refusalOf(error: unknown): Taken {
  // Her mail server tries again.
  if (error instanceof TooMuch) throw error;
  if (error instanceof Invalid) return { refusal: refusals.file };
  if (error instanceof Conflict) return { refusal: error.sentence("en") };
  if (error instanceof NotFound) return { refusal: refusals.gone };
  throw error;
}

/** RFC 9562, version 8. */
function keyOf(messageId: string): string {
  const bytes = createHash("sha256").update(messageId).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
