import { z } from "zod";
import { participantRoles, type ParticipantRole } from "../../networks/enrollment/participant.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import type { Program } from "../../networks/programs/program.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { choice, id, wholeNumber } from "../../platform/form-fields.ts";
import { page } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { Page } from "../../ui/layout.tsx";
import { clockOf } from "../criteria/clock-day.ts";
import { OfPeers, wordsOfDirectory } from "../directory/words-of-directory.ts";
import { findPeople, lookAsReader } from "../directory/find-directory.ts";
import { nameOf } from "../directory/found-card.tsx";
import { RefusedAct } from "../directory/refused-act.tsx";
import { findMode } from "../modes/find-mode.ts";
import { participantsWhoChoose, rolesThatChoose } from "./access.ts";
import { addChoice } from "./add-choice.ts";
import { otherRole } from "./choice.ts";
import { choicesPath } from "./choice-path.ts";
import { ChosenList } from "./chosen-list.tsx";
import { choiceWords } from "./choices.messages.ts";
import { findOwnChoices } from "./find-own-choices.ts";
import { moveChoice } from "./move-choice.ts";
import type { OfProgram } from "./own-list.ts";
import { removeChoice } from "./remove-choice.ts";
import { takeBackRefusal } from "./take-back-refusal.ts";
import { wordsOfChoices } from "./words-of-choices.ts";

const about = z.object({ role: choice(participantRoles), aboutId: id() });
const atRank = about.extend({ rank: wholeNumber(1, 1000) });

/** Whom one would like, in one's own order, and what happens with it. */
export const choicesPage = page("/organizations/:organizationId/programs/:programId/choices", {
  access: participantsWhoChoose,
  async show(ctx, its, visit) {
    const { organizationId, programId } = its;
    const words = choiceWords(ctx.reader);
    const program: Program = await findProgram(ctx, organizationId, programId);
    const roles = await rolesThatChoose(ctx, its);
    const { today } = await clockOf(ctx, organizationId, programId);
    const lists = await Promise.all(roles.map((role) => listOf(ctx, its, role, program.format === "peer")));
    const removed = readRemoved(visit.query);
    return (
      <OfPeers.Provider value={program.format === "peer"}>
        <Page title={words.title} lead={<bdi>{program.name}</bdi>} audience={words.audience} crumbs={[{ href: "/", label: words.myPage }]}>
          <RefusedAct visit={visit} acts={["add", "move", "remove", "takeBack"]} />
          {removed && (
            <Callout kind="done" title={words.takenAway}>
              <ActButton action={visit.path} act="add" fields={removed}>
                {words.undo}
              </ActButton>
            </Callout>
          )}
          {lists.map((each) => (
            <ChosenList key={each.role} {...each} program={program} today={today} action={visit.path} />
          ))}
        </Page>
      </OfPeers.Provider>
    );
  },
  acts: {
    add: form(atRank, async (ctx: PersonalContext, its: OfProgram, values) => {
      await addChoice(ctx, { ...its, ...values });
      return { to: choicesPath(its.organizationId, its.programId), notice: choiceWords(ctx.reader).added };
    }),
    move: form(atRank, async (ctx: PersonalContext, its: OfProgram, values) => {
      await moveChoice(ctx, { ...its, ...values });
      return { to: choicesPath(its.organizationId, its.programId), notice: choiceWords(ctx.reader).moved };
    }),
    remove: form(about, async (ctx: PersonalContext, its: OfProgram, values) => {
      const rank = await removeChoice(ctx, { ...its, ...values });
      const at = choicesPath(its.organizationId, its.programId);
      if (rank === undefined) return { to: at };
      return { to: `${at}?${new URLSearchParams({ removed: values.aboutId, role: values.role, rank: String(rank) })}` };
    }),
    takeBack: form(about, async (ctx: PersonalContext, its: OfProgram, values) => {
      await takeBackRefusal(ctx, { ...its, ...values });
      return { to: choicesPath(its.organizationId, its.programId), notice: choiceWords(ctx.reader).takenBack };
    }),
  },
});

/** What was just taken away stands in the address, so that it can be put back without scripts. */
function readRemoved(query: URLSearchParams): { role: string; aboutId: string; rank: string } | undefined {
  const read = atRank.safeParse({ role: query.get("role"), aboutId: query.get("removed"), rank: query.get("rank") });
  return read.success ? { role: read.data.role, aboutId: read.data.aboutId, rank: String(read.data.rank) } : undefined;
}

async function listOf(ctx: PersonalContext, its: OfProgram, role: ParticipantRole, isPeer: boolean) {
  const mode = await findMode(ctx, its.organizationId, its.programId);
  const { list, refusals, most } = (await findOwnChoices(ctx, its, role, mode))!;
  const look = await lookAsReader(ctx, its, otherRole(role));
  const ids = [...list.chosen, ...refusals.map(({ aboutId }) => aboutId)];
  const people = new Map((await findPeople(ctx, look, ids, { evenAway: true })).map((person) => [person.id, person]));
  const words = { own: wordsOfChoices(isPeer, ctx.reader.language), directory: wordsOfDirectory(isPeer, ctx.reader.language) };
  const nameById = (aboutId: string): string => {
    const person = people.get(aboutId);
    return person ? nameOf(person, words.directory, formatNumber(ctx.reader.language, person.number)) : words.own.unknown[otherRole(role)];
  };
  return { role, mode, most, nameById, chosen: list.chosen.map((aboutId) => ({ id: aboutId, person: people.get(aboutId) })), refusals };
}
