import { checksPath } from "../../networks/checks/background-check.ts";
import { checkWords } from "../../networks/checks/checks.messages.ts";
import { formatDeadline } from "../../ui/formats.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { useReader } from "../../ui/reader.ts";
import type { OfferWithPeople } from "./find-offer.ts";
import { hasRunOut, otherSide, type Side, wantsAnother } from "./offer.ts";
import { offerWords } from "./offers.messages.ts";
import { type Waiting, waitingSentence } from "./why-it-waits.ts";

/** Where one stands with an offer, and what happens next and by when. */
export function OfferStatus({ offer, side, waiting }: { offer: OfferWithPeople; side: Side; waiting: Waiting | undefined }) {
  const reader = useReader();
  const words = offerWords(reader.language).page;
  const other = offer[otherSide(side)].name;
  const until = formatDeadline(reader, offer.answerBy);
  const own = side === "mentee" ? offer.menteeAcceptedAt : offer.mentorAcceptedAt;
  const theirs = side === "mentee" ? offer.mentorAcceptedAt : offer.menteeAcceptedAt;
  const next = side === "mentee" ? words.nextMentee : words.nextMentor;

  if (offer.state === "accepted" || offer.state === "ended")
    return (
      <Callout kind="done" title={waiting ? waitingSentence(reader.language, waiting) : words.begun}>
        {waiting === "own-check" && (
          <p>
            <a href={checksPath(offer.organizationId, offer[side].personId)}>{checkWords(reader.language).ownLink}</a>
          </p>
        )}
        {offer.relationshipId && (
          <p>
            <ButtonLink href={`/organizations/${offer.organizationId}/relationships/${offer.relationshipId}`}>{words.open}</ButtonLink>
          </p>
        )}
      </Callout>
    );
  if (offer.state === "withdrawn") return <Callout title={words.withdrawn} />;
  if (offer.state === "declined") {
    const isMine = offer.declinedBy === side;
    const goesOn = !isMine || wantsAnother(offer.declineReason);
    return (
      <Callout title={isMine ? words.declinedByYou : words.declinedByOther(other)}>
        <p>{goesOn ? next : words.nextNobody}</p>
      </Callout>
    );
  }
  if (offer.state === "expired" || hasRunOut(offer, reader.now))
    return (
      <Callout title={words.expired}>
        <p>{own === null ? words.nextNobody : next}</p>
      </Callout>
    );
  if (own !== null)
    return (
      <Callout kind="done">
        <p>{words.youAccepted(other, until)}</p>
      </Callout>
    );
  return (
    <Callout kind="warn" title={words.answerBy(until)}>
      {theirs !== null && <p>{words.otherAccepted(other)}</p>}
    </Callout>
  );
}
