import type { PersonalContext } from "../../platform/context.ts";
import { ButtonLink, Buttons } from "../../ui/button.tsx";
import { formatTime } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import type { Relationship } from "../life/find-life.ts";
import { isOpen } from "../life/life.ts";
import { findStanding, listPieces, listRead } from "./find-pieces.ts";
import { pieceFor, reflectDays } from "./practice.ts";
import { practicePath, reflectionPath } from "./practice-paths.ts";
import { practiceWords } from "./practice.messages.ts";
import { findToReflect } from "./write-reflection.ts";

export interface PracticeBriefProps {
  /** The piece that she needs now. */
  readonly piece: { readonly title: string; readonly href: string } | undefined;
  /** The meeting that she has written nothing about yet. */
  readonly toReflect: { readonly startsAt: Date; readonly href: string } | undefined;
  readonly href: string;
}

export async function findPracticeBrief(ctx: PersonalContext, relationship: Relationship): Promise<PracticeBriefProps> {
  const { organizationId, id: relationshipId } = relationship;
  const its = { organizationId, relationshipId };
  const href = practicePath(organizationId, relationshipId);
  if (!isOpen(relationship)) return { piece: undefined, toReflect: undefined, href };
  const { personId } = ctx.actor;
  const pieces = (await listPieces(ctx, relationship, ctx.reader.language)).filter(({ isHidden }) => !isHidden);
  const standing = await findStanding(ctx, { ...its, state: relationship.state }, personId);
  const piece = pieceFor(pieces, standing, await listRead(ctx, its, personId));
  const last = await findToReflect(ctx, its, reflectDays);
  return {
    piece: piece && { title: piece.title, href: `${href}/${piece.key}` },
    toReflect: last && { startsAt: last.startsAt, href: reflectionPath(organizationId, relationshipId, last.sessionId) },
    href,
  };
}

/** What helps now, in two minutes; and a question after a meeting. */
export function PracticeBrief({ piece, toReflect, href }: PracticeBriefProps) {
  const reader = useReader();
  const words = practiceWords(reader.language);
  return (
    <>
      {toReflect && (
        <Section title={words.reflect.title}>
          <p>{words.reflect.on(formatTime(reader, toReflect.startsAt, "long-day"))}</p>
          <Buttons>
            <ButtonLink href={toReflect.href} kind="plain" small>
              {words.reflect.open}
            </ButtonLink>
          </Buttons>
        </Section>
      )}
      <Section title={words.title}>
        {piece && (
          <p>
            <a href={piece.href}>
              <bdi>{piece.title}</bdi>
            </a>{" "}
            <span class="quiet">({words.minutes})</span>
          </p>
        )}
        <p>
          <a href={href}>{words.all}</a>
        </p>
      </Section>
    </>
  );
}
