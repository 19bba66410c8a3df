import { Callout } from "../../ui/callout.tsx";
import { useReader } from "../../ui/reader.ts";
import { type CheckKind, checksPath, missingOf, type NewestCheck } from "./background-check.ts";
import { checkWords } from "./checks.messages.ts";
import { StandingOfChecks } from "./standing-of-checks.tsx";

interface OwnChecksProps {
  organizationId: string;
  personId: string;
  needed: readonly CheckKind[];
  newest: readonly NewestCheck[];
  today: string;
}

/** On a mentor's own side of a program that wants checks: what it wants, what she has, and what happens next. */
export function OwnChecks({ organizationId, personId, needed, newest, today }: OwnChecksProps) {
  const words = checkWords(useReader().language);
  const missing = missingOf(needed, newest, today);
  return (
    <Callout kind={missing.length > 0 ? "warn" : "notice"} title={words.link}>
      <StandingOfChecks needed={needed} newest={newest} today={today} />
      {missing.length > 0 && <p>{words.ownWaits}</p>}
      <p>
        <a href={checksPath(organizationId, personId)}>{words.ownLink}</a>
      </p>
    </Callout>
  );
}
