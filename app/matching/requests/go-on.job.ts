import { type App, type Context, inOrganization } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { job } from "../../platform/jobs.ts";
import { listChoicesOf } from "./list-choices-of.ts";
import { findRequest, type RequestWithPeople } from "./find-request.ts";
import { makeRequest } from "./make-request.ts";
import { fallsOn } from "./request.ts";
import { closedToMentee, closedToMentor, type WhatNext } from "./request-letters.email.ts";
import { type OfRequest, requestPath, writeTo } from "./write-request-letters.job.ts";

/** After a request was closed: the mentee's next choice is asked where she wished for it, and both are told what happens now. */
export const goOn = job<OfRequest>("requests.go-on", { run: (app, payload) => goOnAfter(app, payload) });

export async function goOnAfter(app: App, { organizationId, programId, requestId }: OfRequest): Promise<void> {
  const here = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, organizationId, work);
  const request = await here((ctx) => findRequest(ctx, organizationId, requestId));
  if (request.state === "open" || request.state === "accepted") return;
  const whatNext = fallsOn(request) ? await askNext(app, request) : ({ kind: "up-to-her" } as const);
  await here(async (ctx) => {
    const own = `/organizations/${organizationId}/programs/${programId}/requests`;
    // Who ended it herself knows it.
    if (!tellsMentee(request)) return;
    const destination = whatNext.kind === "asked" ? requestPath(whatNext.next) : own;
    await writeTo(ctx, request, "mentee", {
      occasion: "closed mentee",
      kind: "answer",
      destination,
      letter: (to) => closedToMentee(to, whatNext),
    });
  });
  await here(async (ctx) => {
    if (!tellsMentor(request)) return;
    const destination = `/organizations/${organizationId}/programs/${programId}/requests`;
    await writeTo(ctx, request, "mentor", { occasion: "closed mentor", kind: "answer", destination, letter: closedToMentor });
  });
}

const tellsMentee = ({ state, withdrawnBecause, mentee }: RequestWithPeople): boolean =>
  !mentee.hasLeft && (state !== "withdrawn" || (withdrawnBecause !== "mentee" && withdrawnBecause !== "found-somebody"));
const tellsMentor = ({ state, withdrawnBecause, mentor }: RequestWithPeople): boolean =>
  !mentor.hasLeft &&
  (state === "expired" || (state === "withdrawn" && withdrawnBecause !== "mentor-full" && withdrawnBecause !== "mentor-paused"));

/**
 * The first on her list who can be asked is asked, with the same words. Each try is a transaction of its own, since each holds
 * another mentor. The job may be delivered twice: one request is followed once.
 */
async function askNext(app: App, request: RequestWithPeople): Promise<WhatNext> {
  const { organizationId, programId, id } = request;
  const here = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, organizationId, work);
  const followed = (ctx: Context) =>
    ctx.db.selectFrom("request").select("id").where("organization_id", "=", organizationId).where("follows", "=", id).executeTakeFirst();
  const menteeId = request.mentee.participantId;
  const before = await here(followed);
  if (before) return { kind: "asked", next: await here((ctx) => findRequest(ctx, organizationId, before.id)) };
  for (const mentorId of await here((ctx) => listChoicesOf(ctx, organizationId, programId, menteeId))) {
    const asked = await here((ctx) =>
      makeRequest(ctx, { organizationId, programId, menteeId, mentorId, words: request.words, fallsOn: true, follows: id }),
    ).catch((error: unknown) => {
      if (error instanceof Conflict) return undefined;
      throw error;
    });
    if (asked !== undefined) return { kind: "asked", next: await here((ctx) => findRequest(ctx, organizationId, asked)) };
  }
  return { kind: "nobody-left" };
}
