import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { listQuestions } from "../../networks/programs/list-questions.ts";
import { programPath } from "../../networks/programs/program.ts";
import { programCrumbs } from "../../networks/programs/program-tabs.tsx";
import { type Context, membershipIn } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { choice, optionalText, wholeNumber } from "../../platform/form-fields.ts";
import { page } from "../../platform/page.ts";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { RadioGroup } from "../../ui/choices.tsx";
import { Details } from "../../ui/details.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { NumberField, TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatDay, formatNumber, formatShare } from "../../ui/formats.ts";
import { Page } from "../../ui/layout.tsx";
import { clockOf } from "../criteria/clock-day.ts";
import { countAnswers } from "../criteria/count-answers.ts";
import { criterionTitle } from "../criteria/criterion-words.ts";
import { listCriteria } from "../criteria/list-criteria.ts";
import { findMode } from "../modes/find-mode.ts";
import { hasRounds, isAskingOpen } from "../modes/mode.ts";
import { listCandidates, takingPart, withBothParts } from "./list-candidates.ts";
import { ObjectiveFields } from "./objective-fields.tsx";
import { countRanked, objectivesOf } from "./offered-objectives.ts";
import { readPicked } from "./read-picked.ts";
import { readSettings, settingsShape } from "./read-settings.ts";
import { roundsWords } from "./rounds.messages.ts";
import { largestSeed, newSeed, startRound } from "./start-round.ts";

const roundShape = settingsShape.extend({
  who: choice(["ready", "everyone", "picked"]),
  mentees: optionalText(200_000),
  mentors: optionalText(200_000),
  seed: wholeNumber(1, largestSeed),
});

export const newRoundPage = page("/organizations/:organizationId/programs/:programId/rounds/new", {
  access: coordinators,
  show: async (ctx, { organizationId, programId }, visit) => {
    const words = roundsWords(ctx.reader);
    const { language } = ctx.reader;
    const program = await findProgram(ctx, organizationId, programId);
    const candidates = await listCandidates(ctx, organizationId, programId);
    const ready = takingPart(candidates, { who: "ready" });
    const everyone = takingPart(candidates, { who: "everyone" });
    const figures = (part: typeof ready): [string, string, string] => [
      formatNumber(language, part.mentees.length),
      formatNumber(language, part.mentors.length),
      formatNumber(language, part.places),
    ];
    const isPeer = program.format === "peer";
    const hintOf = (part: typeof ready, say: typeof words.everyoneHint): string =>
      isPeer ? words.peersHint(formatNumber(language, withBothParts(part).mentees.length)) : say(...figures(part));
    const at = programPath(organizationId, programId);
    const crumbs = [
      ...programCrumbs({ id: organizationId, name: membershipIn(ctx, organizationId)!.organizationName }, program),
      { href: `${at}/rounds`, label: words.title },
    ];
    if (everyone.mentees.length === 0 || everyone.mentors.length === 0) {
      return (
        <Page title={words.newTitle} crumbs={crumbs} audience={words.audience}>
          <EmptyState title={words.nobodyYet} action={<ButtonLink href={`${at}/participants`}>{words.toPeople}</ButtonLink>}>
            {words.nobodyYetText}
          </EmptyState>
        </Page>
      );
    }
    const stillAsking = await whileAsking(ctx, organizationId, programId);
    return (
      <Page title={words.newTitle} lead={words.newLead} audience={words.audience} crumbs={crumbs}>
        {(await warnings(ctx, organizationId, programId, ready)).map((warning) => (
          <Callout key={warning} kind="warn">
            <p>
              {warning} <a href={`${at}/criteria`}>{words.toCriteria}</a>
            </p>
          </Callout>
        ))}
        {stillAsking && (
          <Callout kind="warn" title={stillAsking.title}>
            <p>{stillAsking.text}</p>
            <p>
              <a href={`${at}/requests/overview`}>{words.toRequests}</a>
            </p>
          </Callout>
        )}
        <Form action={visit.path} {...visit.refused()}>
          <RadioGroup
            name="who"
            label={words.who}
            value={ready.mentees.length > 0 && ready.mentors.length > 0 ? "ready" : "everyone"}
            options={[
              { value: "ready", label: words.ready, hint: hintOf(ready, words.readyHint) },
              { value: "everyone", label: words.everyone, hint: hintOf(everyone, words.everyoneHint) },
              { value: "picked", label: words.picked, hint: words.pickedHint },
            ]}
          />
          <Details summary={words.picked} open={visit.refused()?.values["who"]?.includes("picked") ?? false}>
            <TextArea name="mentees" label={isPeer ? words.peersList : words.menteesList} rows={4} />
            {!isPeer && <TextArea name="mentors" label={words.mentorsList} rows={4} />}
          </Details>
          <ObjectiveFields
            {...await objectivesOf(ctx, organizationId, programId)}
            ranked={{ people: await countRanked(ctx, organizationId, programId, everyone), of: everyone.mentees.length }}
            chosen={visit.refused()?.values["objective"]?.[0]}
          />
          <NumberField name="seed" label={words.seed} hint={words.seedHint} min={1} max={largestSeed} value={newSeed()} required />
          <Buttons>
            <Button>{words.start}</Button>
          </Buttons>
        </Form>
      </Page>
    );
  },
  submit: form(roundShape, async (ctx, { organizationId, programId }, sent) => {
    const { who, objective, seed } = sent;
    const { dimensions, ...offered } = await objectivesOf(ctx, organizationId, programId);
    const settings = readSettings(sent, { ...offered, dimensionIds: dimensions.map(({ id }) => id) });
    const candidates = who === "picked" ? await listCandidates(ctx, organizationId, programId) : [];
    const chosen =
      who === "picked" ? { who, ...readPicked(candidates, objective === "peers" ? { ...sent, mentors: sent.mentees } : sent) } : { who };
    const roundId = await startRound(ctx, organizationId, programId, { chosen, objective, settings, seed });
    return { to: `${programPath(organizationId, programId)}/rounds/${roundId}`, notice: roundsWords(ctx.reader).started };
  }),
});

