import { page } from "../../platform/page.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Entries, Entry } from "../../ui/entries.tsx";
import { formatTime } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { OwnWords } from "../../ui/own-words.tsx";
import { useReader } from "../../ui/reader.ts";
import { findRelationship, type OneRelationship, type PersonOfLife } from "../life/find-life.ts";
import { isOpen } from "../life/life.ts";
import { peopleOfTheRelationship } from "../pairs/access.ts";
import { pairCrumbs, PairTabs } from "../pairs/pair-tabs.tsx";
import { nameOf } from "../sessions/people-of-session.ts";
import { standpointOf } from "../sessions/title-of.ts";
import { findStanding, listPieces, listRead, type Piece } from "./find-pieces.ts";
import { momentsNow } from "./practice.ts";
import { practicePath, reflectionPath } from "./practice-paths.ts";
import { practiceWords } from "./practice.messages.ts";
import { listReflections, type Reflection } from "./write-reflection.ts";

/** All pieces of the program, those of this moment first; and what she thought after their meetings. */
export const practicePage = page("/organizations/:organizationId/relationships/:relationshipId/practice", {
  access: peopleOfTheRelationship,
  async show(ctx, its) {
    const words = practiceWords(ctx.reader);
    const relationship = await findRelationship(ctx, its);
    const { me, title } = standpointOf(ctx, relationship, ctx.actor.personId);
    const pieces = (await listPieces(ctx, relationship, ctx.reader.language)).filter(({ isHidden }) => !isHidden);
    const read = await listRead(ctx, its, me.personId);
    const now = new Set(momentsNow(await findStanding(ctx, { ...its, state: relationship.state }, me.personId)));
    const written = await listReflections(ctx, its);
    const [fitting, others] = [pieces.filter(({ moment }) => now.has(moment)), pieces.filter(({ moment }) => !now.has(moment))];
    return (
      <Page title={words.title} lead={words.lead} audience={words.audience} crumbs={pairCrumbs(its, title, words.myPage)}>
        <PairTabs {...its} format={relationship.format} />
        {pieces.length === 0 && <p>{words.none}</p>}
        {fitting.length > 0 && (
          <Section title={words.now}>
            <PieceList label={words.now} pieces={fitting} read={read} its={its} />
          </Section>
        )}
        {others.length > 0 && (
          <Section title={words.more}>
            <PieceList label={words.more} pieces={others} read={read} its={its} />
          </Section>
        )}
        <Reflections
          title={words.reflect.yours}
          reflections={written.filter(({ personId }) => personId === me.personId)}
          mayChange={isOpen(relationship)}
          its={its}
        />
        <Reflections
          title={words.reflect.theirs}
          reflections={written.filter(({ personId }) => personId !== me.personId)}
          people={relationship.people}
          its={its}
        />
      </Page>
    );
  },
});

function PieceList({
  label,
  pieces,
  read,
  its,
}: {
  label: string;
  pieces: readonly Piece[];
  read: ReadonlySet<string>;
  its: OneRelationship;
}) {
  const words = practiceWords(useReader().language);
  return (
    <Entries label={label}>
      {pieces.map(({ key, title, moment }) => (
        <Entry
          key={key}
          title={
            <a href={`${practicePath(its.organizationId, its.relationshipId)}/${key}`}>
              <bdi>{title}</bdi>
            </a>
          }
          {...(read.has(key) && { aside: words.isRead })}
        >
          <p class="quiet">{words.moments[moment]}</p>
        </Entry>
      ))}
    </Entries>
  );
}

interface ReflectionsProps {
  title: string;
  reflections: readonly Reflection[];
  mayChange?: boolean;
  /** Where they are others'. */
  people?: readonly PersonOfLife[];
  its: OneRelationship;
}

function Reflections({ title, reflections, mayChange = false, people, its }: ReflectionsProps) {
  const reader = useReader();
  const words = practiceWords(reader.language).reflect;
  if (reflections.length === 0) return null;
  return (
    <Section title={title}>
      <Entries label={title}>
        {reflections.map(({ sessionId, personId, startsAt, text, isShared }) => {
          const day = formatTime(reader, startsAt, "long-day");
          return (
            <Entry
              key={`${sessionId} ${personId}`}
              title={people ? words.by(nameOf(people, personId) ?? "–", day) : words.on(day)}
              {...(!people && isShared && { aside: words.shared })}
              {...(mayChange && {
                actions: (
                  <ButtonLink href={reflectionPath(its.organizationId, its.relationshipId, sessionId)} kind="quiet" small>
                    {words.change}
                  </ButtonLink>
                ),
              })}
            >
              {text === null ? <p>{words.lost}</p> : <OwnWords text={text} />}
            </Entry>
          );
        })}
      </Entries>
    </Section>
  );
}
