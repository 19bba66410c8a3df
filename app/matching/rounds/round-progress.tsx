/** The page of a round that has no result: under way, stopped, or come to nothing. */
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Form } from "../../ui/form.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { Island } from "../../ui/island.tsx";
import { useReader } from "../../ui/reader.ts";
import type { Language } from "../../platform/i18n.ts";
import { isolated } from "../explanations/name-words.ts";
import type { Round } from "./list-rounds.ts";
import { shownProgress } from "./progress.download.ts";
import LiveProgress from "./round-progress.island.tsx";
import type { RoundProblem } from "./round.ts";
import { roundsWords } from "./rounds.messages.ts";

export function RoundWithoutResult({ round, at, newHref }: { round: Round; at: string; newHref: string }) {
  const { language } = useReader();
  const words = roundsWords(language);
  if (round.state === "waiting" || round.state === "running") {
    return (
      <>
        <Island
          of={LiveProgress}
          module="app/matching/rounds/round-progress.island.tsx"
          props={{ at, ...shownProgress(round, language) }}
        />
        <p>{words.progressText}</p>
        <Form action={at} act="cancel">
          <Buttons>
            <Button kind="plain">{words.cancel}</Button>
          </Buttons>
        </Form>
      </>
    );
  }
  return (
    <>
      <Callout kind={round.state === "failed" ? "warn" : "notice"}>
        <p>{round.problem ? problemText(language, round.problem) : words.cancelled}</p>
      </Callout>
      <Buttons>
        <ButtonLink href={newHref}>{words.run}</ButtonLink>
      </Buttons>
    </>
  );
}

function problemText(language: Language, problem: RoundProblem): string {
  const words = roundsWords(language).problems;
  const figure = (value: number): string => formatNumber(language, value);
  switch (problem.kind) {
    case "nobody":
      return problem.side === "mentees" ? words.nobodyMentees : words.nobodyMentors;
    case "too-many-pairs":
      return words.tooManyPairs(figure(problem.pairs), figure(problem.limit));
    case "locks-beyond-places":
      return words.locks(isolated(language, problem.name), figure(problem.places), figure(problem.locks));
    case "took-too-long":
      return words.tooLong(figure(problem.minutes));
    case "out-of-memory":
      return words.memory;
    case "not-proven":
      return words.notProven;
    case "no-choices":
      return words.noChoices;
    case "no-groups":
      return words.noGroups;
    case "people-left":
      return words.peopleLeft;
    case "bug":
      return words.bug;
  }
}
