import { z } from "zod";
import { findProgram } from "../../networks/programs/find-program.ts";
import type { Access } from "../../platform/access.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { ButtonLink, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Page, Section } from "../../ui/layout.tsx";
import { findOwnPart, type OfProgram } from "../choices/own-list.ts";
import { findMode } from "../modes/find-mode.ts";
import { hasDirectory } from "../modes/mode.ts";
import { comeBack } from "./come-back.ts";
import { OfPeers, wordsOfDirectory } from "./words-of-directory.ts";
import { findPeople, lookFor } from "./find-directory.ts";
import { FoundCard } from "./found-card.tsx";

/** Mentors of a program whose mentees look for them. */
const mentorsWhoAreShown: Access<OfProgram> = {
  name: "mentors who are shown",
  admits: async (ctx, its) =>
    ctx.actor !== undefined &&
    (await findOwnPart({ ...ctx, actor: ctx.actor }, its, "mentor")) !== undefined &&
    hasDirectory(await findMode(ctx, its.organizationId, its.programId)),
};

/** How a mentor stands in the directory; and where she says that she is back. */
export const shownPage = page("/organizations/:organizationId/programs/:programId/shown", {
  access: mentorsWhoAreShown,
  async show(ctx, its, visit) {
    const { organizationId, programId } = its;
    const own = found(await findOwnPart(ctx, its, "mentor"));
    const program = await findProgram(ctx, organizationId, programId);
    const isPeer = program.format === "peer";
    const words = wordsOfDirectory(isPeer, ctx.reader.language);
    // As somebody sees her who is nobody's match: a figure stands beside her only for each mentee.
    const look = await lookFor(ctx, its, "mentor", undefined);
    const person = found((await findPeople(ctx, look, [own.id], { evenAway: true }))[0]);
    const isAway = (await findPeople(ctx, look, [own.id])).length === 0;
    const profile = `/organizations/${organizationId}/profile`;
    const isEmpty = person.profile.headline === "" && person.profile.skills.gives.length === 0;
    return (
      <OfPeers.Provider value={isPeer}>
        <Page
          title={words.shown.title}
          lead={words.shown.lead(program.name)}
          audience={words.shown.audience}
          crumbs={[{ href: "/", label: words.myPage }]}
        >
          {isAway ? (
            <Callout kind="warn" title={words.shown.away}>
              <p>{words.shown.awayText}</p>
              <ActButton action={visit.path} act="comeBack" kind="primary">
                {words.shown.back}
              </ActButton>
            </Callout>
          ) : (
            <p>{words.shown.isShown}</p>
          )}
          <Section title={words.shown.entry}>
            {isEmpty && <p>{words.shown.notYet}</p>}
            <ul class="directory">
              <FoundCard person={person} href={profile} />
            </ul>
            <Buttons>
              <ButtonLink href={profile} kind="plain">
                {words.shown.toProfile}
              </ButtonLink>
              <ButtonLink href={`${profile}#pause-part`} kind="quiet">
                {words.shown.toBreak}
              </ButtonLink>
            </Buttons>
          </Section>
        </Page>
      </OfPeers.Provider>
    );
  },
  acts: {
    comeBack: form(z.object({}), async (ctx: PersonalContext, its: OfProgram) => {
      await comeBack(ctx, its);
      const { format } = await findProgram(ctx, its.organizationId, its.programId);
      return { notice: wordsOfDirectory(format === "peer", ctx.reader.language).shown.backNotice };
    }),
  },
});
