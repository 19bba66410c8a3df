import type { PersonalContext } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Form } from "../../ui/form.tsx";
import { Page } from "../../ui/layout.tsx";
import { findRelationship } from "../life/find-life.ts";
import { isOpen } from "../life/life.ts";
import { lifeWords } from "../life/life.messages.ts";
import { peopleOfTheRelationship } from "../pairs/access.ts";
import { pairCrumbs, PairTabs } from "../pairs/pair-tabs.tsx";
import { personOf } from "../sessions/may-plan.ts";
import { standpointOf } from "../sessions/title-of.ts";
import { findGoal, hopedSkills, ownersFor } from "./find-goals.ts";
import { GoalFields } from "./goal-fields.tsx";
import { goalPath, goalsPath } from "./goal-paths.ts";
import { isHers } from "./goal.ts";
import { goalWords } from "./goals.messages.ts";
import { goalShape, proposeGoal } from "./save-goal.ts";

/** From a wish to a goal: one's own, or one that is proposed to somebody. */
export const newGoalPage = page("/organizations/:organizationId/relationships/:relationshipId/goals/new", {
  access: peopleOfTheRelationship,
  async show(ctx, its, visit) {
    const words = goalWords(ctx.reader);
    const relationship = await findRelationship(ctx, its);
    const { me, names, title } = standpointOf(ctx, relationship, ctx.actor.personId);
    const owners = ownersFor(relationship, me);
    const refused = visit.refused();
    const wanted = refused?.values["participantId"]?.[0] ?? visit.query.get("for");
    const owner = found(wanted === null ? owners[0] : owners.find(({ participantId }) => participantId === wanted));
    const isMine = isHers(me, owner);
    const path = goalsPath(its.organizationId, its.relationshipId);
    return (
      <Page
        title={isMine ? words.newTitle : words.addFor(owner.name)}
        lead={words.newLead}
        audience={!isMine ? words.audience(owner.name) : relationship.format === "group" ? words.audienceAlone : words.audience(names)}
        crumbs={[...pairCrumbs(its, title, words.myPage), { href: path, label: words.title }]}
      >
        <PairTabs {...its} format={relationship.format} current="goals" />
        {isOpen(relationship) ? (
          <Form action={visit.path} {...refused}>
            <input type="hidden" name="participantId" value={owner.participantId} />
            <GoalFields
              ownerName={isMine ? undefined : owner.name}
              hopedSkills={await hopedSkills(ctx, its.organizationId, owner.personId)}
            />
            <Buttons>
              <Button>{isMine ? words.save : words.propose}</Button>
              <ButtonLink href={path} kind="quiet">
                {words.title}
              </ButtonLink>
            </Buttons>
          </Form>
        ) : (
          <Callout title={lifeWords(ctx.reader).impossible[relationship.state === "concluded" ? "concluded" : "held-for-safety"]} />
        )}
      </Page>
    );
  },
  submit: form(goalShape, async (ctx: PersonalContext, its, sent) => {
    const goalId = await proposeGoal(ctx, its, sent);
    const words = goalWords(ctx.reader);
    const relationship = await findRelationship(ctx, its);
    const me = personOf(relationship, ctx.actor.personId);
    const goal = await findGoal(ctx, relationship, me, goalId);
    const owner = relationship.people.find(({ participantId }) => participantId === goal.participantId);
    const notice = isHers(me, goal)
      ? goal.state === "agreed"
        ? words.savedAgreed
        : words.savedProposed
      : words.proposed(owner?.name ?? words.somebody);
    return { to: goalPath(its.organizationId, its.relationshipId, goalId), notice };
  }),
});
