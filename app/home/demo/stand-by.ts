/** A program of the demo in which guardians sign: one pair, and the mother of one of them. */
import {
  longEvenings,
  longEveningsAgo,
  longEveningsLife,
  longEveningsPair,
  meiLingsMother,
  motherSigns,
} from "../../../db/seeds/riverside/long-evenings.ts";
import { places } from "../../../db/seeds/places.ts";
import { lockPair } from "../../matching/board/pair-wishes.ts";
import { confirmGuardianship } from "../../networks/guardians/change-guardianship.ts";
import { listGuardians } from "../../networks/guardians/list-guardians.ts";
import { nameGuardian } from "../../networks/guardians/name-guardian.ts";
import { inOrganization, type PersonalContext } from "../../platform/context.ts";
import { findAgreement, fingerprint } from "../../relationships/agreements/find-agreement.ts";
import { signAgreement } from "../../relationships/agreements/sign-agreement.ts";
import { findRelationship } from "../../relationships/life/find-life.ts";
import { saveSetting } from "../../relationships/settings/save-setting.ts";
import { defaultSetting } from "../../relationships/settings/setting.ts";
import type { AppOfThePast } from "./app-of-the-past.ts";
import { demoAddress } from "./demo-address.ts";
import { daysOf, liveLives } from "./live-lives.ts";
import { liveThrough } from "./live-through.ts";
import { runDemoRound } from "./run-demo-round.ts";
import { takeIn } from "./take-in.ts";
import { asPerson, type DemoPerson, writePeople } from "./write-people.ts";
import { type DemoParticipant, writeProgram } from "./write-program.ts";

interface Standing {
  readonly coordinator: DemoPerson;
  readonly people: readonly DemoParticipant[];
  readonly today: Date;
  readonly ago: (days: number) => Date;
  readonly date: (days: number) => string;
}

export async function standBy(app: AppOfThePast, organizationId: string, standing: Standing): Promise<void> {
  const { coordinator, people, today, ago, date } = standing;
  app.moveTo(ago(longEveningsAgo + 1));
  const program = await writeProgram(app, organizationId, longEvenings, { coordinator, startsOn: date(-8), endsOn: date(280) });
  const pair = await inOrganization(app, organizationId, async (ctx) => {
    await saveSetting(asPerson(ctx, coordinator), program, { ...defaultSetting, guardianSigns: true });
    return takeIn(ctx, program, people, [longEveningsPair.mentor, longEveningsPair.mentee]);
  });
  const mother = await nameMother(app, organizationId, pair, standing);
  app.moveTo(ago(longEveningsAgo));
  const [mentor, mentee] = pair;
  await inOrganization(app, organizationId, (ctx) =>
    lockPair(asPerson(ctx, coordinator), program, { menteeId: mentee!.participantId, mentorId: mentor!.participantId }),
  );
  await runDemoRound(app, program, coordinator, { chosen: { who: "ready" }, isPublished: true });
  await liveThrough(app, program, pair, ago(longEveningsAgo - 3));
  const signs = async (ctx: PersonalContext): Promise<void> => {
    const { id: relationshipId } = await ctx.db
      .selectFrom("relationship")
      .select("id")
      .where("organization_id", "=", organizationId)
      .where("program_id", "=", program.programId)
      .executeTakeFirstOrThrow();
    const its = { organizationId, relationshipId };
    const { sections } = await findAgreement(ctx, await findRelationship(ctx, its));
    await signAgreement(ctx, its, { read: fingerprint(sections) });
  };
  const at = daysOf(today).momentIn(-motherSigns.ago, motherSigns.at, places[meiLingsMother.lives].timeZone);
  await liveLives(app, program, [longEveningsLife], { coordinator, people: pair, today, besides: [{ at, who: mother, act: signs }] });
}

/** Named by the coordinator, she says yes on the same day. */
async function nameMother(
  app: AppOfThePast,
  organizationId: string,
  pair: readonly DemoParticipant[],
  { coordinator, today }: Standing,
): Promise<DemoPerson> {
  const { id: wardId } = pair.find(({ role }) => role === "mentee")!;
  const mother = await inOrganization(app, organizationId, async (ctx) => {
    const written = await writePeople(ctx, organizationId, [meiLingsMother], {
      today,
      of: () => ({ createdAt: ctx.now, joinedAt: ctx.now }),
    });
    const { key, name, writes } = meiLingsMother;
    await nameGuardian(
      asPerson(ctx, coordinator),
      { organizationId, wardId },
      { name, email: demoAddress(key), language: writes, relation: "parent" },
    );
    return written.get(key)!;
  });
  await app.settle();
  await inOrganization(app, organizationId, async (ctx) => {
    const [guardianship] = await listGuardians(ctx, organizationId, [wardId]);
    await confirmGuardianship(asPerson(ctx, mother), { organizationId, guardianshipId: guardianship!.id });
  });
  await app.settle();
  return mother;
}
