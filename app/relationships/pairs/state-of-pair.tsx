import { ButtonLink, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { useReader } from "../../ui/reader.ts";
import { formatTime } from "../../ui/formats.ts";
import { decisionPath } from "../concerns/decision.ts";
import { decisionWords } from "../concerns/decision.messages.ts";
import { decidesForAll } from "../life/who-decides.ts";
import type { Pair, PersonOfPair } from "./find-pair.ts";
import { pairPath } from "./pair.ts";
import { pairWords } from "./pairs.messages.ts";

/** The day at its noon, so that it is the same day wherever it is read. */
const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** Where it stands, when it does not simply go on. */
export function StateOfPair({ pair }: { pair: Pair }) {
  const reader = useReader();
  const words = pairWords(reader.language);
  const day = (date: string): string => formatTime({ language: reader.language, timeZone: "UTC" }, noonOf(date), "long-day");
  const at = pairPath(pair.organizationId, pair.id);
  if (pair.state === "active") return null;
  if (pair.state === "concluded")
    return (
      <Callout title={words.concluded}>
        <ButtonLink href={`${at}/closure`} kind="plain">
          {words.whatNext}
        </ButtonLink>
      </Callout>
    );
  if (pair.state === "closing")
    return (
      <Callout title={words.closing(day(pair.closesOn!))}>
        <ButtonLink href={`${at}/closure`}>{words.sayGoodbye}</ButtonLink>
      </Callout>
    );
  if (pair.pausedBy === "safeguarding")
    return (
      <Callout title={words.held}>
        <ButtonLink href={decisionPath(pair.organizationId, pair.id)} kind="plain">
          {decisionWords(reader.language).toDecision}
        </ButtonLink>
      </Callout>
    );
  return (
    <Callout title={pair.pausedUntil === null ? words.paused : words.pausedUntil(day(pair.pausedUntil))}>
      <ButtonLink href={`${at}/changes`} kind="plain">
        {words.toChanges}
      </ButtonLink>
    </Callout>
  );
}

/** A break, another last day, a good ending: at the foot of the page, for whenever it is needed. */
export function ChangeOrEnd({ pair, me }: { pair: Pair; me: PersonOfPair }) {
  const words = pairWords(useReader().language);
  const at = pairPath(pair.organizationId, pair.id);
  if (pair.state === "concluded" || pair.pausedBy === "safeguarding") return null;
  const decides = decidesForAll(pair, me.personId);
  return (
    <Buttons>
      <ButtonLink href={`${at}/changes`} kind="plain">
        {decides ? words.toChanges : words.group.toChanges}
      </ButtonLink>
      {(decides || pair.state === "closing") && (
        <ButtonLink href={`${at}/closure`} kind="plain">
          {pair.state === "closing" ? words.sayGoodbye : words.toEnd}
        </ButtonLink>
      )}
    </Buttons>
  );
}
