import { listGuardians } from "../../networks/guardians/list-guardians.ts";
import { makeEntryLink } from "../../people/accounts/entry-link.ts";
import { inOrganization } from "../../platform/context.ts";
import { isLanguage } from "../../platform/i18n.ts";
import { job } from "../../platform/jobs.ts";
import { sendLetter } from "../../platform/letters/send-letter.ts";
import { guardianPath } from "../agreements/agreement-path.ts";
import { findRelationship, type OneRelationship } from "../life/find-life.ts";
import { atEndLetter } from "./at-end.email.ts";

/** When it comes to its end, each guardian is asked once how it was; also where the program ends it at once. */
export const askGuardiansAtEnd = job<OneRelationship>("guardians.ask-at-end", {
  run: (app, its) =>
    inOrganization(app, its.organizationId, async (ctx) => {
      const { organizationId, relationshipId } = its;
      const relationship = await findRelationship(ctx, its);
      // Called off before this was done.
      if (relationship.state !== "closing" && relationship.state !== "concluded") return;
      const organization = await ctx.db
        .selectFrom("organization")
        .select(["id", "name", "language"])
        .where("id", "=", organizationId)
        .executeTakeFirstOrThrow();
      const wardIds = relationship.people.map(({ personId }) => personId);
      for (const { guardianId, wardId, name, email, confirmedAt, ...guardian } of await listGuardians(ctx, organizationId, wardIds)) {
        if (confirmedAt === null) continue;
        const language = [guardian.language, organization.language].find(isLanguage) ?? "en";
        const occasion = `guardian farewell ${relationshipId} ${guardianId}`;
        const asked = await ctx.db
          .selectFrom("letter")
          .select("id")
          .where("organization_id", "=", organizationId)
          .where("dedupe_key", "=", occasion)
          .executeTakeFirst();
        if (asked) continue;
        const link = await makeEntryLink(ctx, {
          personId: guardianId,
          organizationId,
          destination: guardianPath(organizationId, relationshipId),
        });
        const ward = relationship.people.find(({ personId }) => personId === wardId)!.name;
        await sendLetter(ctx, {
          kind: "relationship",
          organization,
          to: { personId: guardianId, address: email, name, language },
          occasion,
          letter: atEndLetter(language, { name, ward, programName: relationship.programName, link }),
        });
      }
    }),
});
