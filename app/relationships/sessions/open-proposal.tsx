import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { Entries, Entry } from "../../ui/entries.tsx";
import { Form } from "../../ui/form.tsx";
import { formatList, formatTime } from "../../ui/formats.ts";
import { OwnWords } from "../../ui/own-words.tsx";
import { useReader } from "../../ui/reader.ts";
import type { PersonOfLife } from "../life/find-life.ts";
import type { Proposal } from "./find-proposals.ts";
import { nameOf, othersThan } from "./people-of-session.ts";
import { planWords } from "./plan.messages.ts";
import { type Clock, SessionTime } from "./session-time.tsx";
import { sessionWords } from "./sessions.messages.ts";

interface OpenProposalProps {
  proposal: Proposal;
  people: readonly PersonOfLife[];
  me: PersonOfLife;
  clock: Clock;
  action: string;
  proposeHref: string | undefined;
}

/** Times that wait for somebody's word: hers to choose from, or hers to wait for. */
export function OpenProposal({ proposal, people, me, clock, action, proposeHref }: OpenProposalProps) {
  const reader = useReader();
  const words = sessionWords(reader.language);
  const isMine = proposal.proposedBy === me.personId;
  const others = othersThan(people, me.personId);
  const names = formatList(
    reader.language,
    others.map(({ name }) => name),
  );
  const by = nameOf(people, proposal.proposedBy) ?? "";
  return (
    <>
      <p>
        {isMine ? words.yourTimes(names) : words.proposedBy(by)} · {words.minutes(proposal.minutes)} ·{" "}
        {planWords(reader.language).placeKinds[proposal.placeKind]}
        {proposal.repeats && ` · ${words.goesOn(planWords(reader.language).repeats[proposal.repeats])}`}
      </p>
      {proposal.movesFrom && <p>{words.movesIt(formatTime(clock, proposal.movesFrom, "moment"))}</p>}
      {proposal.words !== "" && <OwnWords text={proposal.words} />}
      <Entries>
        {proposal.times
          .filter(({ startsAt }) => startsAt > clock.now)
          .map(({ startsAt, suits }) => {
            const suited = suits.flatMap((personId) => nameOf(people, personId) ?? []);
            const act = isMine ? (suits.length > 0 ? "settle" : undefined) : suits.includes(me.personId) ? undefined : "choose";
            return (
              <Entry
                key={startsAt.toISOString()}
                title={<SessionTime at={startsAt} clock={clock} others={others} />}
                actions={
                  act && (
                    <Form action={action} act={act} id={`${act}-${startsAt.getTime()}`}>
                      <input type="hidden" name="proposalId" value={proposal.id} />
                      <input type="hidden" name="startsAt" value={startsAt.toISOString()} />
                      <Button small kind={isMine ? "plain" : "primary"}>
                        {isMine ? words.settle : words.suits}
                      </Button>
                    </Form>
                  )
                }
              >
                {suited.length > 0 && words.suitsNames(formatList(reader.language, suited))}
              </Entry>
            );
          })}
      </Entries>
      <Buttons>
        {proposeHref !== undefined && (
          <ButtonLink href={proposeHref} kind="plain">
            {words.others}
          </ButtonLink>
        )}
        {isMine && (
          <Form action={action} act="withdraw" id={`withdraw-${proposal.id}`}>
            <input type="hidden" name="proposalId" value={proposal.id} />
            <Button kind="quiet">{words.withdraw}</Button>
          </Form>
        )}
      </Buttons>
    </>
  );
}
