/** A coordinator of the demo imports a list by the acts and jobs that everybody uses: with its columns as guessed. */
import { findImport } from "../../networks/imports/find-import.ts";
import { targetCode } from "../../networks/imports/mapping.ts";
import { startImport } from "../../networks/imports/move-import.ts";
import { labelField, optionsField, saveMapping, targetField } from "../../networks/imports/save-mapping.ts";
import { uploadFile } from "../../networks/imports/upload-file.ts";
import { inOrganization } from "../../platform/context.ts";
import type { AppOfThePast } from "./app-of-the-past.ts";
import { asPerson, type DemoPerson } from "./write-people.ts";
import type { DemoProgram } from "./write-program.ts";

export async function importList(
  app: AppOfThePast,
  { organizationId, programId }: DemoProgram,
  coordinator: DemoPerson,
  list: { readonly name: string; readonly text: string },
): Promise<void> {
  const file = new File([list.text], list.name, { type: "text/csv" });
  const importId = await inOrganization(app, organizationId, (ctx) =>
    uploadFile(asPerson(ctx, coordinator), { organizationId, programId }, { role: "mentee", file }),
  );
  await app.settle();
  const place = { organizationId, programId, importId };
  await inOrganization(app, organizationId, async (ctx) => {
    const { mapping } = await findImport(ctx, place);
    const sent: Record<string, string[]> = {};
    for (const [column, target] of (mapping.columns ?? []).entries()) {
      sent[targetField(column)] = [targetCode(target)];
      if (target.to !== "new-question") continue;
      sent[labelField(column)] = [target.question.label];
      sent[optionsField(column)] = [target.question.options.join("\n")];
    }
    await saveMapping(ctx, place, sent);
  });
  await app.settle();
  await inOrganization(app, organizationId, (ctx) => startImport(asPerson(ctx, coordinator), place));
  await app.settle();
  const { state } = await inOrganization(app, organizationId, (ctx) => findImport(ctx, place));
  if (state !== "done") throw new Error(`the list of the demo was not imported: it is ${state}`);
}
