import { checksPath } from "../../networks/checks/background-check.ts";
import { checkWords } from "../../networks/checks/checks.messages.ts";
import { programPath } from "../../networks/programs/program.ts";
import { agreementWords } from "../../relationships/agreements/agreements.messages.ts";
import { wardSentence } from "../../relationships/agreements/signatures.tsx";
import { pairPath } from "../../relationships/pairs/pair.ts";
import type { Language } from "../../platform/i18n.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { formatDay, formatList, formatNumber } from "../../ui/formats.ts";
import { useReader } from "../../ui/reader.ts";
import { Time } from "../../ui/time.tsx";
import type { Line } from "./list-today.ts";
import { canBeFinished } from "./rule.ts";
import { todayWords } from "./today.messages.ts";

interface TodayLineProps {
  line: Line;
  organizationId: string;
  /** Who they are, for the names of its buttons. */
  who: string;
  action: string;
}

/** Where the next act is done. */
function nextHref(organizationId: string, { rule, subject }: Line): string {
  if (subject.is === "mentor") return checksPath(organizationId, subject.personId);
  if (subject.is === "offer") return `${programPath(organizationId, subject.programId)}/offers`;
  if (rule === "no-owner") return `${programPath(organizationId, subject.programId)}/pairs?owner=nobody`;
  const under = { agreement: "agreement", pause: "changes", "new-start": "new-start/answer" }[rule as "agreement" | "pause" | "new-start"];
  return `${pairPath(organizationId, subject.id)}/${under ?? "support"}`;
}

/** One line: why, and the next act. */
export function TodayLine({ line, organizationId, who, action }: TodayLineProps) {
  const { language } = useReader();
  const words = todayWords(language);
  const { rule, subject, figure = 0, mark } = line;
  const fields = { subjectId: subject.id, rule, reason: line.reason };
  const isAside = mark !== undefined && mark.mark !== "handed-over";
  const about = <span class="hidden">{`: ${words.names[rule]}, ${who}`}</span>;
  return (
    <li class="reason">
      <div class="reason-head">
        <p>
          <span class="chip">{words.names[rule]}</span>{" "}
          {words.why[rule](formatNumber(language, figure, { maximumFractionDigits: 1 }), figure)}
          {line.personName !== undefined && <> {(line.isGuardian ? words.withGuardian : words.with)(line.personName)}</>}
          {line.kinds !== undefined &&
            ` (${formatList(
              language,
              line.kinds.map((kind) => checkWords(language).kinds[kind]),
            )})`}
          {waitingSentences(language, line).map((sentence) => ` ${sentence}`)}
          {line.at !== undefined && (
            <>
              {" "}
              <Time at={line.at} as="relative" />
            </>
          )}
        </p>
        <div class="buttons">
          {isAside ? (
            <ActButton action={action} act="undo" fields={{ subjectId: subject.id, rule }} small>
              {words.undo}
              {about}
            </ActButton>
          ) : (
            <>
              <ButtonLink href={nextHref(organizationId, line)} kind="plain" small>
                {words.next[rule]}
                {about}
              </ButtonLink>
              {canBeFinished(rule) && (
                <ActButton action={action} act="done" fields={fields} kind="quiet" small>
                  {words.done}
                  {about}
                </ActButton>
              )}
            </>
          )}
        </div>
      </div>
      {mark?.mark === "snoozed" && <p class="quiet">{words.putOffUntil(formatDay(language, mark.untilOn!, "day"))}</p>}
      {mark?.mark === "done" && <p class="quiet">{mark.byName === null ? words.doneBySomebody : words.doneBy(mark.byName)}</p>}
      {mark?.mark === "handed-over" && (
        <p class="quiet">
          {words.givenOn}{" "}
          <ActButton action={action} act="undo" fields={{ subjectId: subject.id, rule }} kind="quiet" small>
            {words.undo}
          </ActButton>
        </p>
      )}
    </li>
  );
}

/** Whose signatures an agreement waits for. */
function waitingSentences(language: Language, { waiting }: Line): string[] {
  if (waiting === undefined) return [];
  const { missing, wards } = waiting;
  return [
    ...(missing.length > 0 ? [agreementWords(language).missing(formatList(language, missing))] : []),
    ...wards.map((ward) => wardSentence(language, ward)),
  ];
}
