import { checksPath } from "../../networks/checks/background-check.ts";
import { checkWords } from "../../networks/checks/checks.messages.ts";
import { programPath } from "../../networks/programs/program.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { formatDeadline } from "../../ui/formats.ts";
import { useReader } from "../../ui/reader.ts";
import { directoryPath } from "../choices/choice-path.ts";
import { otherSide, type Side } from "../offers/offer.ts";
import { type Waiting, waitingSentence } from "../offers/why-it-waits.ts";
import { calledName, type RequestWithPeople } from "./find-request.ts";
import { requestHasRunOut } from "./request.ts";
import { requestWords } from "./requests.messages.ts";

interface StatusProps {
  request: RequestWithPeople;
  side: Side;
  /** The request that took the place of this one. */
  next: RequestWithPeople | undefined;
  /** Whether anybody is on the mentee's list whom she has not asked. */
  hasFurtherChoices: boolean;
  /** The mentor has said yes, and it has not begun. */
  waiting: Waiting | undefined;
}

/** Where one stands with a request, and what happens next and by when. */
export function RequestStatus({ request, side, next, hasFurtherChoices, waiting }: StatusProps) {
  const reader = useReader();
  const words = requestWords(reader.language).page;
  const other = calledName(request, otherSide(side), reader.language);
  const until = formatDeadline(reader, request.answerBy);
  const { organizationId, programId, state } = request;

  if (state === "accepted")
    return (
      <Callout kind="done" title={waiting ? waitingSentence(reader.language, waiting) : words.accepted}>
        {waiting === "own-check" && (
          <p>
            <a href={checksPath(organizationId, request[side].personId)}>{checkWords(reader.language).ownLink}</a>
          </p>
        )}
        {request.relationshipId && (
          <p>
            <ButtonLink href={`/organizations/${organizationId}/relationships/${request.relationshipId}`}>{words.open}</ButtonLink>
          </p>
        )}
      </Callout>
    );
  if (state === "open" && !requestHasRunOut(request, reader.now))
    return side === "mentor" ? (
      <Callout kind="warn" title={words.answerBy(until)}>
        <p>{words.afterThat(other)}</p>
      </Callout>
    ) : (
      <Callout title={words.waits(other, until)}>
        {request.fallsOn && !hasFurtherChoices ? (
          <p>
            {words.waitsList} <a href={directoryPath(organizationId, programId, "mentor")}>{requestWords(reader.language).own.toMentors}</a>
          </p>
        ) : (
          <p>{request.fallsOn ? words.waitsNext : words.waitsYou}</p>
        )}
      </Callout>
    );
  return (
    <Callout title={endOf(request, side, other, words)}>
      {side === "mentee" &&
        (next ? (
          <p>
            {words.nextAsked(calledName(next, "mentor", reader.language))}{" "}
            <a href={`/organizations/${organizationId}/requests/${next.id}`}>{words.toNext}</a>
          </p>
        ) : (
          request.withdrawnBecause !== "found-somebody" &&
          request.withdrawnBecause !== "mode-changed" && (
            <p>
              {words.askAnother}{" "}
              <a href={directoryPath(organizationId, programId, "mentor")}>{requestWords(reader.language).own.toMentors}</a>
            </p>
          )
        ))}
      {side === "mentor" && state !== "declined" && (
        <p>
          <a href={`${programPath(organizationId, programId)}/requests`}>{requestWords(reader.language).own.title}</a>
        </p>
      )}
    </Callout>
  );
}

/** How it ended, in a sentence for this side. */
export function endOf(
  request: Pick<RequestWithPeople, "state" | "withdrawnBecause">,
  side: Side,
  other: string,
  words: ReturnType<typeof requestWords>["page"],
): string {
  const said =
    request.state === "declined"
      ? words.declined[side]
      : request.state !== "withdrawn"
        ? words.expired[side]
        : (() => {
            const because = words.withdrawn[request.withdrawnBecause ?? "coordinator"];
            return typeof because === "string" ? because : because[side];
          })();
  return typeof said === "string" ? said : said(other);
}
