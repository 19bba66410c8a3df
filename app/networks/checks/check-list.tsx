import type { Visit } from "../../platform/page.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Details } from "../../ui/details.tsx";
import { Entries, Entry } from "../../ui/entries.tsx";
import { TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatDay, formatTime } from "../../ui/formats.ts";
import { useReader } from "../../ui/reader.ts";
import { counts, longestRemark } from "./background-check.ts";
import { checkWords } from "./checks.messages.ts";
import type { BackgroundCheck } from "./find-checks.ts";

/** In a sentence of another direction it stays whole (Unicode, bidirectional isolates). */
const alone = (text: string): string => `\u2068${text}\u2069`;

interface CheckListProps {
  checks: readonly BackgroundCheck[];
  today: string;
  /** Where one can be made void; undefined: she reads her own. */
  visit: Visit | undefined;
}

/** What is recorded of somebody, the newest first; what was made void stands among it, with the reason. */
export function CheckList({ checks, today, visit }: CheckListProps) {
  const words = checkWords(useReader().language);
  return (
    <Entries label={words.records}>
      {checks.map((check) => (
        <Record key={check.checkId} check={check} today={today} visit={visit} />
      ))}
    </Entries>
  );
}

function Record({ check, today, visit }: { check: BackgroundCheck; today: string; visit: Visit | undefined }) {
  const reader = useReader();
  const { language } = reader;
  const words = checkWords(language);
  const refused = visit?.refused("void");
  const isRefused = refused?.values["checkId"]?.[0] === check.checkId;
  const day = (on: string): string => formatDay(language, on, "long-day");
  const at = (moment: Date): string => formatTime(reader, moment, "long-day");
  const outcome = check.decision === undefined ? words.lost : words.decisions[check.decision];
  const until = check.expiresOn === null ? "" : (counts(check, today) ? words.counts : words.hasRunOut)(day(check.expiresOn));
  return (
    <Entry
      title={
        <>
          <strong>{words.kinds[check.kind]}</strong>: {outcome}
        </>
      }
      aside={check.voidedAt === null ? until : <strong>{words.voided}</strong>}
    >
      <p>{words.decided(day(check.decidedOn), alone(check.provider), alone(check.jurisdictions))}</p>
      {check.reference !== "" && <p>{check.reference === undefined ? words.lost : words.reference(alone(check.reference))}</p>}
      {check.remark !== "" && <p dir="auto">{check.remark ?? words.lost}</p>}
      <p class="quiet">
        {check.recordedBy === null ? words.recorded : words.recordedBy(alone(check.recordedBy))} · {at(check.recordedAt)}
      </p>
      {check.voidedAt !== null && (
        <p class="quiet">
          {check.voidedBy === null ? words.wasVoided : words.voidedBy(alone(check.voidedBy))} · {at(check.voidedAt)}
          {check.voidReason !== "" && <>: {<bdi>{check.voidReason ?? words.lost}</bdi>}</>}
        </p>
      )}
      {visit && check.voidedAt === null && (
        <Details
          summary={
            <>
              {words.voidTitle}
              <span class="hidden">
                : {words.kinds[check.kind]}, {day(check.decidedOn)}
              </span>
            </>
          }
          open={isRefused}
        >
          <Form action={visit.path} act="void" id={`void-${check.checkId}`} {...(isRefused ? refused : {})}>
            <input type="hidden" name="checkId" value={check.checkId} />
            <TextField name="reason" label={words.voidWhy} hint={words.voidHint} maxlength={longestRemark} size="long" required />
            <Buttons>
              <Button kind="plain">{words.voidIt}</Button>
            </Buttons>
          </Form>
        </Details>
      )}
    </Entry>
  );
}
