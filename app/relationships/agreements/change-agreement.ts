import { z } from "zod";
import type { PersonalContext } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { optionalText, says, wholeNumber } from "../../platform/form-fields.ts";
import { formWords } from "../../platform/form.messages.ts";
import { announce } from "../../platform/facts.ts";
import { formatList } from "../../ui/formats.ts";
import { lockRelationship, type OneRelationship } from "../life/find-life.ts";
import { mustBeOpen, personOf } from "../sessions/may-plan.ts";
import { changedSections, joinChanges, longestText } from "./agreement.ts";
import { agreementWords } from "./agreements.messages.ts";
import { askForSignature } from "./ask-for-signature.ts";
import { findAgreement, findVersion } from "./find-agreement.ts";
import { titlesOf } from "./section-title.ts";
import { keepDraft, writeVersion } from "./write-version.ts";

const fieldOfText = "text.";
const numbers = z.object({ seen: wholeNumber(0, 999_999), shown: wholeNumber(0, 999_999) });
const sectionText = optionalText(longestText);

/** `seen`: the version that she began to write on; `shown`: the one that stood beside it when she sent it. */
export const agreementShape = z.record(z.string(), z.unknown()).transform((sent, issues) => {
  const known = numbers.safeParse(sent);
  if (!known.success) {
    issues.addIssue({ code: "custom", message: "", ...says((language) => formWords(language).invalid) });
    return z.NEVER;
  }
  const texts = new Map<string, string>();
  for (const [name, value] of Object.entries(sent)) {
    if (!name.startsWith(fieldOfText)) continue;
    const read = sectionText.safeParse(value);
    if (read.success) texts.set(name.slice(fieldOfText.length), read.data);
    else issues.addIssue({ code: "custom", message: "", path: [name], ...says((language) => formWords(language).tooLong(longestText)) });
  }
  return { ...known.data, texts };
});

export const textField = (key: string): string => fieldOfText + key;

export interface Changed {
  /** Sections that somebody else changed meanwhile; undefined where nothing was changed. */
  readonly theirs: readonly string[] | undefined;
}

/** Makes a new version of the agreement; what others changed meanwhile stays, or is shown first. */
export async function changeAgreement(
  ctx: PersonalContext,
  its: OneRelationship,
  { seen, shown, texts }: z.output<typeof agreementShape>,
): Promise<Changed> {
  const relationship = await lockRelationship(ctx, its);
  const me = personOf(relationship, ctx.actor.personId);
  mustBeOpen(relationship);
  const current = await findAgreement(ctx, relationship);
  const before = seen === current.number ? current : ((await findVersion(ctx, relationship, seen)) ?? current);
  const { sections, theirs, both } = joinChanges(before.sections, current.sections, texts);
  if (both.length > 0 && shown !== current.number)
    throw new Conflict((language) =>
      agreementWords(language).clash(
        formatList(
          language,
          titlesOf(language, current.sections, both).map((title) => `“${title}”`),
        ),
      ),
    );
  if (changedSections(current.sections, sections).length === 0) return { theirs: undefined };
  const version = (await keepDraft(ctx, relationship, current)) + 1;
  await writeVersion(ctx, relationship, { number: version, sections, by: me.personId });
  await announce(ctx, "agreement.changed", { ...its, version });
  const signed = current.signatures.map(({ personId }) => personId).filter((personId) => personId !== me.personId);
  await askForSignature(ctx, relationship, { version, personIds: signed, what: "changed", by: me.name });
  return { theirs };
}
