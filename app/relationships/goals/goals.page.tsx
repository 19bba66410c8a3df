import { dayIn } from "../../networks/programs/program.ts";
import { page } from "../../platform/page.ts";
import { ButtonLink, Buttons } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Entries, Entry } from "../../ui/entries.tsx";
import { formatDay } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { Tags } from "../../ui/tags.tsx";
import { findRelationship } from "../life/find-life.ts";
import { isOpen } from "../life/life.ts";
import { peopleOfTheRelationship } from "../pairs/access.ts";
import { pairCrumbs, PairTabs } from "../pairs/pair-tabs.tsx";
import { standpointOf } from "../sessions/title-of.ts";
import { Attainment } from "./attainment.tsx";
import { listGoals, listLevels, ownersFor } from "./find-goals.ts";
import { goalPath, goalsPath } from "./goal-paths.ts";
import { scoresOverTime } from "./goal.ts";
import { goalWords } from "./goals.messages.ts";
import { LatestLevel } from "./latest-level.tsx";

/** What they work towards: for each who has goals, how far they are, one by one and together. */
export const goalsPage = page("/organizations/:organizationId/relationships/:relationshipId/goals", {
  access: peopleOfTheRelationship,
  async show(ctx, its) {
    const { language } = ctx.reader;
    const words = goalWords(language);
    const relationship = await findRelationship(ctx, its);
    const { me, names, title } = standpointOf(ctx, relationship, ctx.actor.personId);
    const owners = ownersFor(relationship, me);
    const goals = await listGoals(ctx, relationship, me);
    const noted = await listLevels(
      ctx,
      its.organizationId,
      goals.map(({ id }) => id),
    );
    const mayWrite = isOpen(relationship);
    const path = goalsPath(its.organizationId, its.relationshipId);
    const dayOf = (at: Date): string => dayIn(me.timeZone, at);
    const isGroup = relationship.format === "group";
    const sees = isGroup ? (me.role === "mentee" ? words.audienceAlone : words.audienceEach) : words.audience(names);
    const mentors = isGroup ? "mentorOfMany" : "mentor";
    return (
      <Page
        title={words.title}
        lead={words.lead[relationship.format === "peer" ? "peer" : me.role === "mentor" ? mentors : "own"]}
        audience={sees}
        crumbs={pairCrumbs(its, title, words.myPage)}
      >
        <PairTabs {...its} format={relationship.format} current="goals" />
        {owners.map((owner) => {
          const hers = goals
            .filter(({ participantId }) => participantId === owner.participantId)
            .toSorted((a, b) => orderOf[a.state] - orderOf[b.state]);
          const isMine = owner.participantId === me.participantId;
          const add = mayWrite && (
            <ButtonLink href={`${path}/new?for=${owner.participantId}`} kind={isMine ? "primary" : "plain"}>
              {isMine ? words.add : words.addFor(owner.name)}
            </ButtonLink>
          );
          return (
            <Section key={owner.participantId} title={isMine ? words.yours : words.goalsOf(owner.name)}>
              {hers.length === 0 ? (
                <EmptyState title={words.none} {...(add && { action: add })}>
                  {words.noneText}
                </EmptyState>
              ) : (
                <>
                  <Attainment
                    scores={scoresOverTime(
                      hers.filter(({ state }) => state === "agreed"),
                      noted,
                      dayOf,
                    )}
                  />
                  <Entries label={isMine ? words.yours : words.goalsOf(owner.name)}>
                    {hers.map((goal) => (
                      <Entry
                        key={goal.id}
                        title={
                          <a href={goalPath(its.organizationId, its.relationshipId, goal.id)}>
                            <bdi>{goal.title}</bdi>
                          </a>
                        }
                        aside={words.states[goal.state]}
                      >
                        {goal.state === "agreed" && (
                          <LatestLevel scale={goal.scale} latest={noted.findLast(({ goalId }) => goalId === goal.id)} />
                        )}
                        {goal.dueOn !== null && <p class="quiet">{words.due(formatDay(language, goal.dueOn, "day"))}</p>}
                        {goal.skills.length > 0 && <Tags tags={goal.skills} />}
                      </Entry>
                    ))}
                  </Entries>
                  {add && <Buttons>{add}</Buttons>}
                </>
              )}
            </Section>
          );
        })}
      </Page>
    );
  },
});

const orderOf = { agreed: 0, proposed: 1, aside: 2 } as const;
