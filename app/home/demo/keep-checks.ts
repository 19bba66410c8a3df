/** The mentors of a program of the demo were checked; with two of whom something goes on it runs out these days, or has. */
import { recordCheck } from "../../networks/checks/record-check.ts";
import { needChecks } from "../../networks/checks/need-checks.ts";
import { tellWhoseChecksExpire } from "../../networks/checks/tell-expiring.job.ts";
import { inOrganization, type PersonalContext } from "../../platform/context.ts";
import type { AppOfThePast } from "./app-of-the-past.ts";
import { asPerson, type DemoPerson } from "./write-people.ts";
import type { DemoParticipant, DemoProgram } from "./write-program.ts";

const dayMs = 86_400_000;
const usualDays = 100;
/** How many days ago it was decided, of the first mentors who have somebody: one runs out in twelve days, one ran out three days ago. */
const elsewise = [353, 368];

interface Checks {
  readonly coordinator: DemoPerson;
  readonly mentors: readonly DemoParticipant[];
  readonly today: Date;
}

/** The clock shows when they were recorded; afterwards it shows today. */
export async function keepChecks(app: AppOfThePast, program: DemoProgram, { coordinator, mentors, today }: Checks): Promise<void> {
  const { organizationId, programId } = program;
  const busy = await inOrganization(app, organizationId, ({ db }) =>
    db
      .selectFrom("relationship_person as p")
      .innerJoin("relationship as r", (join) =>
        join.onRef("r.organization_id", "=", "p.organization_id").onRef("r.id", "=", "p.relationship_id"),
      )
      .select("p.participant_id as id")
      .distinct()
      .where("r.organization_id", "=", organizationId)
      .where("r.program_id", "=", programId)
      .where("r.state", "<>", "concluded")
      .where("p.role", "=", "mentor")
      .orderBy("p.participant_id")
      .execute(),
  );
  const daysOf = new Map(elsewise.flatMap((days, index) => (busy[index] ? [[busy[index].id, days] as const] : [])));
  const decidedOn = (days: number): string => new Date(today.getTime() - days * dayMs).toISOString().slice(0, 10);
  await inOrganization(app, organizationId, async (ctx) => {
    const keeper = asPerson(ctx, coordinator);
    const coordinating: PersonalContext = {
      ...keeper,
      actor: {
        ...keeper.actor,
        memberships: [
          {
            organizationId,
            organizationName: "",
            role: "member",
            coordinates: [programId],
            isSafeguardingLead: false,
            lacksSecondFactor: false,
          },
        ],
      },
    };
    for (const { id: personId, participantId, card } of mentors.filter(
      ({ card: { stage } }) => stage === undefined || stage === "joined",
    )) {
      await recordCheck(
        coordinating,
        { organizationId, personId },
        {
          kind: "references",
          provider: "People Office of the university",
          jurisdictions: "Riverside University",
          reference: card.key,
          decidedOn: decidedOn(daysOf.get(participantId) ?? usualDays),
          decision: "passed",
          expiresOn: null,
          remark: "",
        },
      );
    }
  });
  app.moveTo(today);
  await inOrganization(app, organizationId, (ctx) =>
    needChecks(asPerson(ctx, coordinator), { organizationId, programId }, { kinds: ["references"] }),
  );
  await tellWhoseChecksExpire(app);
  await app.settle();
}
