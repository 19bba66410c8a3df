import { type Portion, resealDescriptions } from "../../inclusion/self-description/reseal-descriptions.ts";
import { resealSecondFactors } from "../../people/accounts/second-factor/reseal-second-factors.ts";
import { sealedCheckColumns } from "../../networks/checks/sealed-checks.ts";
import { asSystem, inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { resealColumn } from "../../platform/reseal-column.ts";
import { sealedCaseColumns } from "../../relationships/concerns/seal-case.ts";
import { reflections } from "../../relationships/practice/write-reflection.ts";
import { sealedGuardianColumns } from "../../relationships/guardians/seal-guardian-words.ts";
import { sealedClosureColumns } from "../../relationships/closure/sealed-columns.ts";
import { calendarAddresses, privateNotes } from "../../relationships/sessions/sealed-columns.ts";
import { sealedSupportColumns } from "../../relationships/support/sealed-support.ts";

const atOnce = 500;

/** After a change of the secret: whatever a former one opens is sealed with the newest. Begun again, it goes on where it was. */
export const resealEverything = job<object>("secrets.reseal", {
  atOnce: 1,
  run: async (app, _payload, stopping) => {
    const secondFactors = await asSystem(app, resealSecondFactors);
    const organizations = await asSystem(app, ({ db }) => db.selectFrom("organization").select("id").execute());
    let descriptions = 0;
    let others = 0;
    for (const { id } of organizations) {
      let portion: Portion = { resealed: 0, after: undefined };
      do {
        stopping.throwIfAborted();
        const { after } = portion;
        portion = await inOrganization(app, id, (ctx) => resealDescriptions(ctx, id, after, atOnce));
        descriptions += portion.resealed;
      } while (portion.after);
      for (const column of [
        privateNotes,
        reflections,
        calendarAddresses,
        ...sealedClosureColumns,
        ...sealedGuardianColumns,
        ...sealedSupportColumns,
        ...sealedCaseColumns,
        ...sealedCheckColumns,
      ]) {
        let after: string | undefined;
        do {
          stopping.throwIfAborted();
          const from = after;
          const done = await inOrganization(app, id, (ctx) => resealColumn(ctx, id, column, { after: from, atOnce }));
          others += done.resealed;
          after = done.after;
        } while (after !== undefined);
      }
    }
    console.log(
      `Encrypted anew with the newest secret: ${descriptions} self-descriptions, ${secondFactors} second factors, ${others} private notes, calendar addresses and safeguarding notes. Former secrets are not needed for them any more.`,
    );
  },
});
