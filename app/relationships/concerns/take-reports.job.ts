/** A message that somebody reports is a concern, with what was said as it stood then. */
import { type Context, inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { insertConcern } from "./raise-concern.ts";
import { keepFilesInCase } from "./take-snapshot.ts";
import { writeEntry } from "./write-entry.ts";

interface Reported {
  readonly organizationId: string;
  readonly relationshipId: string;
  readonly messageId: string;
}

export const takeReports = job<Reported>("concerns.take-reports", {
  run: (app, reported) => inOrganization(app, reported.organizationId, (ctx) => takeOpenReports(ctx, reported)),
});

async function takeOpenReports(ctx: Context, { organizationId, relationshipId, messageId }: Reported): Promise<void> {
  const reports = await ctx.db
    .selectFrom("message_report as report")
    .selectAll("report")
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", relationshipId)
    .where("message_id", "=", messageId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("concern")
            .select("concern.id")
            .whereRef("concern.organization_id", "=", "report.organization_id")
            .whereRef("concern.message_report_id", "=", "report.id"),
        ),
      ),
    )
    // Held, so that the same news delivered twice makes one concern.
    .forUpdate()
    .execute();
  for (const report of reports) {
    const concernId = await insertConcern(ctx, organizationId, {
      category: "message",
      urgency: "soon",
      words: report.note,
      // She pressed one button, and was not asked: the more careful of the two.
      isConfidential: true,
      mayWrite: true,
      relationshipId,
      aboutIds: report.author_id === null ? [] : [report.author_id],
      reporterId: report.reporter_id,
      messageReportId: report.id,
    });
    await writeEntry(ctx, { organizationId, concernId }, { kind: "snapshot", by: "program", words: snapshotText(report) });
    await keepFilesInCase(ctx, { organizationId, concernId }, report.files);
  }
}

/** Without the author's name: she is the first whom the case is about. */
const snapshotText = (report: {
  readonly words: string;
  readonly sent_at: Date;
  readonly versions: readonly { readonly words: string; readonly saidAt: string }[];
  readonly files: readonly { readonly name: string }[];
}): string =>
  [
    ...report.versions.map(({ words, saidAt }) => `${saidAt}\n${words}`),
    `${report.sent_at.toISOString()}\n${report.words}`,
    ...report.files.map(({ name }) => `[${name}]`),
  ].join("\n\n");
