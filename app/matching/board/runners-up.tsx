import { Section } from "../../ui/layout.tsx";
import { Person } from "../../ui/person.tsx";
import { useReader } from "../../ui/reader.ts";
import { Strength } from "../../ui/strength.tsx";
import { Table } from "../../ui/table.tsx";
import { isolated } from "../explanations/name-words.ts";
import { reasonSentences } from "../explanations/reason-sentences.ts";
import { strengthOf } from "../rounds/round.ts";
import type { wordsOfBoard } from "./words-of-board.ts";
import type { PricedPair } from "./open-round.ts";
import { PairButtons } from "./pair-buttons.tsx";
import { costSentences } from "./price-sentences.ts";

interface RunnersUpProps {
  title: string;
  pairs: readonly PricedPair[];
  /** Which of the two is new in each. */
  show: "mentee" | "mentor";
  nameOf: (participantId: string) => string;
  words: ReturnType<typeof wordsOfBoard>;
  here: string;
  boardPath: string;
  isPublished: boolean;
}

/** Who else there would be, what the total would lose, and who would move; until the round is published each can be locked instead. */
export function RunnersUp({ title, pairs, show, words, nameOf, here, boardPath, isPublished }: RunnersUpProps) {
  const { language } = useReader();
  const idOf = (pair: PricedPair): string => (show === "mentee" ? pair.menteeId : pair.mentorId);
  const namesOf = (pair: PricedPair) => ({ mentee: nameOf(pair.menteeId), mentor: nameOf(pair.mentorId) });
  return (
    <Section title={title}>
      <p class="hint">{words.runnersUpLead}</p>
      <Table
        caption={title}
        captionHidden
        rows={pairs}
        rowKey={(pair) => `${pair.menteeId} ${pair.mentorId}`}
        empty={<p>{words.noRunnersUp}</p>}
        columns={[
          {
            label: words[show],
            header: true,
            cell: (pair) => <Person name={nameOf(idOf(pair))} href={`${boardPath}/participants/${idOf(pair)}`} />,
          },
          { label: words.strength, cell: (pair) => <Strength value={strengthOf(pair.weight)} /> },
          {
            label: words.why,
            cell: (pair) =>
              reasonSentences(pair.parts, language, { as: "coordinator", ...namesOf(pair) })
                .slice(0, 3)
                .join(" "),
          },
          { label: words.cost, cell: (pair) => costSentences(pair, language, nameOf).join(" ") },
          ...(isPublished
            ? []
            : [
                {
                  label: words.actions,
                  labelHidden: true,
                  cell: (pair: PricedPair) => {
                    const names = namesOf(pair);
                    return (
                      <PairButtons
                        action={here}
                        pair={{ ...pair, wish: null, hasLeft: false }}
                        names={{ mentee: isolated(language, names.mentee), mentor: isolated(language, names.mentor) }}
                        lockLabel={words.lockInstead}
                      />
                    );
                  },
                },
              ]),
        ]}
      />
    </Section>
  );
}
