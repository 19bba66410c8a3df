import { randomUUID } from "node:crypto";
import type { Context } from "../context.ts";
import type { Language } from "../i18n.ts";
import { newId } from "../identifiers.ts";
import { deliverLetter } from "./deliver-letter.job.ts";
import type { Letter, LetterKind } from "./letter.ts";
import { renderLetter } from "./render-letter.ts";

export interface Addressee {
  readonly personId: string | null;
  readonly address: string;
  readonly name: string;
  readonly language: Language;
}

export interface LetterToSend {
  readonly kind: LetterKind;
  /** Null: about one's own account, which cannot be unsubscribed. */
  readonly organization: { readonly id: string; readonly name: string } | null;
  readonly to: Addressee;
  /** Names the occasion: for one occasion one letter is sent, whatever is tried again. */
  readonly occasion: string;
  readonly letter: Letter;
  /** Where an answer by mail goes: to a coordinator, who reads it. */
  readonly replyTo?: string | undefined;
  /** What a calendar program understands of it (RFC 6047). */
  readonly calendar?: { readonly method: "REQUEST" | "CANCEL"; readonly body: string } | undefined;
}

/** Letters about what is between people: from each of them it is one tap to say that something is wrong. */
const betweenPeople: ReadonlySet<LetterKind> = new Set(["relationship", "message", "session", "pulse"]);

/** Puts a letter into the post, with the transaction of `ctx`: it leaves if, and only if, that commits. */
export async function sendLetter(
  ctx: Context,
  { kind, organization, to, occasion, letter, replyTo, calendar }: LetterToSend,
): Promise<void> {
  const { publicUrl } = ctx.app.settings;
  // Whoever looks after safety is told whatever else she does not want.
  const unsubscribeToken = organization && kind !== "concern" ? randomUUID() : null;
  const rendered = renderLetter(letter, to.language, {
    from: organization?.name ?? "Understory",
    tellHref: organization && betweenPeople.has(kind) ? `${publicUrl}/organizations/${organization.id}/concerns/new` : undefined,
    unsubscribeHref: unsubscribeToken ? `${publicUrl}/unsubscribe/${unsubscribeToken}` : undefined,
  });
  const id = newId();
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto("letter")
    .values({
      id,
      organization_id: organization?.id ?? null,
      person_id: to.personId,
      to_address: to.address,
      to_name: to.name,
      reply_to: replyTo ?? null,
      language: to.language,
      kind,
      dedupe_key: occasion,
      subject: rendered.subject,
      text_body: rendered.text,
      html_body: rendered.html,
      unsubscribe_token: unsubscribeToken,
      calendar_method: calendar?.method ?? null,
      calendar_body: calendar?.body ?? null,
      created_at: ctx.now,
    })
    // Without naming the column: that would ask for the right to read, which who writes about her own account may not have.
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows) await ctx.app.jobs.enqueue(ctx, deliverLetter, { letterId: id });
}
