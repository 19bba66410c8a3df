/** One person in a round: the pairs, what makes their strength, and who else there would be at what cost. */
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { programPath } from "../../networks/programs/program.ts";
import { programCrumbs } from "../../networks/programs/program-tabs.tsx";
import { type Context, membershipIn } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { page, type Visit } from "../../platform/page.ts";
import { Callout } from "../../ui/callout.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { Face } from "../../ui/person.tsx";
import { knownHelp } from "../explanations/known-help.ts";
import { helpWords } from "../explanations/help.messages.ts";
import { isolated } from "../explanations/name-words.ts";
import { unmatchedSentences } from "../explanations/unmatched-sentences.ts";
import { findRound, type Round } from "../rounds/list-rounds.ts";
import { hasResult } from "../rounds/round.ts";
import { roundsWords } from "../rounds/rounds.messages.ts";
import { helpFor, runnersUp } from "./ask-round.ts";
import { boardActs, here } from "./board-acts.ts";
import { demandText } from "./board-mentors.tsx";
import { helpLead, HelpList } from "./help-list.tsx";
import { listPairsOf, listUnmatched } from "./list-board.ts";
import { listMentors } from "./list-mentors.ts";
import { namePeople } from "./name-people.ts";
import { PairDetails } from "./pair-details.tsx";
import { RunnersUp } from "./runners-up.tsx";
import { wordsOfBoard } from "./words-of-board.ts";

export const roundParticipantPage = page("/organizations/:organizationId/programs/:programId/rounds/:roundId/participants/:participantId", {
  access: coordinators,
  show: async (ctx, { organizationId, programId, roundId, participantId }, visit) => {
    const { language } = ctx.reader;
    const program = await findProgram(ctx, organizationId, programId);
    const round = await findRound(ctx, organizationId, programId, roundId);
    const words = wordsOfBoard(round, language);
    const at = `${programPath(organizationId, programId)}/rounds`;
    const number = formatNumber(language, round.number);
    const { name, role } = await findInProgram(ctx, organizationId, programId, participantId);
    return (
      <Page
        title={name}
        above={<Face name={name} large />}
        lead={`${role === "mentor" ? words.mentor : words.mentee} · ${words.personLead(number)}`}
        audience={roundsWords(language).audience}
        isWide
        crumbs={[
          ...programCrumbs({ id: organizationId, name: membershipIn(ctx, organizationId)!.organizationName }, program),
          { href: at, label: roundsWords(language).title },
          { href: `${at}/${roundId}`, label: words.title(number) },
        ]}
      >
        <Refusals visit={visit} />
        {hasResult(round.state) && (await result(ctx, round, { participantId, name, role }, visit))}
      </Page>
    );
  },
  acts: boardActs,
});

async function findInProgram(ctx: Context, organizationId: string, programId: string, participantId: string) {
  const row = await ctx.db
    .selectFrom("participant")
    .innerJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "participant.organization_id").onRef("profile.person_id", "=", "participant.person_id"),
    )
    .select(["profile.name", "participant.role"])
    .where("participant.organization_id", "=", organizationId)
    .where("participant.program_id", "=", programId)
    .where("participant.id", "=", participantId)
    .executeTakeFirst();
  return found(row);
}

interface Who {
  readonly participantId: string;
  readonly name: string;
  readonly role: "mentor" | "mentee";
}

async function result(ctx: Context, round: Round, { participantId, name, role }: Who, visit: Visit) {
  const { language } = ctx.reader;
  const words = wordsOfBoard(round, language);
  const which = { organizationId: round.organization_id, roundId: round.id };
  const pairs = await listPairsOf(ctx, which, participantId);
  const mentorId = role === "mentor" ? participantId : pairs[0]?.mentorId;
  const forMentee = role === "mentee" ? await runnersUp(ctx, which, "mentee", participantId) : [];
  const forMentor = mentorId === undefined ? [] : await runnersUp(ctx, which, "mentor", mentorId);
  const inProgram = { organizationId: round.organization_id, programId: round.program_id };
  const nameOf = await namePeople(
    ctx,
    inProgram,
    [...forMentee, ...forMentor].flatMap(({ menteeId, mentorId: other, moves }) => [
      menteeId,
      other,
      ...moves.flatMap((move) => [move.menteeId, ...(move.to === null ? [] : [move.to])]),
    ]),
  );
  const [unmatched] = role === "mentee" ? (await listUnmatched(ctx, which, { search: "", page: 1, menteeId: participantId })).rows : [];
  const [mentor] = role === "mentor" ? (await listMentors(ctx, which, { search: "", page: 1, mentorId: participantId })).rows : [];
  const known = knownHelp(round.objective, round.certificate);
  const [help] = unmatched ? await helpFor(ctx, which, [participantId], 3) : [];
  const namesOfClosest =
    unmatched &&
    (await namePeople(
      ctx,
      inProgram,
      [...unmatched.reason.closest, ...(help ?? [])].map((each) => each.mentorId),
    ));
  const back = here(visit);
  const mentorName = role === "mentor" ? name : pairs[0]?.mentor;
  return (
    <>
      {unmatched && (
        <Callout kind="notice" title={words.unmatched}>
          <p>{unmatchedSentences(unmatched.reason, language, namesOfClosest!).join(" ")}</p>
        </Callout>
      )}
      {unmatched && (
        <Section title={helpWords(language).title}>
          <p class="hint">{helpLead(known, language, help !== undefined)}</p>
          <HelpList
            menteeId={participantId}
            help={help}
            criteria={round.criteria}
            nameOf={namesOfClosest!}
            here={back}
            isPublished={round.state === "published"}
            known={known}
          />
        </Section>
      )}
      {mentor && (
        <p>
          {words.placesFree}: {formatNumber(language, mentor.places)}. {demandText(mentor, language)}
        </p>
      )}
      {pairs.map((pair) => (
        <PairDetails
          key={pair.menteeId}
          of={participantId}
          pair={pair}
          criteria={round.criteria}
          here={back}
          boardPath={visit.path.split("/participants/")[0]!}
          isPublished={round.state === "published"}
        />
      ))}
      {role === "mentee" && (
        <RunnersUp
          title={words.runnersUpMentee(isolated(language, name))}
          pairs={forMentee}
          words={words}
          show="mentor"
          nameOf={nameOf}
          here={back}
          boardPath={visit.path.split("/participants/")[0]!}
          isPublished={round.state === "published"}
        />
      )}
      {mentorName !== undefined && (
        <RunnersUp
          title={words.runnersUpMentor(isolated(language, mentorName))}
          pairs={forMentor}
          words={words}
          show="mentee"
          nameOf={nameOf}
          here={back}
          boardPath={visit.path.split("/participants/")[0]!}
          isPublished={round.state === "published"}
        />
      )}
    </>
  );
}

/** What could not be done, above everything: the buttons stand in many forms. */
function Refusals({ visit }: { visit: Visit }) {
  const refused = Object.keys(boardActs)
    .map((act) => visit.refused(act)?.errors[""])
    .find((each) => each !== undefined);
  return refused === undefined ? null : (
    <Callout kind="warn">
      <p>{refused}</p>
    </Callout>
  );
}
