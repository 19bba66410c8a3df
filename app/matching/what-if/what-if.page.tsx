import { z } from "zod";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { programPath } from "../../networks/programs/program.ts";
import { programCrumbs } from "../../networks/programs/program-tabs.tsx";
import { membershipIn } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { newId } from "../../platform/identifiers.ts";
import { page } from "../../platform/page.ts";
import { Callout } from "../../ui/callout.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { Island } from "../../ui/island.tsx";
import { Page } from "../../ui/layout.tsx";
import { boardWords } from "../board/board.messages.ts";
import { criterionTitle } from "../criteria/criterion-words.ts";
import { roundsWords } from "../rounds/rounds.messages.ts";
import { findTriedRound } from "./find-tried-round.ts";
import { makeRoundOfTrial } from "./make-round-of-trial.ts";
import { showTrial } from "./show-trial.ts";
import { readTrial } from "./trial.ts";
import { whatIfWords } from "./what-if.messages.ts";
import WhatIf from "./what-if.island.tsx";

/** Every field that was sent, as an address would say it. */
const trialShape = z.record(z.string(), z.unknown()).transform((sent) => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(sent)) {
    for (const one of Array.isArray(value) ? value : [value]) if (typeof one === "string") query.append(name, one);
  }
  return query;
});

export const whatIfPage = page("/organizations/:organizationId/programs/:programId/rounds/:roundId/what-if", {
  access: coordinators,
  show: async (ctx, { organizationId, programId, roundId }, visit) => {
    const { language } = ctx.reader;
    const words = whatIfWords(language);
    const program = await findProgram(ctx, organizationId, programId);
    const round = await findTriedRound(ctx, organizationId, programId, roundId);
    const at = `${programPath(organizationId, programId)}/rounds`;
    const number = formatNumber(language, round.number);
    const { criteria, questions } = round.criteria;
    const trial = readTrial(visit.query, criteria);
    const shown = await showTrial(ctx, round, trial);
    const title = (criterion: (typeof criteria)[number]): string => criterionTitle(criterion, questions, language);
    const refused = visit.refused("make")?.errors[""];
    const {
      title: _title,
      link: _link,
      lead,
      gone,
      tooLarge: _t,
      nothing: _n,
      noChange: _c,
      moves: _m,
      gains: _g,
      loses: _l,
      someMoves: _s,
      ...shownWords
    } = words;
    return (
      <Page
        title={words.title(number)}
        lead={lead}
        audience={roundsWords(language).audience}
        isWide
        crumbs={[
          ...programCrumbs({ id: organizationId, name: membershipIn(ctx, organizationId)!.organizationName }, program),
          { href: at, label: roundsWords(language).title },
          { href: `${at}/${roundId}`, label: boardWords(language).title(number) },
        ]}
      >
        {refused && (
          <Callout kind="warn">
            <p>{refused}</p>
          </Callout>
        )}
        {shown ? (
          <Island
            of={WhatIf}
            module="app/matching/what-if/what-if.island.tsx"
            props={{
              path: visit.path,
              peoplePath: `${at}/${roundId}/participants`,
              formKey: newId(),
              shoulds: criteria
                .filter(({ strength }) => strength === "should")
                .map((criterion) => ({
                  id: criterion.id,
                  title: title(criterion),
                  weight: trial.weights[criterion.id] ?? criterion.weight,
                })),
              musts: criteria
                .filter(({ strength }) => strength === "must")
                .map((criterion) => ({ id: criterion.id, title: title(criterion), isKept: !trial.off.includes(criterion.id) })),
              shown,
              words: shownWords,
            }}
          />
        ) : (
          <EmptyState title={words.resultTitle} action={<ButtonLink href={`${at}/new`}>{roundsWords(language).run}</ButtonLink>}>
            {gone}
          </EmptyState>
        )}
      </Page>
    );
  },
  acts: {
    make: form(trialShape, async (ctx, { organizationId, programId, roundId }, sent) => {
      const round = await findTriedRound(ctx, organizationId, programId, roundId);
      const keep = sent.has("keep");
      const made = await makeRoundOfTrial(ctx, round, readTrial(sent, round.criteria.criteria), keep);
      const words = whatIfWords(ctx.reader);
      return { to: `${programPath(organizationId, programId)}/rounds/${made}`, notice: keep ? words.madeAndKept : words.made };
    }),
  },
});
