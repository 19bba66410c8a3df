/** Above the list of a board: the figures, the proof, what has changed since, and what comes next: running again, or, once it is published, the offers. */
import type { Refused } from "../../platform/form.ts";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Details } from "../../ui/details.tsx";
import { Form } from "../../ui/form.tsx";
import { formatList, formatTime } from "../../ui/formats.ts";
import { useReader } from "../../ui/reader.ts";
import { Stat, Stats } from "../../ui/stat.tsx";
import type { AskedQuestion } from "../criteria/answer-source.ts";
import type { Criterion } from "../criteria/criterion.ts";
import { WeightsForm } from "../criteria/weights-form.tsx";
import type { Round } from "../rounds/list-rounds.ts";
import { roundsWords } from "../rounds/rounds.messages.ts";
import { boardWords } from "./board.messages.ts";
import type { BoardFigures } from "./list-board.ts";
import { points } from "./price-sentences.ts";
import { RoundProof } from "./round-proof.tsx";
import { wordsOfBoard } from "./words-of-board.ts";
import { isChanged, type RoundChanges } from "./round-changes.ts";

interface BoardHeadProps {
  /** The address of this view of the board. */
  here: string;
  round: Round;
  figures: BoardFigures;
  changes: RoundChanges;
  criteria: readonly Criterion[];
  questions: readonly AskedQuestion[];
  refused: Refused | undefined;
  runAgainRefused: Refused | undefined;
}

export function BoardHead({ here, round, figures, changes, criteria, questions, refused, runAgainRefused }: BoardHeadProps) {
  const { language } = useReader();
  const words = wordsOfBoard(round, language);
  const at = here.split("?")[0]!;
  const isPublished = round.state === "published";
  return (
    <>
      <Stats>
        <Stat value={figures.pairs} label={words.matchedStat} href={at} />
        <Stat value={figures.firstChoices} label={words.firstStat} href={`${at}?only=first`} />
        <Stat
          value={figures.weak}
          label={words.weakStat}
          href={`${at}?only=weak`}
          attention={figures.weak > 0}
          note={figures.weak > 0 ? words.weakNote : undefined}
        />
        <Stat value={figures.unmatched} label={words.unmatchedStat} href={`${at}?view=unmatched`} attention={figures.unmatched > 0} />
        <Stat value={points(round.total ?? 0, language)} label={words.totalStat} />
      </Stats>
      <RoundProof round={round} />
      {!isPublished && figures.left > 0 && (
        <Callout kind="warn">
          <p>
            <a href={`${at}?only=left`}>{words.leftPairs(figures.left)}</a>
          </p>
        </Callout>
      )}
      {changes.idleLocks > 0 && (
        <Callout kind="warn">
          <p>{words.idleLocks(changes.idleLocks)}</p>
        </Callout>
      )}
      {changes.barredLocks > 0 && (
        <Callout kind="warn">
          <p>
            <a href={`${at}?view=wishes`}>{words.barredLocks(changes.barredLocks)}</a>
          </p>
        </Callout>
      )}
      {isPublished ? (
        <Published round={round} rounds={at.slice(0, at.lastIndexOf("/"))} />
      ) : (
        <RunAgain here={here} changes={changes} refused={runAgainRefused} />
      )}
      {!isPublished && criteria.some(({ strength }) => strength === "should") && (
        <Details summary={words.weights} open={refused !== undefined}>
          <WeightsForm action={here} criteria={criteria} questions={questions} refused={refused} />
        </Details>
      )}
    </>
  );
}

function RunAgain({ here, changes, refused }: { here: string; changes: RoundChanges; refused: Refused | undefined }) {
  const { language } = useReader();
  const words = boardWords(language);
  const changed = [
    changes.newLocks > 0 && words.newLocks(changes.newLocks),
    changes.releasedLocks > 0 && words.releasedLocks(changes.releasedLocks),
    changes.newBans > 0 && words.newBans(changes.newBans),
    changes.criteria && words.criteriaChanged,
  ].filter((each) => each !== false);
  const again = (
    <Form action={here} act="run-again" {...refused}>
      <Buttons>
        <Button kind="plain">{words.runAgain}</Button>
        <span class="hint">{words.runAgainHint}</span>
      </Buttons>
    </Form>
  );
  if (!isChanged(changes)) return again;
  return (
    <Callout kind="notice" title={words.changed}>
      <p>{formatList(language, changed)}.</p>
      {again}
    </Callout>
  );
}

/** Its people hold offers by now: what is left to do is to read the answers, or to begin anew with who is free. */
function Published({ round, rounds }: { round: Round; rounds: string }) {
  const reader = useReader();
  const words = boardWords(reader.language);
  return (
    <Callout
      kind="done"
      title={round.published_at ? words.published(formatTime(reader, round.published_at, "moment")) : words.publishedBefore}
    >
      <p>
        <a href={`${rounds.slice(0, rounds.lastIndexOf("/"))}/offers`}>{words.toOffers}</a>
      </p>
      <Buttons>
        <ButtonLink kind="plain" href={`${rounds}/new`}>
          {roundsWords(reader.language).newTitle}
        </ButtonLink>
      </Buttons>
    </Callout>
  );
}
