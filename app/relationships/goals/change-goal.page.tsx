import type { PersonalContext } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Form } from "../../ui/form.tsx";
import { Page } from "../../ui/layout.tsx";
import { findRelationship } from "../life/find-life.ts";
import { peopleOfTheRelationship } from "../pairs/access.ts";
import { pairCrumbs, PairTabs } from "../pairs/pair-tabs.tsx";
import { standpointOf } from "../sessions/title-of.ts";
import { findGoal, hopedSkills, listLevels } from "./find-goals.ts";
import { GoalFields } from "./goal-fields.tsx";
import { goalPath, goalsPath } from "./goal-paths.ts";
import { isHers, isScaleFixed, mayChange } from "./goal.ts";
import { goalWords } from "./goals.messages.ts";
import { changeGoal, goalShape } from "./save-goal.ts";

export const changeGoalPage = page("/organizations/:organizationId/relationships/:relationshipId/goals/:goalId/change", {
  access: peopleOfTheRelationship,
  async show(ctx, its, visit) {
    const words = goalWords(ctx.reader);
    const relationship = await findRelationship(ctx, its);
    const { me, title, names } = standpointOf(ctx, relationship, ctx.actor.personId);
    const goal = await findGoal(ctx, relationship, me, its.goalId);
    const owner = relationship.people.find(({ participantId }) => participantId === goal.participantId);
    const noted = await listLevels(ctx, its.organizationId, [goal.id]);
    const refused = visit.refused();
    const path = goalPath(its.organizationId, its.relationshipId, goal.id);
    return (
      <Page
        title={words.changeTitle}
        audience={relationship.format === "group" && isHers(me, goal) ? words.audienceAlone : words.audience(names)}
        crumbs={[
          ...pairCrumbs(its, title, words.myPage),
          { href: goalsPath(its.organizationId, its.relationshipId), label: words.title },
          { href: path, label: goal.title },
        ]}
      >
        <PairTabs {...its} format={relationship.format} current="goals" />
        {mayChange(me, goal) ? (
          <Form action={visit.path} {...refused}>
            {isScaleFixed(noted.length) && <Callout>{words.scaleIsFixed}</Callout>}
            <input type="hidden" name="seen" value={refused?.values["seen"]?.[0] ?? goal.changedAt.toISOString()} />
            <GoalFields
              goal={goal}
              ownerName={isHers(me, goal) ? undefined : owner?.name}
              hopedSkills={owner ? await hopedSkills(ctx, its.organizationId, owner.personId) : []}
              isFixed={isScaleFixed(noted.length)}
            />
            <Buttons>
              <Button>{words.save}</Button>
              <ButtonLink href={path} kind="quiet">
                {words.title}
              </ButtonLink>
            </Buttons>
          </Form>
        ) : (
          <Callout title={words.hersToChange} />
        )}
      </Page>
    );
  },
  submit: form(goalShape, async (ctx: PersonalContext, its, sent) => {
    await changeGoal(ctx, its, sent);
    return { to: goalPath(its.organizationId, its.relationshipId, its.goalId), notice: goalWords(ctx.reader).savedProposed };
  }),
});
