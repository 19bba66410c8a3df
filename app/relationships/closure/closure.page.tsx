import { z } from "zod";
import { programPath } from "../../networks/programs/program.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { NotAllowed, found } from "../../platform/errors.ts";
import { choice, id, optionalText, optionalWholeNumber, text } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { formatDay } from "../../ui/formats.ts";
import { changesAs } from "../life/change-dates.ts";
import { listOwnDecisions } from "../concerns/find-decisions.ts";
import { findReached } from "../goals/reached-goals.tsx";
import { listGuardianFarewells } from "../guardians/save-guardian-farewell.ts";
import { findRelationship, type OneRelationship } from "../life/find-life.ts";
import { moveRelationship } from "../life/move-relationship.ts";
import { peopleAndCoordinatorsOfTheRelationship } from "../pairs/access.ts";
import { becomeMentor } from "./become-mentor.ts";
import { beginClosure, callClosureOff, lastOpenDay } from "./begin-closure.ts";
import { listEverybody } from "../support/find-support.ts";
import { ClosureForCoordinators } from "./closure-for-coordinators.tsx";
import { ClosureForPeople } from "./closure-for-people.tsx";
import { closureWords } from "./closure.messages.ts";
import { exitScales, farewellReasons, ownEndings } from "./farewell.ts";
import { findFarewells } from "./find-farewells.ts";
import { findBeginner } from "./find-beginner.ts";
import { type FarewellPart, saveFarewell } from "./save-farewell.ts";
import { firstDayAfter, listSearches, restForNow, searchAgain } from "./search-again.ts";

const nothing = z.object({});
const answers = z.object({
  ...(Object.fromEntries(exitScales.map((scale) => [scale, optionalWholeNumber(1, 5)])) as Record<
    (typeof exitScales)[number],
    ReturnType<typeof optionalWholeNumber>
  >),
  words: optionalText(2000),
});

const step = <S extends z.ZodType>(shape: S, part: (sent: z.output<S>) => FarewellPart) =>
  form(shape, async (ctx: PersonalContext, its: OneRelationship, sent) => {
    const saved = part(sent);
    await saveFarewell(ctx, its, saved);
    const words = closureWords(ctx.reader);
    return { notice: "reason" in saved || "answers" in saved ? words.savedForCoordinator : words.saved };
  });

/** The end of a relationship, step by step; to its coordinators what they need to know of it, and no more. */
export const closurePage = page("/organizations/:organizationId/relationships/:relationshipId/closure", {
  access: peopleAndCoordinatorsOfTheRelationship,
  async show(ctx, its, visit) {
    const relationship = await findRelationship(ctx, its);
    const farewells = await findFarewells(ctx, its);
    const searches = await listSearches(ctx, its);
    const isOver = relationship.state === "concluded";
    const lastDay = await lastOpenDay(ctx, its);
    if (changesAs(relationship, ctx.actor.personId) === "coordinator")
      return (
        <ClosureForCoordinators
          {...{ relationship, farewells, searches, lastDay, visit }}
          everybody={await listEverybody(ctx, its)}
          beginner={await findBeginner(ctx, its)}
          guardians={await listGuardianFarewells(ctx, its)}
        />
      );
    const emails = await ctx.db
      .selectFrom("auth.person")
      .select(["id", "email"])
      .where(
        "id",
        "in",
        relationship.people.map(({ personId }) => personId),
      )
      .execute();
    const me = found(relationship.people.find((one) => one.personId === ctx.actor.personId));
    return (
      <ClosureForPeople
        {...{ relationship, farewells, searches, lastDay, visit, me }}
        goals={await findReached(ctx, relationship, me)}
        wasDecidedForSafety={relationship.ending === "stopped" && (await listOwnDecisions(ctx, its)).length > 0}
        emails={new Map(emails.map((one) => [one.id, one.email]))}
        firstDay={isOver ? await firstDayAfter(ctx, its) : undefined}
      />
    );
  },
  acts: {
    begin: form(z.object({ ending: choice(ownEndings) }), async (ctx: PersonalContext, its, { ending }) => {
      await beginClosure(ctx, its, ending);
      const { closesOn } = await findRelationship(ctx, its);
      return { notice: closureWords(ctx.reader).begun(formatDay(ctx.reader.language, closesOn!)) };
    }),
    callOff: form(nothing, async (ctx: PersonalContext, its) => {
      await callClosureOff(ctx, its);
      return { notice: closureWords(ctx.reader).calledOff };
    }),
    stop: form(nothing, async (ctx: PersonalContext, its) => {
      mustCoordinate(ctx, changesAs(await findRelationship(ctx, its), ctx.actor.personId));
      await moveRelationship(ctx, its, { move: "conclude", ending: "stopped" });
      return { notice: closureWords(ctx.reader).stopped };
    }),
    why: step(z.object({ reason: choice(farewellReasons), words: optionalText(2000) }), (sent) => sent),
    reached: step(z.object({ reached: text(4000) }), (sent) => sent),
    thanks: step(z.object({ thanks: text(4000) }), (sent) => sent),
    contact: step(z.object({ contact: choice(["yes", "no"]) }), ({ contact }) => ({ keepsContact: contact === "yes" })),
    questions: step(answers, ({ words, ...scales }) => ({
      answers: {
        ...Object.fromEntries(Object.entries(scales).filter(([, value]) => value !== null)),
        ...(words !== "" && { words }),
      },
    })),
    again: form(z.object({ learned: optionalText(2000) }), async (ctx: PersonalContext, its, { learned }) => {
      const day = await searchAgain(ctx, its, { personId: ctx.actor.personId, learned });
      return { notice: closureWords(ctx.reader).againSaved(formatDay(ctx.reader.language, day)) };
    }),
    rest: form(nothing, async (ctx: PersonalContext, its) => {
      await restForNow(ctx, its, ctx.actor.personId);
      return { notice: closureWords(ctx.reader).rested };
    }),
    openAgain: form(z.object({ personId: id() }), async (ctx: PersonalContext, its, { personId }) => {
      mustCoordinate(ctx, changesAs(await findRelationship(ctx, its), ctx.actor.personId));
      const day = await searchAgain(ctx, its, { personId, learned: "" });
      const { name } = found((await listEverybody(ctx, its)).find((one) => one.personId === personId));
      return { notice: closureWords(ctx.reader).openedAgain(name, formatDay(ctx.reader.language, day)) };
    }),
    mentor: form(nothing, async (ctx: PersonalContext, its) => {
      await becomeMentor(ctx, its);
      const { programId } = await findRelationship(ctx, its);
      return { to: `${programPath(its.organizationId, programId)}/me`, notice: closureWords(ctx.reader).becameMentor };
    }),
  },
});

/** Whoever is in it herself does not decide about it as a coordinator. */
function mustCoordinate(_ctx: PersonalContext, as: "people" | "coordinator"): void {
  if (as !== "coordinator") throw new NotAllowed((language) => closureWords(language).notYet);
}
