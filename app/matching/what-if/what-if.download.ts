/** What a trial would change, for the sliders to show at once. */
import { coordinators } from "../../networks/programs/access.ts";
import { download } from "../../platform/page.ts";
import { findTriedRound } from "./find-tried-round.ts";
import { showTrial } from "./show-trial.ts";
import { readTrial } from "./trial.ts";

export const whatIfDownload = download("/organizations/:organizationId/programs/:programId/rounds/:roundId/what-if/result", {
  access: coordinators,
  send: async (ctx, { organizationId, programId, roundId }, { query }) => {
    const round = await findTriedRound(ctx, organizationId, programId, roundId);
    const shown = await showTrial(ctx, round, readTrial(query, round.criteria.criteria));
    return { contentType: "application/json; charset=utf-8", body: JSON.stringify({ shown: shown ?? null }) };
  },
});
