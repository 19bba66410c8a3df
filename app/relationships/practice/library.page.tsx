import { z } from "zod";
import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { programCrumbs, ProgramTabs } from "../../networks/programs/program-tabs.tsx";
import { programWords } from "../../networks/programs/program.messages.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { optionalText, text } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { Entries, Entry } from "../../ui/entries.tsx";
import { Form } from "../../ui/form.tsx";
import { Page } from "../../ui/layout.tsx";
import { listPieces } from "./find-pieces.ts";
import { PieceFields } from "./piece-fields.tsx";
import { libraryPath } from "./practice-paths.ts";
import { isReadyMade } from "./practice.ts";
import { practiceWords } from "./practice.messages.ts";
import { dropWords, hidePiece, pieceShape, savePiece } from "./save-piece.ts";

const oneShape = z.object({ pieceId: text(40) });

/** What the people of the program can read, and when it is offered to them. */
export const libraryPage = page("/organizations/:organizationId/programs/:programId/practice", {
  access: coordinators,
  async show(ctx, its, visit) {
    const organization = await findOrganization(ctx, its.organizationId);
    const program = await findProgram(ctx, its.organizationId, its.programId);
    const words = practiceWords(ctx.reader);
    const { library } = words;
    const pieces = await listPieces(ctx, its, ctx.reader.language);
    const path = libraryPath(its.organizationId, its.programId);
    return (
      <Page
        title={words.title}
        lead={library.lead}
        audience={programWords(ctx.reader).coordinatorsSee}
        crumbs={programCrumbs(organization, program)}
        actions={
          <ButtonLink href={`${path}/new`} icon="plus">
            {library.add}
          </ButtonLink>
        }
      >
        <ProgramTabs {...its} current="practice" />
        <Entries label={words.title}>
          {pieces.map(({ key, title, moment, isHidden, isOwn }) => (
            <Entry
              key={key}
              title={
                <a href={`${path}/${key}`}>
                  <bdi>{title}</bdi>
                </a>
              }
              actions={
                <>
                  <ActButton action={visit.path} act="hide" fields={{ pieceId: key, hidden: isHidden ? "no" : "yes" }} kind="quiet" small>
                    {isHidden ? library.show : library.hide}
                  </ActButton>
                  {isOwn && (
                    <ActButton action={visit.path} act="drop" fields={{ pieceId: key }} kind="quiet" small>
                      {isReadyMade(key) ? library.restore : library.remove}
                    </ActButton>
                  )}
                </>
              }
            >
              <p class="quiet">
                {[words.moments[moment], isOwn ? library.yours : library.ours, isHidden && library.hidden].filter(Boolean).join(" · ")}
              </p>
            </Entry>
          ))}
        </Entries>
      </Page>
    );
  },
  acts: {
    hide: form(oneShape.extend({ hidden: optionalText(3) }), async (ctx: PersonalContext, its, { pieceId, hidden }) => {
      await hidePiece(ctx, { ...its, pieceId }, hidden === "yes");
      const { library } = practiceWords(ctx.reader);
      return { notice: hidden === "yes" ? library.isHidden : library.isShown };
    }),
    drop: form(oneShape, async (ctx: PersonalContext, its, { pieceId }) => {
      const outcome = await dropWords(ctx, { ...its, pieceId });
      return { notice: practiceWords(ctx.reader).library[outcome] };
    }),
  },
});

export const newPiecePage = page("/organizations/:organizationId/programs/:programId/practice/new", {
  access: coordinators,
  async show(ctx, its, visit) {
    const organization = await findOrganization(ctx, its.organizationId);
    const program = await findProgram(ctx, its.organizationId, its.programId);
    const words = practiceWords(ctx.reader);
    const path = libraryPath(its.organizationId, its.programId);
    return (
      <Page
        title={words.library.newTitle}
        audience={programWords(ctx.reader).coordinatorsSee}
        crumbs={[...programCrumbs(organization, program), { href: path, label: words.title }]}
      >
        <ProgramTabs {...its} current="practice" />
        <Form action={visit.path} {...visit.refused()}>
          <PieceFields />
          <Buttons>
            <Button>{words.library.save}</Button>
          </Buttons>
        </Form>
      </Page>
    );
  },
  submit: form(pieceShape, async (ctx: PersonalContext, its, piece) => {
    await savePiece(ctx, its, piece);
    return { to: libraryPath(its.organizationId, its.programId), notice: practiceWords(ctx.reader).library.saved };
  }),
});

export const changePiecePage = page("/organizations/:organizationId/programs/:programId/practice/:piece", {
  access: coordinators,
  async show(ctx, its, visit) {
    const organization = await findOrganization(ctx, its.organizationId);
    const program = await findProgram(ctx, its.organizationId, its.programId);
    const words = practiceWords(ctx.reader);
    const piece = found((await listPieces(ctx, its, ctx.reader.language)).find(({ key }) => key === its.piece));
    const path = libraryPath(its.organizationId, its.programId);
    return (
      <Page
        title={words.library.editTitle}
        lead={piece.isOwn ? undefined : words.library.ours}
        audience={programWords(ctx.reader).coordinatorsSee}
        crumbs={[...programCrumbs(organization, program), { href: path, label: words.title }]}
      >
        <ProgramTabs {...its} current="practice" />
        <Form action={visit.path} {...visit.refused()}>
          <PieceFields piece={piece} />
          <Buttons>
            <Button>{words.library.save}</Button>
          </Buttons>
        </Form>
      </Page>
    );
  },
  submit: form(pieceShape, async (ctx: PersonalContext, its, piece) => {
    await savePiece(ctx, { ...its, pieceId: its.piece }, piece);
    return { to: libraryPath(its.organizationId, its.programId), notice: practiceWords(ctx.reader).library.saved };
  }),
});
