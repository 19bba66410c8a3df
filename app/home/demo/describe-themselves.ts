/** A program of the demo asks its people to describe themselves; some do, and its first round is looked at by it. */
import type { SeedDimension } from "../../../db/seeds/program.ts";
import { describeYourself } from "../../inclusion/self-description/describe-yourself.ts";
import { findDimension } from "../../inclusion/self-description/list-dimensions.ts";
import { changeSmallestGroup, makeDimension } from "../../inclusion/self-description/save-dimension.ts";
import { countFairness } from "../../matching/fairness/count-fairness.ts";
import { inOrganization } from "../../platform/context.ts";
import type { AppOfThePast } from "./app-of-the-past.ts";
import { asPerson, type DemoPerson } from "./write-people.ts";
import type { DemoParticipant, DemoProgram } from "./write-program.ts";

export async function askForDescriptions(
  app: AppOfThePast,
  { organizationId, programId }: DemoProgram,
  coordinator: DemoPerson,
  { smallestGroup, options, ...asked }: SeedDimension,
): Promise<string> {
  return inOrganization(app, organizationId, async (plain) => {
    const ctx = asPerson(plain, coordinator);
    await changeSmallestGroup(ctx, organizationId, programId, smallestGroup);
    return makeDimension(ctx, organizationId, programId, { ...asked, options: [...options] });
  });
}

/** Of those who have answered everything each third would rather not say; the others are in turn of the one group and the other. */
export async function describeThemselves(
  app: AppOfThePast,
  { organizationId, programId }: DemoProgram,
  dimensionId: string,
  people: readonly DemoParticipant[],
): Promise<void> {
  const ready = people.filter(({ card }) => card.stage === undefined);
  await inOrganization(app, organizationId, async (ctx) => {
    const { options } = await findDimension(ctx, organizationId, programId, dimensionId);
    for (const [index, person] of ready.entries()) {
      const option = index % 3 < 2 ? options[index % 3] : undefined;
      if (!option) continue;
      const said = { value: { kind: "option", key: option.key }, wishes: false, mayMatch: false, atMost: null } as const;
      await describeYourself(asPerson(ctx, person), organizationId, programId, dimensionId, said);
    }
  });
}

export async function countDemoRound(
  app: AppOfThePast,
  { organizationId, programId }: DemoProgram,
  coordinator: DemoPerson,
  { roundId, dimensionId }: { roundId: string; dimensionId: string },
): Promise<void> {
  await inOrganization(app, organizationId, (ctx) =>
    countFairness(asPerson(ctx, coordinator), organizationId, programId, roundId, dimensionId),
  );
  await app.settle();
}
