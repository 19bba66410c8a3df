import type { Context } from "../../platform/context.ts";
import { Callout } from "../../ui/callout.tsx";
import { formatDeadline } from "../../ui/formats.ts";
import { useReader } from "../../ui/reader.ts";
import type { Asking } from "./make-request.ts";
import { requestWords } from "./requests.messages.ts";

/** Her own request to this mentor that waits, or was declined. */
export interface Asked {
  readonly id: string;
  readonly state: "open" | "declined";
  readonly answerBy: Date;
}

/** Whether this mentee has asked this mentor already: then the way leads to that request, not to another one. */
export async function findAsked(ctx: Context, { organizationId, programId, menteeId, mentorId }: Asking): Promise<Asked | undefined> {
  const row = await ctx.db
    .selectFrom("request")
    .select(["id", "state", "answer_by"])
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("mentee_id", "=", menteeId)
    .where("mentor_id", "=", mentorId)
    .where("state", "in", ["open", "declined"])
    .orderBy("created_at", "desc")
    .executeTakeFirst();
  return row && { id: row.id, state: row.state === "open" ? "open" : "declined", answerBy: row.answer_by };
}

/** How that request stands, and the way to it. */
export function AskedCallout({ asked, mentor, organizationId }: { asked: Asked; mentor: string; organizationId: string }) {
  const reader = useReader();
  const { ask, page } = requestWords(reader.language);
  return (
    <Callout title={ask.already(mentor)}>
      <p>
        {asked.state === "open" ? page.waits(mentor, formatDeadline(reader, asked.answerBy)) : page.declined.mentee(mentor)}{" "}
        <a href={`/organizations/${organizationId}/requests/${asked.id}`}>{page.toNext}</a>
      </p>
    </Callout>
  );
}
