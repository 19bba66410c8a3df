import type { PersonalContext } from "../../platform/context.ts";
import { ButtonLink, Buttons } from "../../ui/button.tsx";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import type { PersonOfLife, Relationship } from "../life/find-life.ts";
import { type Goal, listGoals, listLevels, type Noted } from "./find-goals.ts";
import { goalsPath } from "./goal-paths.ts";
import { isHers } from "./goal.ts";
import { goalWords } from "./goals.messages.ts";
import { LatestLevel } from "./latest-level.tsx";

/** Of many the first: the others are on their own page. */
const mostShown = 5;

export interface GoalsBriefProps {
  /** Those that are agreed, and known to the reader. */
  readonly goals: readonly Goal[];
  readonly noted: readonly Noted[];
  /** Something is proposed to her. */
  readonly isAsked: boolean;
  readonly href: string;
}

export async function findGoalsBrief(ctx: PersonalContext, relationship: Relationship, me: PersonOfLife): Promise<GoalsBriefProps> {
  const all = await listGoals(ctx, relationship, me);
  const goals = all.filter(({ state }) => state === "agreed");
  return {
    goals,
    noted: await listLevels(
      ctx,
      relationship.organizationId,
      goals.map(({ id }) => id),
    ),
    isAsked: all.some((goal) => goal.state === "proposed" && isHers(me, goal) && goal.proposedById !== me.personId),
    href: goalsPath(relationship.organizationId, relationship.id),
  };
}

/** What they work towards, each goal with where it stands. */
export function GoalsBrief({ goals, noted, isAsked, href }: GoalsBriefProps) {
  const words = goalWords(useReader().language);
  return (
    <Section title={words.title}>
      {goals.length === 0 && <p>{isAsked ? words.brief.waiting : words.brief.none}</p>}
      {goals.length > 0 && isAsked && <p>{words.brief.waiting}</p>}
      {goals.slice(0, mostShown).map((goal) => (
        <div key={goal.id}>
          <p>
            <a href={`${href}/${goal.id}`}>
              <bdi>{goal.title}</bdi>
            </a>
          </p>
          <LatestLevel scale={goal.scale} latest={noted.findLast(({ goalId }) => goalId === goal.id)} />
        </div>
      ))}
      <Buttons>
        <ButtonLink href={href} kind="plain" small>
          {goals.length > mostShown ? words.brief.openAll(goals.length) : words.brief.open}
        </ButtonLink>
      </Buttons>
    </Section>
  );
}
