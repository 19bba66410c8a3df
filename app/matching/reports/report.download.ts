/** The report of a published round as a file, its signature, and the key to verify it with. */
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { anyone } from "../../platform/access.ts";
import type { Context } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { download } from "../../platform/page.ts";
import { findRound } from "../rounds/list-rounds.ts";
import { findRun } from "./find-run.ts";
import { reportKey, signReport } from "./report-key.ts";
import { listReportKeys } from "./report-keys.ts";
import { roundReport } from "./round-report.ts";

const of = "/organizations/:organizationId/programs/:programId/rounds/:roundId/report";

export const reportDownload = download(`${of}/data`, {
  access: coordinators,
  send: async (ctx, which) => {
    const { number, bytes } = await reportBytes(ctx, which);
    return { contentType: "application/json; charset=utf-8", fileName: `round-${number}-report.json`, body: bytes };
  },
});

export const signatureDownload = download(`${of}/signature`, {
  access: coordinators,
  send: async (ctx, which) => {
    const { number, bytes } = await reportBytes(ctx, which);
    const body = signReport(ctx.app.settings.secret, bytes);
    return { contentType: "application/octet-stream", fileName: `round-${number}-report.sig`, body };
  },
});

export const reportKeyDownload = download("/.well-known/understory-report-key", {
  access: anyone,
  send: async ({ app }) => ({ contentType: "application/x-pem-file", body: reportKey(app.settings.secret) }),
});

/** All keys that ever signed, with the time of each: a report is held against the one of its day. */
export const reportKeysDownload = download("/.well-known/understory-report-keys", {
  access: anyone,
  send: async (ctx) => ({ contentType: "application/json; charset=utf-8", body: JSON.stringify(await listReportKeys(ctx), null, 2) }),
});

interface Which {
  readonly organizationId: string;
  readonly programId: string;
  readonly roundId: string;
}

/** The same bytes each time they are asked for, as long as nothing of the round changes: they are what is signed. */
async function reportBytes(ctx: Context, { organizationId, programId, roundId }: Which) {
  const round = await findRound(ctx, organizationId, programId, roundId);
  const { name } = await findProgram(ctx, organizationId, programId);
  const { run } = found(await findRun(ctx, organizationId, roundId));
  return { number: round.number, bytes: Buffer.from(`${JSON.stringify(roundReport(round, name, run, ctx.app.settings.secret))}\n`) };
}
