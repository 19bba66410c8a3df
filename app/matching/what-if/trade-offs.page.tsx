import { z } from "zod";
import { listDimensions } from "../../inclusion/self-description/list-dimensions.ts";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { programPath } from "../../networks/programs/program.ts";
import { programCrumbs } from "../../networks/programs/program-tabs.tsx";
import { type Context, membershipIn } from "../../platform/context.ts";
import { NotFound } from "../../platform/errors.ts";
import { form } from "../../platform/form.ts";
import { optionalText, wholeNumber } from "../../platform/form-fields.ts";
import { page, type Visit } from "../../platform/page.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { Page } from "../../ui/layout.tsx";
import { askTradeOffs } from "../board/ask-round.ts";
import { boardWords } from "../board/board.messages.ts";
import { namePeople } from "../board/name-people.ts";
import type { Round } from "../rounds/list-rounds.ts";
import { loadGroups, noGroups } from "../rounds/load-groups.ts";
import { hasResult } from "../rounds/round.ts";
import { isByGroups } from "../rounds/round-settings.ts";
import { roundsWords } from "../rounds/rounds.messages.ts";
import { startRound } from "../rounds/start-round.ts";
import { findTriedRound } from "./find-tried-round.ts";
import { listRoundMentees } from "./list-round-mentees.ts";
import { TradeOffView } from "./trade-off-view.tsx";
import { whatIfWords } from "./what-if.messages.ts";
import { tradeOffWords } from "./trade-offs.messages.ts";

export const tradeOffsPage = page("/organizations/:organizationId/programs/:programId/rounds/:roundId/trade-offs", {
  access: coordinators,
  show: async (ctx, { organizationId, programId, roundId }, visit) => {
    const { language } = ctx.reader;
    const words = tradeOffWords(language);
    const program = await findProgram(ctx, organizationId, programId);
    const round = await findTriedRound(ctx, organizationId, programId, roundId);
    const at = `${programPath(organizationId, programId)}/rounds`;
    const number = formatNumber(language, round.number);
    const found = await curveOf(ctx, round, visit);
    const refused = visit.refused("make")?.errors[""];
    return (
      <Page
        title={words.title(number)}
        lead={found?.dimensionId === undefined ? words.leadPeople : words.lead}
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
        {found ? (
          <TradeOffView {...found} path={visit.path} peoplePath={`${at}/${roundId}/participants`} />
        ) : (
          <EmptyState title={words.link} action={<ButtonLink href={`${at}/new`}>{roundsWords(language).run}</ButtonLink>}>
            {found === null ? whatIfWords(language).tooLarge : words.gone}
          </EmptyState>
        )}
      </Page>
    );
  },
  acts: {
    make: form(
      z.object({ dimension: optionalText(40), share: wholeNumber(0, 10_000) }),
      async (ctx, { organizationId, programId, roundId }, { dimension, share }) => {
        const round = await findTriedRound(ctx, organizationId, programId, roundId);
        const dimensions = await listDimensions(ctx, organizationId, programId);
        if (dimension !== "" && !dimensions.some(({ id }) => id === dimension)) throw new NotFound();
        const made = await startRound(ctx, organizationId, programId, {
          chosen: round.chosen,
          seed: round.seed,
          objective: "fair",
          settings: { rule: "at-least", share: share / 10_000, ...(dimension !== "" && { dimensionId: dimension }) },
          criteria: round.criteria.criteria,
        });
        return { to: `${programPath(organizationId, programId)}/rounds/${made}`, notice: tradeOffWords(ctx.reader).made };
      },
    ),
  },
});

async function curveOf(ctx: Context, round: Round, { query }: Visit) {
  if (!hasResult(round.state)) return undefined;
  const { organization_id: organizationId, program_id: programId, id: roundId } = round;
  const dimensions = await listDimensions(ctx, organizationId, programId);
  const asked = query.get("dimension");
  const dimension = asked === "" ? undefined : (dimensions.find(({ id }) => id === asked) ?? dimensions[0]);
  const menteeIds = await listRoundMentees(ctx, organizationId, roundId);
  const groups = dimension && (await loadGroups(ctx, organizationId, programId, dimension.id, menteeIds));
  const typed = query.get("point");
  const point = typed === null || !/^\d{1,2}$/u.test(typed) ? null : Number(typed);
  const curve = await askTradeOffs(ctx, { organizationId, roundId }, groups ?? noGroups(menteeIds), point);
  if (!curve) return curve;
  // By groups, who moves would tell of single people what they have told of themselves.
  const isUnnamed = Boolean(groups) || isByGroups(round);
  const named = isUnnamed ? [] : (curve.chosen?.moves ?? []);
  const nameOf = await namePeople(
    ctx,
    { organizationId, programId },
    named.flatMap(({ menteeId, from, to }) => [menteeId, ...(from === null ? [] : [from]), ...(to === null ? [] : [to])]),
  );
  return {
    curve,
    point,
    dimensions: dimensions.map(({ id, label }) => ({ id, label })),
    dimensionId: groups ? dimension?.id : undefined,
    isUnnamed,
    nameOf,
  };
}
