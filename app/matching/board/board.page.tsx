import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { listQuestions } from "../../networks/programs/list-questions.ts";
import { programPath } from "../../networks/programs/program.ts";
import { programCrumbs } from "../../networks/programs/program-tabs.tsx";
import { type Context, membershipIn } from "../../platform/context.ts";
import { page, type Visit } from "../../platform/page.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { Page } from "../../ui/layout.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { listCriteria } from "../criteria/list-criteria.ts";
import { knownHelp } from "../explanations/known-help.ts";
import { fairnessWords } from "../fairness/fairness.messages.ts";
import { reportWords } from "../reports/report.messages.ts";
import { findRound, listRounds, type Round } from "../rounds/list-rounds.ts";
import { hasResult, isSearched } from "../rounds/round.ts";
import { RoundWithoutResult } from "../rounds/round-progress.tsx";
import { roundsWords } from "../rounds/rounds.messages.ts";
import { tradeOffWords } from "../what-if/trade-offs.messages.ts";
import { whatIfWords } from "../what-if/what-if.messages.ts";
import { companyOf, helpFor } from "./ask-round.ts";
import { boardActs, here } from "./board-acts.ts";
import { BoardHead } from "./board-head.tsx";
import { BoardMentors } from "./board-mentors.tsx";
import { BoardPairs } from "./board-pairs.tsx";
import { companyWords } from "./company.messages.ts";
import { BoardUnmatchedList } from "./board-unmatched.tsx";
import { BoardWishes } from "./board-wishes.tsx";
import {
  type BoardFigures,
  type BoardQuery,
  boardViews,
  countBoard,
  listPairs,
  listUnmatched,
  pairFilters,
  pairSorts,
} from "./list-board.ts";
import { listMentors } from "./list-mentors.ts";
import { listWishes } from "./list-wishes.ts";
import { namePeople } from "./name-people.ts";
import { wordsOfBoard } from "./words-of-board.ts";
import { roundChanges } from "./round-changes.ts";

export const boardPage = page("/organizations/:organizationId/programs/:programId/rounds/:roundId", {
  access: coordinators,
  show: async (ctx, { organizationId, programId, roundId }, visit) => {
    const { language } = ctx.reader;
    const program = await findProgram(ctx, organizationId, programId);
    const round = await findRound(ctx, organizationId, programId, roundId);
    const words = wordsOfBoard(round, language);
    const at = `${programPath(organizationId, programId)}/rounds`;
    const frame = {
      title: words.title(formatNumber(language, round.number)),
      audience: roundsWords(language).audience,
      crumbs: [
        ...programCrumbs({ id: organizationId, name: membershipIn(ctx, organizationId)!.organizationName }, program),
        { href: at, label: roundsWords(language).title },
      ],
    };
    if (!hasResult(round.state)) {
      const isRunning = round.state === "waiting" || round.state === "running";
      return (
        <Page {...frame} refreshAfter={isRunning ? 2 : undefined}>
          <RoundWithoutResult round={round} at={visit.path} newHref={`${at}/new`} />
        </Page>
      );
    }
    const figures = await countBoard(ctx, { organizationId, roundId });
    const criteria = await listCriteria(ctx, organizationId, programId);
    const { rounds } = await listRounds(ctx, organizationId, programId, 1);
    const before = rounds.find(({ number, state }) => number < round.number && hasResult(state));
    const view = boardViews.find((name) => name === visit.query.get("view")) ?? "pairs";
    return (
      <Page
        {...frame}
        lead={round.state === "published" ? words.leadPublished : words.lead}
        actions={
          <>
            {round.state === "done" && <ButtonLink href={`${visit.path}/publish`}>{words.publish}</ButtonLink>}
            {before && (
              <ButtonLink kind="plain" href={`${visit.path}/compare/${before.id}`}>
                {roundsWords(language).compare}
              </ButtonLink>
            )}
            {round.state === "published" && (
              <ButtonLink kind="plain" href={`${visit.path}/report`}>
                {reportWords(language).link}
              </ButtonLink>
            )}
            {!isSearched(round.objective) && (
              <>
                <ButtonLink kind="plain" href={`${visit.path}/what-if`}>
                  {whatIfWords(language).link}
                </ButtonLink>
                <ButtonLink kind="plain" href={`${visit.path}/trade-offs`}>
                  {tradeOffWords(language).link}
                </ButtonLink>
              </>
            )}
            {round.objective !== "peers" && (
              <ButtonLink kind="plain" href={`${visit.path}/fairness`}>
                {fairnessWords(language).link}
              </ButtonLink>
            )}
          </>
        }
        isWide
      >
        <BoardHead
          here={here(visit)}
          round={round}
          figures={figures}
          changes={await roundChanges(ctx, organizationId, round)}
          criteria={criteria}
          questions={await listQuestions(ctx, organizationId, programId)}
          refused={visit.refused("weigh")}
          runAgainRefused={visit.refused("run-again")}
        />
        <Tabs
          label={words.views}
          tabs={boardViews
            .filter((name) => name !== "mentors" || round.objective !== "peers")
            .map((name) => ({
              label: name === "mentors" && round.objective === "groups" ? companyWords(language).groups : words[name],
              href: name === "pairs" ? visit.path : `${visit.path}?view=${name}`,
              current: name === view,
              count: figures[name],
            }))}
        />
        {view === "pairs" && <BoardPairs {...await pairsOf(ctx, round, visit)} />}
        {view === "unmatched" && (await unmatchedOf(ctx, round, visit, figures))}
        {view === "mentors" && (await mentorsOf(ctx, round, visit))}
        {view === "wishes" && (await wishesOf(ctx, round, visit))}
      </Page>
    );
  },
  acts: boardActs,
});

