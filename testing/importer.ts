/** For tests of imports: a coordinator who uploads, maps, checks and imports, through the web server and the jobs. */
import { expect } from "vitest";
import type { TestApp } from "./app.ts";
import type { World } from "./world.ts";
import { inOrganization } from "../app/platform/context.ts";
import { findImport, type Import } from "../app/networks/imports/find-import.ts";
import type { Role } from "../app/networks/imports/import.ts";
import { targetCode } from "../app/networks/imports/mapping.ts";
import { labelField, optionsField, targetField } from "../app/networks/imports/save-mapping.ts";

export const csv = (text: string, name = "people.csv"): File => new File([text], name, { type: "text/csv" });

/** What a refused form says, without the page around it. */
const complaint = async (response: Response): Promise<string> =>
  (/<div class="error-summary".*?<\/div>/su.exec(await response.clone().text())?.[0] ?? "").replaceAll(/<[^>]+>/gu, " ");

export function importer(app: TestApp, world: World, programId = world.first) {
  const organizationId = world.riverside;
  const ruth = world.as("coordinator");
  const at = `/organizations/${organizationId}/programs/${programId}/imports`;
  const look = (importId: string): Promise<Import> =>
    inOrganization(app, organizationId, (ctx) => findImport(ctx, { organizationId, programId, importId }));

  /** What the mapping form holds as it is guessed, with some of it changed by hand. */
  async function mappingForm(importId: string, changes: Record<string, string> = {}): Promise<Record<string, string>> {
    const one = await look(importId);
    const fields: Record<string, string> = { act: "map" };
    for (const [index, target] of (one.mapping.columns ?? []).entries()) {
      fields[targetField(index)] = targetCode(target);
      if (target.to === "new-question") {
        fields[labelField(index)] = target.question.label;
        fields[optionsField(index)] = target.question.options.join("\n");
      }
      if (target.to === "question") fields[optionsField(index)] = (target.options ?? []).join("\n");
    }
    return { ...fields, ...changes };
  }

  const upload = async (file: File, role: Role = "mentor"): Promise<string> => {
    const response = await ruth.post(`${at}/new`, { role, file });
    expect(response.status, await complaint(response)).toBe(303);
    const importId = response.headers.get("location")!.split("/").at(-1)!;
    await app.jobs.runDue(app);
    return importId;
  };
  const act = async (importId: string, fields: Record<string, string>): Promise<Response> => {
    const response = await ruth.post(`${at}/${importId}`, fields);
    if (response.status === 303) await app.jobs.runDue(app);
    return response;
  };
  const check = async (importId: string, changes: Record<string, string> = {}): Promise<Import> => {
    const response = await act(importId, await mappingForm(importId, changes));
    expect(response.status, await complaint(response)).toBe(303);
    return look(importId);
  };
  const run = async (importId: string): Promise<Import> => {
    const response = await act(importId, { act: "start" });
    expect(response.status, await complaint(response)).toBe(303);
    return look(importId);
  };
  /** From file to people, as guessed. */
  const importFile = async (file: File, role: Role = "mentor", changes: Record<string, string> = {}): Promise<Import> => {
    const importId = await upload(file, role);
    await check(importId, changes);
    return run(importId);
  };
  return { at, ruth, look, mappingForm, upload, act, check, run, importFile };
}
