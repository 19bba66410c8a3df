import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { Stat, Stats } from "../../ui/stat.tsx";
import { allPairsWords } from "./all-pairs.messages.ts";
import type { ListedPair, PairFigures } from "./list-pairs.ts";
import { PairLink, PairStanding } from "./pair-parts.tsx";

/** What somebody is or was in, on her page in the program. */
export function PairsBrief({ organizationId, pairs }: { organizationId: string; pairs: readonly ListedPair[] }) {
  const words = allPairsWords(useReader());
  if (pairs.length === 0) return null;
  return (
    <Section title={words.title}>
      <ul>
        {pairs.map((pair) => (
          <li key={pair.id}>
            <PairLink organizationId={organizationId} pair={pair} /> · <PairStanding {...pair} /> · {words.owner}:{" "}
            <bdi>{pair.owner ?? words.nobody}</bdi>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** How many stand where, on the overview of the program; each figure one click from its list. */
export function PairFiguresSection({ figures, at }: { figures: PairFigures; at: string }) {
  const words = allPairsWords(useReader());
  const all = figures.active + figures.paused + figures.closing + figures.concluded;
  if (all === 0) return null;
  return (
    <Section title={words.title} actions={<a href={at}>{words.seeAll}</a>}>
      <Stats label={words.title}>
        {(["active", "paused", "closing", "concluded"] as const).map((state) => (
          <Stat key={state} value={figures[state]} label={words.figures[state]} href={`${at}?state=${state}`} />
        ))}
        <Stat value={figures.silent} label={words.figures.silent} href={`${at}?silence=30&sort=contact`} attention={figures.silent > 0} />
      </Stats>
    </Section>
  );
}