/** What the address asks to see, as far as it makes sense. */
function queryOf({ query }: Visit): BoardQuery {
  return {
    search: (query.get("q") ?? "").trim().slice(0, 100),
    filter: pairFilters.find((name) => name === query.get("only")),
    sort: pairSorts.find((name) => name === query.get("sort")) ?? "weakest",
    page: Math.min(10_000, Math.max(1, Math.floor(Number(query.get("page"))) || 1)),
  };
}

async function pairsOf(ctx: Context, round: Round, visit: Visit) {
  const query = queryOf(visit);
  const { rows, total } = await listPairs(ctx, { organizationId: round.organization_id, roundId: round.id }, query);
  const refused = ["lock", "unlock", "forbid", "allow"].map((act) => visit.refused(act)).find((each) => each !== undefined);
  return {
    path: visit.path,
    here: here(visit),
    query,
    rows,
    total,
    refused,
    isPublished: round.state === "published",
    round,
  };
}

async function unmatchedOf(ctx: Context, round: Round, visit: Visit, figures: BoardFigures) {
  const query = queryOf(visit);
  const { organization_id: organizationId, id: roundId } = round;
  const { rows, total } = await listUnmatched(ctx, { organizationId, roundId }, query);
  const help = await helpFor(
    ctx,
    { organizationId, roundId },
    rows.map(({ menteeId }) => menteeId),
    1,
  );
  const nameOf = await namePeople(
    ctx,
    { organizationId, programId: round.program_id },
    [...rows.flatMap(({ reason }) => reason.closest), ...help.flatMap((parts) => parts ?? [])].map(({ mentorId }) => mentorId),
  );
  return (
    <BoardUnmatchedList
      path={visit.path}
      here={here(visit)}
      query={query}
      rows={rows.map((row, index) => ({ ...row, help: help[index]?.slice(0, mostHelp) }))}
      total={total}
      criteria={round.criteria}
      nameOf={nameOf}
      round={round}
      known={knownHelp(round.objective, round.certificate)}
      isEmpty={figures.unmatched === 0}
      isPublished={round.state === "published"}
      refused={visit.refused("add-place") ?? visit.refused("allow")}
    />
  );
}

/** In the list; all of them are on her own page. */
const mostHelp = 2;

async function mentorsOf(ctx: Context, round: Round, visit: Visit) {
  const query = queryOf(visit);
  const { rows, total } = await listMentors(ctx, { organizationId: round.organization_id, roundId: round.id }, query);
  const props = { path: visit.path, here: here(visit), query, rows, total, refused: visit.refused("places") };
  if (round.objective !== "groups") return <BoardMentors {...props} />;
  const ids = rows.map(({ mentorId }) => mentorId);
  const company = await companyOf(ctx, { organizationId: round.organization_id, roundId: round.id }, ids);
  return <BoardMentors {...props} company={new Map(ids.map((id, index) => [id, company[index]!]))} />;
}

async function wishesOf(ctx: Context, round: Round, visit: Visit) {
  const { page: number } = queryOf(visit);
  const { rows, total } = await listWishes(
    ctx,
    { organizationId: round.organization_id, programId: round.program_id, roundId: round.id },
    { page: number },
  );
  return <BoardWishes path={visit.path} here={here(visit)} page={number} rows={rows} total={total} />;
}
