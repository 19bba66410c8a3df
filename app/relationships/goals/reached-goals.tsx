import type { PersonalContext } from "../../platform/context.ts";
import { Entries, Entry } from "../../ui/entries.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { useReader } from "../../ui/reader.ts";
import type { PersonOfLife, Relationship } from "../life/find-life.ts";
import { type Goal, listGoals, listLevels, type Noted, ownersFor } from "./find-goals.ts";
import { scoresOverTime } from "./goal.ts";
import { goalWords } from "./goals.messages.ts";
import { LatestLevel, signed } from "./latest-level.tsx";

export interface Reached {
  readonly owner: PersonOfLife;
  readonly isMine: boolean;
  readonly goals: readonly (Goal & { readonly latest: Noted | undefined })[];
  /** 50 is what was expected; undefined where nothing was noted. */
  readonly score: number | undefined;
}

/** The agreed goals of each, as this person knows them, with how far they have come. */
export async function findReached(ctx: PersonalContext, relationship: Relationship, me: PersonOfLife): Promise<Reached[]> {
  const agreed = (await listGoals(ctx, relationship, me)).filter(({ state }) => state === "agreed");
  const noted = await listLevels(
    ctx,
    relationship.organizationId,
    agreed.map(({ id }) => id),
  );
  return ownersFor(relationship, me).flatMap((owner) => {
    const goals = agreed
      .filter(({ participantId }) => participantId === owner.participantId)
      .map((goal) => ({ ...goal, latest: noted.findLast(({ goalId }) => goalId === goal.id) }));
    const score = scoresOverTime(goals, noted, (at) => at.toISOString()).at(-1)?.score;
    return goals.length === 0 ? [] : [{ owner, isMine: owner.personId === me.personId, goals, score }];
  });
}

/** To look back on: each goal with what was expected and what became of it, in the words that were agreed. */
export function ReachedGoals({ reached }: { reached: readonly Reached[] }) {
  const { language } = useReader();
  const words = goalWords(language);
  return reached.map(({ owner, isMine, goals, score }) => (
    <div key={owner.participantId}>
      <p class="quiet">{isMine ? words.yours : words.goalsOf(owner.name)}</p>
      <Entries label={isMine ? words.yours : words.goalsOf(owner.name)}>
        {goals.map((goal) => (
          <Entry key={goal.id} title={<bdi>{goal.title}</bdi>}>
            <p>
              {words.expected}: <bdi>{signed(0)}</bdi> <bdi>{goal.scale[2]}</bdi>
            </p>
            <LatestLevel scale={goal.scale} latest={goal.latest} />
          </Entry>
        ))}
      </Entries>
      {score !== undefined && (
        <p>
          <strong>{words.score}</strong> {words.scoreText(formatNumber(language, score, { maximumFractionDigits: 0 }))}
        </p>
      )}
    </div>
  ));
}
