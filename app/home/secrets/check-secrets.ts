/** Whether all that was sealed can still be opened: asked at every start, before anybody comes in. */
import { countDescriptionsByKey, deleteDescriptionsOf } from "../../inclusion/self-description/reseal-descriptions.ts";
import { noteReportKey } from "../../matching/reports/report-keys.ts";
import { deleteChecksSealedWith, sealedCheckColumns } from "../../networks/checks/sealed-checks.ts";
import {
  countSecondFactorsByKey,
  endSecondFactorsOf,
  nameKeysOfSecondFactors,
} from "../../people/accounts/second-factor/reseal-second-factors.ts";
import { type App, asSystem, openEveryOrganization } from "../../platform/context.ts";
import { keyIdOf, secretsOf } from "../../platform/sealing.ts";
import { countByKey } from "../../platform/reseal-column.ts";
import { deleteGuardianWordsSealedWith, sealedGuardianColumns } from "../../relationships/guardians/seal-guardian-words.ts";
import { deleteClosuresSealedWith, sealedClosureColumns } from "../../relationships/closure/sealed-columns.ts";
import { deleteCasesSealedWith, sealedCaseColumns } from "../../relationships/concerns/seal-case.ts";
import { deleteReflectionsSealedWith, reflections } from "../../relationships/practice/write-reflection.ts";
import { calendarAddresses, deleteSealedWith, privateNotes } from "../../relationships/sessions/sealed-columns.ts";
import { deleteSupportSealedWith, sealedSupportColumns } from "../../relationships/support/sealed-support.ts";
import { CannotStart } from "../../platform/settings/cannot-start.ts";
import { resealEverything } from "./reseal-everything.job.ts";

/**
 * Refuses where something was sealed with a secret that is not here; deletes it where the operator has said that the secret is lost.
 * What a former secret opens is sealed anew by a job.
 *
 * @throws {CannotStart} with what to do
 */
export async function checkSecrets(app: App): Promise<void> {
  const { settings } = app;
  await asSystem(app, async (ctx) => {
    await openEveryOrganization(ctx);
    await nameKeysOfSecondFactors(ctx);
    const descriptions = await countDescriptionsByKey(ctx);
    const secondFactors = await countSecondFactorsByKey(ctx);
    const notes = await countByKey(ctx, privateNotes);
    for (const column of [reflections, ...sealedSupportColumns])
      for (const [key, n] of await countByKey(ctx, column)) notes.set(key, (notes.get(key) ?? 0) + n);
    const addresses = await countByKey(ctx, calendarAddresses);
    const cases = new Map<string, number>();
    for (const column of [...sealedCaseColumns, ...sealedCheckColumns])
      for (const [key, n] of await countByKey(ctx, column)) cases.set(key, (cases.get(key) ?? 0) + n);
    // Told in confidence, and counted with what is noted in private.
    for (const column of [...sealedClosureColumns, ...sealedGuardianColumns])
      for (const [key, n] of await countByKey(ctx, column)) notes.set(key, (notes.get(key) ?? 0) + n);
    const counts = { descriptions, secondFactors, notes, addresses, cases };
    const here = new Set(secretsOf(settings).map(keyIdOf));
    const sealedWith = [...new Set(Object.values(counts).flatMap((count) => [...count.keys()]))];
    const missing = sealedWith.filter((id) => !here.has(id));
    const unforeseen = missing.filter((id) => !settings.lostSecrets.includes(id));
    if (unforeseen.length > 0) throw new CannotStart(refusal(unforeseen, counts), 2);
    if (missing.length > 0) {
      await deleteDescriptionsOf(ctx, missing);
      await endSecondFactorsOf(ctx, missing);
      await deleteSealedWith(ctx, missing);
      await deleteReflectionsSealedWith(ctx, missing);
      await deleteClosuresSealedWith(ctx, missing);
      await deleteGuardianWordsSealedWith(ctx, missing);
      await deleteSupportSealedWith(ctx, missing);
      await deleteCasesSealedWith(ctx, missing);
      await deleteChecksSealedWith(ctx, missing);
      console.warn(`LOST_SECRETS: what only ${missing.join(", ")} opened is deleted. The setting can go.`);
    }
    await noteReportKey(ctx);
    const newest = keyIdOf(settings.secret);
    if (sealedWith.some((id) => id !== newest && here.has(id))) await app.jobs.enqueue(ctx, resealEverything, {}, { onlyOneFor: newest });
  });
}

type Counts = Readonly<Record<"descriptions" | "secondFactors" | "notes" | "addresses" | "cases", ReadonlyMap<string, number>>>;

function refusal(keys: readonly string[], { descriptions, secondFactors, notes, addresses, cases }: Counts): string {
  const said = (counts: ReadonlyMap<string, number>, one: string): string[] => {
    const n = keys.reduce((all, id) => all + (counts.get(id) ?? 0), 0);
    return n === 0 ? [] : [`${n} ${n === 1 ? one : one === "calendar address" ? "calendar addresses" : `${one}s`}`];
  };
  const what = [
    ...said(descriptions, "self-description"),
    ...said(secondFactors, "second factor"),
    ...said(notes, "private note"),
    ...said(addresses, "calendar address"),
    ...said(cases, "safeguarding note"),
  ];
  return [
    `SECRET: encrypted with a secret that is not here any more (key ${keys.join(", ")}): ${new Intl.ListFormat("en").format(what)}.`,
    "Put that secret into FORMER_SECRETS, or below the first line of DATA_DIR/secret, and start again.",
    `If it is lost for good: LOST_SECRETS=${keys.join(",")} deletes what was encrypted with it, switches those second factors off, and starts.`,
    "Nothing was started.",
  ].join("\n");
}
