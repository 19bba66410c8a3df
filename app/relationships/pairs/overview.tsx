import type { ProgramFormat } from "../../networks/programs/program.ts";
import { ButtonLink, Buttons } from "../../ui/button.tsx";
import { Section } from "../../ui/layout.tsx";
import { formatTime } from "../../ui/formats.ts";
import { OwnWords } from "../../ui/own-words.tsx";
import { useReader } from "../../ui/reader.ts";
import { AgreementBrief } from "../agreements/agreement-brief.tsx";
import { GoalsBrief } from "../goals/goals-brief.tsx";
import { PracticeBrief } from "../practice/practice-brief.tsx";
import { FirstMeeting } from "../sessions/first-meeting.tsx";
import { SessionTime } from "../sessions/session-time.tsx";
import { sessionsPath } from "../sessions/session-event.ts";
import { sessionWords } from "../sessions/sessions.messages.ts";
import type { Overview } from "./find-overview.ts";
import { hasGoals } from "./pair-tabs.tsx";
import type { PairRole } from "./pair.ts";
import { pairWords } from "./pairs.messages.ts";

interface OverviewProps {
  overview: Overview;
  format: ProgramFormat;
  role: PairRole;
  /** The program's words for the first steps. */
  ownSteps: string | undefined;
}

/** What the two have before them, part by part, each with the way to its page. */
export function OverviewParts({ overview, format, role, ownSteps }: OverviewProps) {
  const { guide, next, toPlan, agreement, goals, practice } = overview;
  const { language } = useReader();
  const words = pairWords(language);
  const { first, propose } = sessionWords(language);
  const sessions = sessionsPath(overview.organizationId, overview.relationshipId);
  return (
    <>
      {guide && (
        <Section title={words.firstSteps}>
          <FirstSteps until={guide.until} format={format} role={role} own={ownSteps} />
          {guide.times && <FirstMeeting {...guide.times} />}
        </Section>
      )}
      {next && (
        <Section title={words.next}>
          <p>
            <a href={sessions}>
              <SessionTime {...next} />
            </a>
          </p>
        </Section>
      )}
      {toPlan && (
        <Section title={words.next}>
          <p>{toPlan === "look" ? first.open : words.nothingPlanned}</p>
          <Buttons>
            {toPlan === "look" ? (
              <ButtonLink href={sessions}>{first.look}</ButtonLink>
            ) : (
              <ButtonLink href={`${sessions}/propose`}>{propose}</ButtonLink>
            )}
          </Buttons>
        </Section>
      )}
      <PracticeBrief {...practice} />
      {/* One conversation needs neither. */}
      {hasGoals(format) && (
        <>
          <GoalsBrief {...goals} />
          <AgreementBrief {...agreement} />
        </>
      )}
    </>
  );
}

function preparing(format: ProgramFormat, role: PairRole): "mentee" | "mentor" | "mentorOfMany" | "youngerMentor" {
  // Of two equals each writes down what she hopes for.
  if (format === "peer" || role === "mentee") return "mentee";
  return format === "group" ? "mentorOfMany" : format === "reverse" ? "youngerMentor" : "mentor";
}

function FirstSteps({ until, format, role, own }: { until: Date; format: ProgramFormat; role: PairRole; own: string | undefined }) {
  const reader = useReader();
  const { steps } = pairWords(reader.language);
  const day = formatTime(reader, until, "long-day");
  const meet = format === "flash" ? steps.meetOnce : format === "group" ? steps.together : steps.meet;
  return (
    <>
      {own && <OwnWords text={own} />}
      <ol>
        <li>{steps[preparing(format, role)]}</li>
        <li>{meet(day)}</li>
        <li>{format === "flash" ? steps.afterwards : steps.agree}</li>
        <li>{steps.support}</li>
      </ol>
    </>
  );
}
