/** Adding a criterion (first the rule, then what it looks at) and changing one. */
import type { ComponentChildren } from "preact";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { listQuestions } from "../../networks/programs/list-questions.ts";
import { programPath } from "../../networks/programs/program.ts";
import { programCrumbs } from "../../networks/programs/program-tabs.tsx";
import { type Context, membershipIn } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Page } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { type AskedQuestion, sourcesOf } from "./answer-source.ts";
import { criteriaWords } from "./criteria.messages.ts";
import { CriterionForm } from "./criterion-form.tsx";
import { type RuleName, ruleNames, type RuleStrength, rules } from "./criterion.ts";
import { criterionTitle } from "./criterion-words.ts";
import { findCriterion } from "./list-criteria.ts";
import { criterionShape, readCriterion } from "./read-criterion.ts";
import { ruleWords } from "./rule.messages.ts";
import { addCriterion, changeCriterion } from "./save-criterion.ts";

const criteriaPath = (organizationId: string, programId: string): string => `${programPath(organizationId, programId)}/criteria`;

async function CriterionPage(
  ctx: Context,
  { organizationId, programId, title }: { organizationId: string; programId: string; title: string },
  children: ComponentChildren,
) {
  const words = criteriaWords(ctx.reader);
  const program = await findProgram(ctx, organizationId, programId);
  const organization = { id: organizationId, name: membershipIn(ctx, organizationId)!.organizationName };
  const crumbs = [...programCrumbs(organization, program), { href: criteriaPath(organizationId, programId), label: words.title }];
  return (
    <Page title={title} audience={words.audience} crumbs={crumbs}>
      {children}
    </Page>
  );
}

/** What the address asks for; a rule that does not fit is as if none was asked for. */
function chosen(query: URLSearchParams): { strength: RuleStrength; rule: RuleName | undefined } {
  const strength = query.get("strength") === "should" ? "should" : "must";
  const rule = ruleNames.find((name) => name === query.get("rule") && rules[name].strengths.includes(strength));
  return { strength, rule };
}

export const newCriterionPage = page("/organizations/:organizationId/programs/:programId/criteria/new", {
  access: coordinators,
  show: async (ctx, { organizationId, programId }, visit) => {
    const words = criteriaWords(ctx.reader);
    const { strength, rule } = chosen(visit.query);
    const questions = await listQuestions(ctx, organizationId, programId);
    const place = { organizationId, programId, title: strength === "must" ? words.addMust : words.addShould };
    if (!rule) return CriterionPage(ctx, place, <RuleOffers at={visit.path} strength={strength} questions={questions} />);
    return CriterionPage(
      ctx,
      { ...place, title: ruleWords(ctx.reader).offers[rule] },
      <CriterionForm
        action={`${visit.path}?strength=${strength}&rule=${rule}`}
        backHref={criteriaPath(organizationId, programId)}
        {...{ strength, rule, questions }}
        refused={visit.refused()}
      />,
    );
  },
  submit: form(criterionShape, async (ctx, { organizationId, programId }, sent, visit) => {
    const { strength, rule } = chosen(visit.query);
    if (!rule) return {};
    const questions = await listQuestions(ctx, organizationId, programId);
    await addCriterion(ctx, organizationId, programId, { strength, rule, ...readCriterion(strength, rule, sent, questions) });
    return { to: criteriaPath(organizationId, programId), notice: criteriaWords(ctx.reader).added };
  }),
});

export const criterionPage = page("/organizations/:organizationId/programs/:programId/criteria/:criterionId", {
  access: coordinators,
  show: async (ctx, { organizationId, programId, criterionId }, visit) => {
    const criterion = await findCriterion(ctx, organizationId, programId, criterionId);
    const questions = await listQuestions(ctx, organizationId, programId);
    const { strength, rule } = criterion;
    return CriterionPage(
      ctx,
      { organizationId, programId, title: criterionTitle(criterion, questions, ctx.reader.language) },
      <CriterionForm
        action={visit.path}
        backHref={criteriaPath(organizationId, programId)}
        {...{ strength, rule, questions, criterion }}
        refused={visit.refused()}
      />,
    );
  },
  submit: form(criterionShape, async (ctx, { organizationId, programId, criterionId }, sent) => {
    const { strength, rule } = await findCriterion(ctx, organizationId, programId, criterionId);
    const questions = await listQuestions(ctx, organizationId, programId);
    await changeCriterion(ctx, organizationId, programId, { id: criterionId, ...readCriterion(strength, rule, sent, questions) });
    return { to: criteriaPath(organizationId, programId), notice: criteriaWords(ctx.reader).changed };
  }),
});

/** The rules that fit what this program's people are asked, each with how many answers it could look at. */
function RuleOffers({ at, strength, questions }: { at: string; strength: RuleStrength; questions: readonly AskedQuestion[] }) {
  const { language } = useReader();
  const words = ruleWords(language);
  const { addLead, notYet } = criteriaWords(language);
  const fitting = ruleNames.filter((rule) => rules[rule].strengths.includes(strength));
  return (
    <>
      <p>{addLead}</p>
      <ul class="criteria">
        {fitting.map((rule) => {
          const { compares } = rules[rule];
          const isPossible = (["mentee", "mentor"] as const).every((side) => sourcesOf(compares, side, questions).length > 0);
          return (
            <li key={rule} class="criterion">
              <h2>{isPossible ? <a href={`${at}?strength=${strength}&rule=${rule}`}>{words.offers[rule]}</a> : words.offers[rule]}</h2>
              <p>{words.offerHints[rule]}</p>
              {!isPossible && <p class="hint">{notYet(words.kinds[compares])}</p>}
            </li>
          );
        })}
      </ul>
    </>
  );
}
