import { answerOnce, contentHash } from "../answered-form.ts";
import { inRequest } from "../context.ts";
import { Invalid, isConflictOrNotAllowed, NotAllowed, TooMuch } from "../errors.ts";
import type { Answer, Form } from "../form.ts";
import { formWords } from "../form.messages.ts";
import { isId } from "../identifiers.ts";
import type { Page } from "../page.ts";
import { readForm, sentencesOf, type Unread } from "../read-form.ts";
import { securityHeaders } from "../security-headers.ts";
import type { Asked } from "./asked.ts";
import { leave, type Pages } from "./pages.ts";

export const megabyte = 1 << 20;

/** The page again, with a sentence over its first form, where what was sent was not even looked at. */
export function sendBack(pages: Pages, route: Page, request: Asked, unread: Unread, maxSize: number): Promise<Response> {
  const words = formWords(request.language);
  const { sentence, status } = {
    large: { sentence: words.tooLarge(Math.round(maxSize / megabyte)), status: 413 },
    unreadable: { sentence: words.unknownAct, status: 400 },
    unkeepable: { sentence: words.unusable, status: 422 },
  }[unread];
  return pages.show(route, request, Object.keys(route.acts)[0], { errors: { "": sentence }, values: {} }, status);
}

/** Does what a form asks for, once; or shows the page again with what was typed, and why not. */
export async function answerForm(pages: Pages, route: Page, request: Asked, maxSize: number): Promise<Response> {
  const content = await readForm(request.c.req);
  if (typeof content === "string") return sendBack(pages, route, request, content, maxSize);
  const hidden = (name: string, otherwise: string): string => {
    const value = content.get(name);
    return typeof value === "string" ? value : otherwise;
  };
  const act = hidden("act", "submit");
  const key = hidden("formKey", "");
  for (const name of ["act", "formKey"]) content.delete(name);
  const definition = Object.hasOwn(route.acts, act) ? route.acts[act] : undefined;
  const sent = Map.groupBy(content, ([name]) => name);
  const fields = Object.fromEntries([...sent].map(([name, all]) => [name, all.map(([, value]) => value)]));
  const values = Object.fromEntries(Object.entries(fields).map(([name, all]) => [name, all.filter((value) => typeof value === "string")]));
  // A script that sends in the background wants to know what came of it, not the page.
  const isInBackground = request.c.req.header("accept") === "application/json";
  const back = async (errors: Record<string, string>, status: number) =>
    isInBackground ? answerScript({ errors }, status) : pages.show(route, request, act, { errors, values }, status);
  if (!definition) return back({ "": formWords(request.language).unknownAct }, 422);

  try {
    const outcome = await inRequest(pages.app, pages.entryOf(request, route), async (ctx) => {
      const away = await pages.admit(ctx, route, request);
      if (away && isInBackground) return answerScript({}, 401);
      if (away && !ctx.actor && canBeKept(content))
        return pages.signedOut(request, ctx, {
          path: request.url.pathname + request.url.search,
          act: act === "submit" ? undefined : act,
          formKey: key,
          values,
        });
      if (away) return leave(away);
      const parsed = definition.shape.safeParse(fields);
      if (!parsed.success) throw new Invalid(sentencesOf(parsed.error.issues));
      const work = async (): Promise<Answer> =>
        (await (definition as Form<unknown, unknown>).answer(ctx, request.params, parsed.data as never, pages.visitOf(request))) ?? {};
      const answer =
        definition.isRepeatable || !isId(key)
          ? await work()
          : await answerOnce(ctx, key, await contentHash(pages.app.settings.secret, `${request.url.pathname}\0${act}`, content), work);
      if (answer.refusal) return answer.refusal;
      if (isInBackground) return answerScript({ notice: answer.notice ?? "" }, 200);
      return leave(
        { to: answer.to ?? request.url.pathname + request.url.search, ...(answer.cookies && { cookies: answer.cookies }) },
        answer.notice,
      );
    });
    if (outcome instanceof Error) throw outcome;
    return outcome;
  } catch (error) {
    // The page is shown anew, with what was typed. What was thrown inside took its transaction with it.
    const { reader } = await pages.whoAsks(request);
    if (error instanceof Invalid)
      return back(Object.fromEntries(Object.entries(error.fields).map(([field, sentence]) => [field, sentence(reader.language)])), 422);
    if (isConflictOrNotAllowed(error))
      return back({ "": error.sentence(reader.language) }, error instanceof NotAllowed ? 403 : error instanceof TooMuch ? 429 : 409);
    throw error;
  }
}

/** Words and choices; files are chosen again, and a password is never written into a page. */
const canBeKept = (content: FormData): boolean =>
  [...content].length > 0 && [...content].every(([name, value]) => typeof value === "string" && !/password|secret|code/i.test(name));

const answerScript = (content: object, status: number): Response =>
  Response.json(content, { status, headers: { ...securityHeaders, "cache-control": "no-store" } });
