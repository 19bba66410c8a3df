import { ButtonLink } from "../../ui/button.tsx";
import { Entries, Entry } from "../../ui/entries.tsx";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { goalPath, goalsPath } from "./goal-paths.ts";
import { goalWords } from "./goals.messages.ts";
import { LatestLevel } from "./latest-level.tsx";
import type { OwnGoal } from "./list-own-goals.ts";

/** On her own page: a goal that somebody proposes to her. */
export function ProposedGoalEntry({ goal }: { goal: OwnGoal }) {
  const words = goalWords(useReader().language);
  return (
    <Entry
      title={words.brief.waiting}
      actions={
        <ButtonLink kind="plain" href={goalPath(goal.organizationId, goal.relationshipId, goal.id)}>
          {words.brief.look}
        </ButtonLink>
      }
    >
      <bdi>{goal.title}</bdi>
    </Entry>
  );
}

/** So many on her own page, which stays calm. */
const mostShown = 5;

/** On her own page: what she works on, and where it stands. */
export function OwnGoals({ goals }: { goals: readonly OwnGoal[] }) {
  const words = goalWords(useReader().language);
  const agreed = goals.filter(({ state }) => state === "agreed");
  if (agreed.length === 0) return null;
  const more = agreed[mostShown];
  return (
    <Section title={words.yours}>
      <Entries label={words.yours}>
        {agreed.slice(0, mostShown).map((goal) => (
          <Entry
            key={goal.id}
            title={
              <a href={goalPath(goal.organizationId, goal.relationshipId, goal.id)}>
                <bdi>{goal.title}</bdi>
              </a>
            }
          >
            <LatestLevel scale={goal.scale} latest={goal.latest} />
          </Entry>
        ))}
      </Entries>
      {more && (
        <p>
          <a href={goalsPath(more.organizationId, more.relationshipId)}>{words.brief.openAll(agreed.length)}</a>
        </p>
      )}
    </Section>
  );
}
