/** A coordinator of the demo runs a round with the real engine, and may publish it. */
import { publishRound } from "../../matching/offers/publish-round.ts";
import type { ChosenPeople, RoundObjective } from "../../matching/rounds/round.ts";
import type { RoundSettings } from "../../matching/rounds/round-settings.ts";
import { startRound } from "../../matching/rounds/start-round.ts";
import { inOrganization } from "../../platform/context.ts";
import type { AppOfThePast } from "./app-of-the-past.ts";
import { asPerson, type DemoPerson } from "./write-people.ts";
import type { DemoProgram } from "./write-program.ts";

/** The same in every demo, so that every demo has the same pairs. */
const seed = 20_270_201;

interface DemoRound {
  readonly chosen: ChosenPeople;
  readonly isPublished: boolean;
  readonly objective?: RoundObjective;
  readonly settings?: RoundSettings;
}

export async function runDemoRound(
  app: AppOfThePast,
  { organizationId, programId }: DemoProgram,
  coordinator: DemoPerson,
  { chosen, isPublished, objective = "most-good", settings = {} }: DemoRound,
): Promise<string> {
  const roundId = await inOrganization(app, organizationId, (ctx) =>
    startRound(asPerson(ctx, coordinator), organizationId, programId, { chosen, seed, objective, settings }),
  );
  await app.settle();
  const { state, problem } = await inOrganization(app, organizationId, ({ db }) =>
    db
      .selectFrom("round")
      .select(["state", "problem"])
      .where("organization_id", "=", organizationId)
      .where("id", "=", roundId)
      .executeTakeFirstOrThrow(),
  );
  if (state !== "done") throw new Error(`a round of the demo came to nothing: it is ${state} (${problem?.kind ?? "no reason"})`);
  if (!isPublished) return roundId;
  await inOrganization(app, organizationId, (ctx) => publishRound(asPerson(ctx, coordinator), { organizationId, programId, roundId }));
  await app.settle();
  return roundId;
}