/** In a mixed program whose mentees may still ask: who is left to her asking, and what a round now would take from the others. */
async function whileAsking(ctx: Context, organizationId: string, programId: string): Promise<{ title: string; text: string } | undefined> {
  const mode = await findMode(ctx, organizationId, programId);
  const { today } = await clockOf(ctx, organizationId, programId);
  if (!hasRounds(mode) || !isAskingOpen(mode, today)) return undefined;
  const { waiting } = await ctx.db
    .selectFrom("request")
    .select(({ fn }) => fn.count<number>("mentee_id").distinct().as("waiting"))
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("state", "=", "open")
    .executeTakeFirstOrThrow();
  const { language } = ctx.reader;
  const words = roundsWords(language);
  return {
    title: words.stillAsking(mode.askingUntil && formatDay(language, mode.askingUntil)),
    text: `${words.leftToAsking(waiting, formatNumber(language, waiting))} ${words.takesPlaces}`,
  };
}

/** What the coordinator should know before she runs it. */
async function warnings(ctx: Context, organizationId: string, programId: string, ready: ReturnType<typeof takingPart>): Promise<string[]> {
  const words = roundsWords(ctx.reader);
  const { language } = ctx.reader;
  const criteria = await listCriteria(ctx, organizationId, programId);
  const questions = await listQuestions(ctx, organizationId, programId);
  const answers = await countAnswers(ctx, organizationId, programId);
  const said: string[] = [];
  const mentees = ready.mentees.length;
  if (mentees > 0 && ready.places < mentees) said.push(words.placesFor(formatShare(language, ready.places / mentees)));
  if (!criteria.some(({ strength, weight }) => strength === "should" && weight > 0)) said.push(words.noCriteria);
  for (const criterion of criteria) {
    if (criterion.strength !== "must" || criterion.settings.missing !== "refuse") continue;
    const lacking = answers.people.mentee - answers.of(criterion.settings.mentee).mentee;
    if (lacking > 0) {
      said.push(words.refuses(lacking, formatNumber(language, lacking), criterionTitle(criterion, questions, language)));
    }
  }
  return said;
}
