import { sql } from "kysely";
import { createTransport, type Transporter } from "nodemailer";
import { type App, asSystem, type Context } from "../context.ts";
import { job } from "../jobs.ts";

const transports = new Map<string, Transporter>();
function transportTo(smtpUrl: string): Transporter {
  let transport = transports.get(smtpUrl);
  if (!transport)
    transports.set(smtpUrl, (transport = createTransport(smtpUrl, { connectionTimeout: 20_000, socketTimeout: 60_000 } as never)));
  return transport;
}

/** `.example` is nobody's (RFC 2606): the people of the demo live there. */
const isInvented = (address: string): boolean => /[@.]example$/i.test(address);

/** A letter of a demo, or about the account of somebody invented: whoever plays her may have given any address. */
async function isOfDemo(ctx: Context, { organization_id, person_id }: { organization_id: string | null; person_id: string | null }) {
  const { rows } = await sql<{ organization: boolean | null; email: string | null }>`
    select (select is_demo from organization where id = ${organization_id}::uuid) as organization,
      (select email::text from auth.person where id = ${person_id}::uuid) as email`.execute(ctx.db);
  return rows[0]!.organization === true || isInvented(rows[0]!.email ?? "");
}

/** The receiving server says that it will never take this letter (RFC 5321, 4.2.1: a reply that begins with 5). */
const isRefusedForGood = (error: unknown): boolean => {
  const { responseCode, command = "" } = error as { responseCode?: number; command?: string };
  // A wrong password of ours is not the letter's fault.
  return responseCode !== undefined && responseCode >= 500 && !command.startsWith("AUTH");
};

/**
 * Hands one letter to the mail server, at least once, always with the same Message-ID, by which a second copy is recognized.
 * Without a mail server (and for a demo, always) it is kept where the installation's owner reads it.
 */
export const deliverLetter = job<{ letterId: string }>("letters.deliver", {
  atOnce: 4,
  retryLimit: 12,
  retryDelaySeconds: 15,
  async run(app: App, { letterId }) {
    const letter = await asSystem(app, async (ctx) => {
      const row = await ctx.db.selectFrom("letter").selectAll().where("id", "=", letterId).executeTakeFirst();
      if (!row || !["queued", "failed"].includes(row.state)) return undefined;
      const keep = async (state: "kept" | "unsubscribed"): Promise<undefined> => {
        await ctx.db.updateTable("letter").set({ state, sent_at: ctx.now }).where("id", "=", letterId).execute();
        return undefined;
      };
      if (row.organization_id !== null && row.person_id !== null) {
        const refusal = await ctx.db
          .selectFrom("unsubscription")
          .select("kind")
          .where("organization_id", "=", row.organization_id)
          .where("person_id", "=", row.person_id)
          .where("kind", "=", row.kind)
          .executeTakeFirst();
        if (refusal) return keep("unsubscribed");
      }
      if (!app.settings.smtpUrl || isInvented(row.to_address) || (await isOfDemo(ctx, row))) return keep("kept");
      return row;
    });
    if (!letter || !app.settings.smtpUrl) return;

    const host = new URL(app.settings.publicUrl).hostname;
    try {
      await transportTo(app.settings.smtpUrl).sendMail({
        from: app.settings.mailFrom,
        to: letter.to_name ? { name: letter.to_name, address: letter.to_address } : letter.to_address,
        ...(letter.reply_to && { replyTo: letter.reply_to }),
        subject: letter.subject,
        text: letter.text_body,
        html: letter.html_body,
        ...(letter.calendar_method && {
          icalEvent: { method: letter.calendar_method, content: letter.calendar_body ?? "", filename: "invite.ics" },
        }),
        messageId: `<${letter.id}@${host}>`,
        date: letter.created_at,
        headers: {
          "auto-submitted": "auto-generated",
          ...(letter.unsubscribe_token && {
            "list-unsubscribe": `<${app.settings.publicUrl}/unsubscribe/${letter.unsubscribe_token}>`,
            "list-unsubscribe-post": "List-Unsubscribe=One-Click",
          }),
        },
      });
    } catch (error) {
      const state = isRefusedForGood(error) ? "bounced" : "failed";
      await asSystem(app, (ctx) =>
        ctx.db
          .updateTable("letter")
          .set((eb) => ({ state, attempts: eb("attempts", "+", 1), last_error: (error as Error).message.slice(0, 500) }))
          .where("id", "=", letterId)
          .execute(),
      );
      if (state === "bounced") return;
      throw error;
    }
    await asSystem(app, (ctx) =>
      ctx.db
        .updateTable("letter")
        .set((eb) => ({
          state: "sent",
          sent_at: ctx.now,
          last_error: null,
          text_body: "",
          calendar_method: null,
          calendar_body: null,
          html_body: "",
          attempts: eb("attempts", "+", 1),
        }))
        .where("id", "=", letterId)
        .execute(),
    );
  },
});
