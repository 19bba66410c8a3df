import { coordinators } from "../../networks/programs/access.ts";
import { audit } from "../../platform/audit.ts";
import { NotFound } from "../../platform/errors.ts";
import { download } from "../../platform/page.ts";
import { csvFile, type CsvValue } from "../../platform/spreadsheets/index.ts";
import { formatNumber } from "../../ui/formats.ts";
import { findRound } from "../rounds/list-rounds.ts";
import { isEstimate } from "./count-report.ts";
import type { GroupFigures, Share } from "./fairness-report.ts";
import { listViews } from "./find-reports.ts";
import { fairnessWords } from "./fairness.messages.ts";
import { groupLabel } from "./report-view.tsx";

/** The figures that the page shows, and no others. */
export const fairnessDownload = download("/organizations/:organizationId/programs/:programId/rounds/:roundId/fairness/figures", {
  access: coordinators,
  send: async (ctx, { organizationId, programId, roundId }, { query }) => {
    const { language } = ctx.reader;
    const words = fairnessWords(language);
    const round = await findRound(ctx, organizationId, programId, roundId);
    // A peer stands in a pair as its mentee or as its mentor by lot: counted as mentees, half of them would be missing.
    if (round.objective === "peers") throw new NotFound();
    const views = await listViews(ctx, organizationId, programId, roundId);
    const view = views.find(({ dimensionId }) => dimensionId === query.get("by")) ?? views[0];
    const groups = view?.counted?.report.groups ?? [];
    await audit(ctx, { organizationId, act: "fairness.exported", subjectKind: "round", subjectId: roundId, detail: { programId } });

    const { low, high, difference } = words.columns;
    const withEnds = (label: string): string[] => [label, `${label}: ${low}`, `${label}: ${high}`];
    const beside = (label: string): string[] => withEnds(`${label}: ${difference}`);
    return {
      contentType: "text/csv; charset=utf-8",
      fileName: `${words.file(formatNumber("en", round.number))}.csv`,
      body: csvFile(
        [
          words.group,
          words.people,
          ...withEnds(words.matched),
          words.wait,
          ...withEnds(words.strength),
          ...withEnds(words.firstThree),
          words.coverage,
          ...beside(words.matched),
          ...beside(words.strength),
          ...beside(words.firstThree),
        ],
        groups.map((group) => rowOf(group, groupLabel(group, words), words)),
      ),
    };
  },
});

function rowOf(group: GroupFigures, label: string, words: ReturnType<typeof fairnessWords>): CsvValue[] {
  const ends = (share: Share | null): CsvValue[] => {
    if (share === null) return [null, null, null];
    if (!isEstimate(share)) return [share === "nearly-all" ? words.nearlyAll : words.hardlyAny, null, null];
    return [share.value, share.low, share.high];
  };
  const { people, matched, waitDays, strength, firstThree, coverage, beside } = group;
  return [
    label,
    people,
    ...ends(matched),
    waitDays,
    ...ends(strength),
    ...ends(firstThree),
    coverage,
    ...ends(beside.matched),
    ...ends(beside.strength),
    ...ends(beside.firstThree),
  ];
}
