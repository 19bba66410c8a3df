import { participantsPath, signUpPath } from "../../networks/enrollment/participant.ts";
import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { listQuestions } from "../../networks/programs/list-questions.ts";
import { type Program, programPath } from "../../networks/programs/program.ts";
import { programWords } from "../../networks/programs/program.messages.ts";
import { programCrumbs, ProgramTabs } from "../../networks/programs/program-tabs.tsx";
import { page } from "../../platform/page.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { countByState } from "../../relationships/all-pairs/list-pairs.ts";
import { PairFiguresSection } from "../../relationships/all-pairs/pairs-brief.tsx";
import { Entries, Entry } from "../../ui/entries.tsx";
import { formatDeadline, formatTime } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { Stat, Stats } from "../../ui/stat.tsx";
import { countStandings, type RoleFigures } from "../program-people/count-standings.ts";
import { scopeOf } from "../program-people/list-people.ts";
import { funnel, type StandingRole } from "../program-people/standing.ts";
import { findAsking } from "./find-asking.ts";
import { findLatestRound } from "./find-rounds.ts";
import { nextSteps } from "./next-steps.ts";
import { overviewWords } from "./overview.messages.ts";
import { StepEntry } from "./step-entry.tsx";

export const programPage = page("/organizations/:organizationId/programs/:programId", {
  access: coordinators,
  show: async (ctx, { organizationId, programId }) => {
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const counted = await countStandings(ctx, await scopeOf(ctx, organizationId, programId));
    const questions = (await listQuestions(ctx, organizationId, programId)).length;
    const asking = await findAsking(ctx, organizationId, programId);
    const steps = nextSteps({ people: counted, questions, asking, ...(await findLatestRound(ctx, organizationId, programId)) });
    const words = overviewWords(ctx.reader);
    const sides = Object.entries(counted) as [StandingRole, RoleFigures][];
    const people = sides.reduce((sum, [, { all, figures }]) => sum + all + figures.withdrawn, 0);
    return (
      <Page
        title={program.name}
        {...(program.purpose !== "" && { lead: <bdi>{program.purpose.split("\n")[0]}</bdi> })}
        audience={programWords(ctx.reader).coordinatorsSee}
        crumbs={programCrumbs(organization, program).slice(0, 1)}
        isWide
      >
        <ProgramTabs organizationId={organizationId} programId={programId} current="overview" />
        {program.archivedAt && <Callout title={programWords(ctx.reader).isArchived}>{programWords(ctx.reader).isArchivedHint}</Callout>}
        {people === 0 ? (
          <Beginning program={program} questions={questions} />
        ) : (
          <>
            {!program.archivedAt && (
              <Section title={words.nextTitle}>
                {steps.length === 0 ? (
                  <p>{words.nothing}</p>
                ) : (
                  <Entries label={words.nextTitle}>
                    {steps.map((step) => (
                      <StepEntry key={step.kind} step={step} program={program} />
                    ))}
                  </Entries>
                )}
              </Section>
            )}
            <PairFiguresSection
              figures={await countByState(ctx, { organizationId, programId })}
              at={`${programPath(organizationId, programId)}/pairs`}
            />
            {sides.map(([role, figures]) => (
              <RoleFunnel key={role} of={role} counted={figures} program={program} />
            ))}
          </>
        )}
        <SignUpLink program={program} publicUrl={ctx.app.settings.publicUrl} />
      </Page>
    );
  },
});

interface RoleFunnelProps {
  of: StandingRole;
  counted: RoleFigures;
  program: Program;
}

function RoleFunnel({ of: role, counted, program }: RoleFunnelProps) {
  const reader = useReader();
  const words = overviewWords(reader);
  const at = participantsPath(program.organizationId, program.id);
  const ofRole = role === "peer" ? {} : { role };
  const listed = (stage: string): string => `${at}?${new URLSearchParams({ ...ofRole, stage })}`;
  const note = (standing: (typeof funnel)[number]): string | undefined => {
    if (standing === "waiting" && counted.waitingSince) return words.since(formatTime(reader, counted.waitingSince, "day"));
    if (standing === "unanswered" && counted.answerBy) return words.until(formatDeadline(reader, counted.answerBy, "day"));
    return undefined;
  };
  const others = (["returned", "paused", "withdrawn"] as const).filter((standing) => counted.figures[standing] > 0);
  return (
    <Section title={words.roles[role]} actions={<a href={role === "peer" ? at : `${at}?role=${role}`}>{words.all(counted.all)}</a>}>
      <Stats label={words.roles[role]}>
        {[...funnel, ...others].map((standing) => {
          const value = counted.figures[standing];
          const said = (funnel as readonly string[]).includes(standing) ? note(standing as (typeof funnel)[number]) : undefined;
          return (
            <Stat
              key={standing}
              value={value}
              label={words.figures[standing]}
              href={listed(standing)}
              {...(said !== undefined && { note: said })}
              attention={value > 0 && (standing === "waiting" || standing === "returned")}
            />
          );
        })}
      </Stats>
    </Section>
  );
}

/** A program that nobody is in yet: the three things with which it begins. */
function Beginning({ program, questions }: { program: Program; questions: number }) {
  const words = overviewWords(useReader()).begin;
  const at = programPath(program.organizationId, program.id);
  return (
    <Section title={words.title}>
      <p>{words.lead}</p>
      <Entries label={words.title}>
        <Entry
          title={words.ask}
          actions={
            <ButtonLink href={questions === 0 ? `${at}/questions/new` : `${at}/questions`} kind="plain">
              {questions === 0 ? words.askLink : words.askedLink}
            </ButtonLink>
          }
        >
          {words.askText(questions)}
        </Entry>
        <Entry title={words.bring} actions={<ButtonLink href={`${at}/imports/new`}>{words.bringLink}</ButtonLink>}>
          {words.bringText}
        </Entry>
        <Entry
          title={words.invite}
          actions={
            <ButtonLink href={`${at}/participants/new`} kind="plain">
              {words.inviteLink}
            </ButtonLink>
          }
        >
          {words.inviteText}
        </Entry>
      </Entries>
    </Section>
  );
}

function SignUpLink({ program, publicUrl }: { program: Program; publicUrl: string }) {
  const words = overviewWords(useReader());
  if (program.signUp !== "open" || program.archivedAt) return null;
  const href = `${publicUrl}${signUpPath(program.organizationId, program.id)}`;
  return (
    <Section title={words.signUpTitle}>
      <p>{words.signUpText}</p>
      <p>
        <a class="long-link" href={href}>
          <bdi>{href}</bdi>
        </a>
      </p>
    </Section>
  );
}
