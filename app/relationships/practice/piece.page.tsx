import { z } from "zod";
import type { PersonalContext } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { ButtonLink, Buttons } from "../../ui/button.tsx";
import { Page } from "../../ui/layout.tsx";
import { OwnWords } from "../../ui/own-words.tsx";
import { findRelationship } from "../life/find-life.ts";
import { peopleOfTheRelationship } from "../pairs/access.ts";
import { pairCrumbs, PairTabs } from "../pairs/pair-tabs.tsx";
import { pairPath } from "../pairs/pair.ts";
import { standpointOf } from "../sessions/title-of.ts";
import { listPieces, listRead } from "./find-pieces.ts";
import { markRead } from "./mark-read.ts";
import { practicePath } from "./practice-paths.ts";
import { practiceWords } from "./practice.messages.ts";

/** One piece, to read in two minutes. */
export const piecePage = page("/organizations/:organizationId/relationships/:relationshipId/practice/:piece", {
  access: peopleOfTheRelationship,
  async show(ctx, its, visit) {
    const words = practiceWords(ctx.reader);
    const relationship = await findRelationship(ctx, its);
    const { me, title } = standpointOf(ctx, relationship, ctx.actor.personId);
    const pieces = await listPieces(ctx, relationship, ctx.reader.language);
    const piece = found(pieces.find(({ key, isHidden }) => key === its.piece && !isHidden));
    const read = await listRead(ctx, its, me.personId);
    const path = practicePath(its.organizationId, its.relationshipId);
    return (
      <Page
        title={piece.title}
        lead={`${words.moments[piece.moment]} · ${words.minutes}`}
        audience={words.audience}
        crumbs={[...pairCrumbs(its, title, words.myPage), { href: path, label: words.title }]}
      >
        <PairTabs {...its} format={relationship.format} />
        <OwnWords text={piece.body} />
        <Buttons>
          {!read.has(piece.key) && (
            <ActButton action={visit.path} kind="primary">
              {words.markRead}
            </ActButton>
          )}
          <ButtonLink href={path} kind="plain">
            {words.all}
          </ButtonLink>
        </Buttons>
      </Page>
    );
  },
  submit: form(z.object({}), async (ctx: PersonalContext, its) => {
    await markRead(ctx, its);
    return { to: pairPath(its.organizationId, its.relationshipId), notice: practiceWords(ctx.reader).marked };
  }),
});
