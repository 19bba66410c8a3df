import { asSystem, type App, type Context, inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import type { Letter } from "../../platform/letters/letter.ts";
import { writeOnce } from "../letters/write-once.ts";
import { remindAt, type Side } from "../offers/offer.ts";
import { findRequest, type RequestWithPeople } from "./find-request.ts";
import { fitOf } from "./pair-fit.ts";
import { questionAnsweredLetter, questionLetter, requestLetter, requestReminder } from "./request-letters.email.ts";

export interface OfRequest {
  organizationId: string;
  programId: string;
  requestId: string;
}
type To = { request: RequestWithPeople; side: Side; href: string };

export const requestPath = ({ organizationId, id }: Pick<RequestWithPeople, "organizationId" | "id">): string =>
  `/organizations/${organizationId}/requests/${id}`;

export function writeTo(
  ctx: Context,
  request: RequestWithPeople,
  side: Side,
  {
    occasion,
    destination,
    kind = "offer",
    letter,
  }: { occasion: string; destination?: string; kind?: "offer" | "answer"; letter: (to: To) => Letter },
): Promise<void> {
  return writeOnce(ctx, {
    organizationId: request.organizationId,
    organizationName: request.organizationName,
    programId: request.programId,
    to: request[side],
    kind,
    occasion: `request ${request.id} ${occasion}`,
    destination: destination ?? requestPath(request),
    letter: (href) => letter({ request, side, href }),
  });
}

export const writeRequest = job<OfRequest>("requests.write-request", {
  atOnce: 2,
  run: (app, { organizationId, programId, requestId }) =>
    inOrganization(app, organizationId, async (ctx) => {
      const request = await findRequest(ctx, organizationId, requestId);
      if (request.state !== "open") return;
      const [menteeId, mentorId] = [request.mentee.participantId, request.mentor.participantId];
      const { reasons } = await fitOf(ctx, { organizationId, programId, menteeId, mentorId });
      await writeTo(ctx, request, "mentor", { occasion: "made", letter: (to) => requestLetter(to, reasons) });
      // The letter is also the invitation of a mentor who was only imported until now.
      await ctx.db
        .updateTable("participant")
        .set({ invited_at: ctx.now })
        .where("organization_id", "=", organizationId)
        .where("id", "=", mentorId)
        .where("invited_at", "is", null)
        .execute();
    }),
});

export const writeQuestion = job<OfRequest>("requests.write-question", {
  run: (app, { organizationId, requestId }) =>
    inOrganization(app, organizationId, async (ctx) => {
      const request = await findRequest(ctx, organizationId, requestId);
      if (request.state === "open") await writeTo(ctx, request, "mentee", { occasion: "asked", letter: questionLetter });
    }),
});

export const writeQuestionAnswered = job<OfRequest>("requests.write-question-answered", {
  run: (app, { organizationId, requestId }) =>
    inOrganization(app, organizationId, async (ctx) => {
      const request = await findRequest(ctx, organizationId, requestId);
      if (request.state === "open") await writeTo(ctx, request, "mentor", { occasion: "answered", letter: questionAnsweredLetter });
    }),
});

/** Half of the time is over: a mentor who has not answered is asked once more. */
export const remindOfRequests = job<object>("requests.remind", {
  schedule: "*/15 * * * *",
  atOnce: 1,
  run: (app) => remindDueRequests(app),
});

export async function remindDueRequests(app: App): Promise<void> {
  const organizations = await asSystem(app, ({ db }) => db.selectFrom("organization").select("id").execute());
  for (const { id: organizationId } of organizations) {
    const open = await inOrganization(app, organizationId, ({ db }) =>
      db
        .selectFrom("request")
        .select(["id", "created_at", "answer_by"])
        .where("organization_id", "=", organizationId)
        .where("state", "=", "open")
        .where("reminded_at", "is", null)
        .execute(),
    );
    for (const { id, created_at, answer_by } of open) {
      if (remindAt(created_at, answer_by) > app.now()) continue;
      await inOrganization(app, organizationId, async (ctx) => {
        const marked = await ctx.db
          .updateTable("request")
          .set({ reminded_at: ctx.now })
          .where("organization_id", "=", organizationId)
          .where("id", "=", id)
          .where("state", "=", "open")
          .where("reminded_at", "is", null)
          .executeTakeFirst();
        if (!marked.numUpdatedRows) return;
        await writeTo(ctx, await findRequest(ctx, organizationId, id), "mentor", { occasion: "reminder", letter: requestReminder });
      });
    }
  }
}
