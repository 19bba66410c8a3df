import { z } from "zod";
import type { PersonalContext } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { formatDay } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { OwnWords } from "../../ui/own-words.tsx";
import { Tags } from "../../ui/tags.tsx";
import { ReportButton } from "../concerns/report-button.tsx";
import { takeSnapshot } from "../concerns/take-snapshot.ts";
import { findRelationship } from "../life/find-life.ts";
import { isOpen } from "../life/life.ts";
import { peopleOfTheRelationship } from "../pairs/access.ts";
import { pairCrumbs, PairTabs } from "../pairs/pair-tabs.tsx";
import { standpointOf } from "../sessions/title-of.ts";
import { decideGoal, decisionShape } from "./decide-goal.ts";
import { findGoal, listLevels, listSteps } from "./find-goals.ts";
import { goalPath, goalsPath } from "./goal-paths.ts";
import { GoalProgress } from "./goal-progress.tsx";
import { GoalSteps } from "./goal-steps.tsx";
import { isHers, isScaleWhole, levels, mayChange } from "./goal.ts";
import { goalWords } from "./goals.messages.ts";
import { signed } from "./latest-level.tsx";
import { levelShape, noteLevel } from "./note-level.ts";
import { addStep, stepShape, tickShape, tickStep } from "./take-steps.ts";

/** One goal: what it is, how far it is, and what is done next. */
export const goalPage = page("/organizations/:organizationId/relationships/:relationshipId/goals/:goalId", {
  access: peopleOfTheRelationship,
  async show(ctx, its, visit) {
    const { language } = ctx.reader;
    const words = goalWords(language);
    const relationship = await findRelationship(ctx, its);
    const { me, names, title } = standpointOf(ctx, relationship, ctx.actor.personId);
    const goal = await findGoal(ctx, relationship, me, its.goalId);
    const noted = await listLevels(ctx, its.organizationId, [goal.id]);
    const steps = await listSteps(ctx, its.organizationId, goal.id);
    const owner = relationship.people.find(({ participantId }) => participantId === goal.participantId);
    const isMine = isHers(me, goal);
    const mayWrite = isOpen(relationship);
    const path = goalPath(its.organizationId, its.relationshipId, goal.id);
    const latest = noted.at(-1);
    const decide = visit.refused("decide");
    const hers = relationship.people.filter(
      ({ personId, participantId, role }) => personId === me.personId || participantId === goal.participantId || role === "mentor",
    );
    const decisions = mayWrite && isMine && (
      <div class="buttons">
        {goal.state !== "agreed" && isScaleWhole(goal.scale) && (
          <ActButton action={visit.path} act="decide" fields={{ decision: "agreed" }} kind="primary">
            {goal.state === "aside" ? words.takeUp : words.agree}
          </ActButton>
        )}
        {goal.state !== "aside" && (
          <ActButton action={visit.path} act="decide" fields={{ decision: "aside" }} kind="quiet">
            {words.putAside}
          </ActButton>
        )}
      </div>
    );
    return (
      <Page
        title={goal.title}
        audience={
          relationship.format !== "group"
            ? words.audience(names)
            : isMine
              ? words.audienceAlone
              : words.audience(owner?.name ?? words.somebody)
        }
        crumbs={[...pairCrumbs(its, title, words.myPage), { href: goalsPath(its.organizationId, its.relationshipId), label: words.title }]}
        actions={
          mayWrite &&
          mayChange(me, goal) && (
            <ButtonLink href={`${path}/change`} kind="plain">
              {words.change}
            </ButtonLink>
          )
        }
      >
        <PairTabs {...its} format={relationship.format} current="goals" />
        {decide?.errors[""] && <Callout kind="warn" title={decide.errors[""]} />}
        {goal.state === "proposed" && (
          <Callout>
            {!isScaleWhole(goal.scale)
              ? words.waitsForScale
              : isMine
                ? words.waitsForYou
                : words.waitsForHer(owner?.name ?? words.somebody)}
          </Callout>
        )}
        {/* What is agreed is not asked about anew: setting it aside stands at the end. */}
        {goal.state !== "agreed" && decisions}
        {goal.hope !== "" && (
          <Section title={isMine ? words.yourWords : words.hersWords}>
            <OwnWords text={goal.hope} />
          </Section>
        )}
        <Section title={words.scaleTitle}>
          <DescriptionList
            items={levels.map((level) => ({
              name: `${signed(level)}${latest?.level === level ? ` (${words.now})` : ""}`,
              value: goal.scale[level + 2] ? <bdi>{goal.scale[level + 2]}</bdi> : "–",
            }))}
          />
          {goal.dueOn !== null && <p>{words.due(formatDay(language, goal.dueOn))}</p>}
          {goal.skills.length > 0 && <Tags tags={goal.skills} />}
        </Section>
        {goal.state !== "proposed" && (
          <GoalProgress
            goal={goal}
            noted={noted}
            timeZone={me.timeZone}
            mayNote={mayWrite && goal.state === "agreed"}
            action={visit.path}
            refused={visit.refused("note")}
          />
        )}
        <GoalSteps
          steps={steps}
          people={hers.toSorted((a, b) => Number(b.personId === me.personId) - Number(a.personId === me.personId))}
          mayWrite={mayWrite}
          action={visit.path}
          refused={visit.refused("step")}
        />
        {goal.state === "agreed" && decisions}
        <ReportButton action={visit.path} />
      </Page>
    );
  },
  acts: {
    report: form(z.object({}), async (ctx: PersonalContext, its) => {
      const relationship = await findRelationship(ctx, its);
      const { me } = standpointOf(ctx, relationship, ctx.actor.personId);
      const goal = await findGoal(ctx, relationship, me, its.goalId);
      const noted = await listLevels(ctx, its.organizationId, [goal.id]);
      const steps = await listSteps(ctx, its.organizationId, goal.id);
      const parts = [goal.title, goal.hope, ...goal.scale, ...noted.map(({ word }) => word), ...steps.map(({ words }) => words)];
      return {
        to: await takeSnapshot(ctx, its.organizationId, { kind: "goal", parts, relationshipId: its.relationshipId, aboutId: null }),
      };
    }),
    decide: form(decisionShape, async (ctx: PersonalContext, its, sent) => {
      await decideGoal(ctx, its, sent);
      const words = goalWords(ctx.reader);
      return { notice: sent.decision === "agreed" ? words.agreedNow : words.asideNow };
    }),
    note: form(levelShape, async (ctx: PersonalContext, its, sent) => {
      await noteLevel(ctx, its, sent);
      return { notice: goalWords(ctx.reader).noted };
    }),
    step: form(stepShape, async (ctx: PersonalContext, its, sent) => {
      await addStep(ctx, its, sent);
      return { notice: goalWords(ctx.reader).stepAdded };
    }),
    tick: form(tickShape, (ctx: PersonalContext, its, sent) => tickStep(ctx, its, sent)),
  },
});
