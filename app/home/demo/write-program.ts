/** Makes a program of the demo by the acts that coordinators use, and puts its people into it. */
import type { SeedParticipant } from "../../../db/seeds/person.ts";
import type { SeedCriterion, SeedProgram, SeedQuestion } from "../../../db/seeds/program.ts";
import { profileSource, questionSource } from "../../matching/criteria/answer-source.ts";
import type { Criterion } from "../../matching/criteria/criterion.ts";
import { addCriterion } from "../../matching/criteria/save-criterion.ts";
import { addQuestion } from "../../networks/programs/add-question.ts";
import { writeProgramTexts } from "../../networks/programs/change-program.ts";
import { makeProgram } from "../../networks/programs/make-program.ts";
import { type Context, inOrganization } from "../../platform/context.ts";
import type { AppOfThePast } from "./app-of-the-past.ts";
import { asPerson, type DemoPerson, idsInOrder, writePeople } from "./write-people.ts";

const day = 86_400_000;
const hour = 3_600_000;

export interface DemoProgram {
  readonly organizationId: string;
  readonly programId: string;
  /** Name of a question on the cards → its id. */
  readonly questions: Readonly<Record<string, string>>;
}

/** Makes the program with its questions and criteria; `coordinator` runs it. */
export async function writeProgram(
  app: AppOfThePast,
  organizationId: string,
  seed: SeedProgram,
  plan: { coordinator: DemoPerson; startsOn: string; endsOn: string },
): Promise<DemoProgram> {
  const programId = await inOrganization(app, organizationId, async (ctx) => {
    const { name, purpose, defaultCapacity, offerDays, onDecline } = seed;
    const { startsOn, endsOn } = plan;
    const settings = { name, purpose, startsOn, endsOn, defaultCapacity, offerDays, onDecline, signUp: "invitation" as const };
    const id = await makeProgram(asPerson(ctx, plan.coordinator), organizationId, settings);
    await writeProgramTexts(ctx, organizationId, id, { welcome: "", offer: "", firstSteps: "", ...seed.texts });
    return id;
  });
  await app.settle();
  const questions: Record<string, string> = {};
  await inOrganization(app, organizationId, async (ctx) => {
    for (const [name, question] of Object.entries<SeedQuestion>(seed.questions)) {
      questions[name] = await addQuestion(ctx, organizationId, programId, {
        kind: question.kind,
        label: question.label,
        help: question.help ?? "",
        askedOf: question.askedOf,
        options: question.options ?? [],
        minimum: question.minimum ?? null,
        maximum: question.maximum ?? null,
        isRequired: question.isRequired ?? false,
        shownTo: question.shownTo,
      });
    }
    for (const criterion of seed.criteria) await addCriterion(ctx, organizationId, programId, criterionOf(criterion, questions));
  });
  await app.settle();
  return { organizationId, programId, questions };
}

function criterionOf(seed: SeedCriterion, questions: Readonly<Record<string, string>>): Omit<Criterion, "id"> {
  const source = seed.question === undefined ? profileSource("hours") : questionSource(questions[seed.question]!);
  return {
    strength: seed.strength,
    rule: seed.rule,
    weight: seed.weight ?? 50,
    settings: {
      mentee: source,
      mentor: source,
      ...(seed.hours !== undefined && { hours: seed.hours }),
      ...(seed.above !== undefined && { above: seed.above }),
      ...(seed.strength === "must" && { missing: "allow" as const }),
      ...(seed.wish && { wish: { question: questions[seed.wish.question]!, yes: seed.wish.yes } }),
    },
  };
}

export interface DemoParticipant extends DemoPerson {
  readonly card: SeedParticipant;
  readonly participantId: string;
  readonly role: "mentor" | "mentee";
}

/** These people come into the program one after the other, in the days before the moment that the clock shows. */
export async function writeParticipants(
  ctx: Context,
  { organizationId, programId, questions }: DemoProgram,
  role: "mentor" | "mentee",
  cards: readonly SeedParticipant[],
  { today, overDays }: { today: Date; overDays: number },
): Promise<DemoParticipant[]> {
  const comes = (index: number): Date => new Date(ctx.now.getTime() - (overDays * day * (cards.length - index)) / cards.length);
  const joins = ({ stage }: SeedParticipant, at: Date): Date | null =>
    stage === "added" || stage === "invited" ? null : new Date(at.getTime() + 20 * hour);
  const people = await writePeople(ctx, organizationId, cards, {
    today,
    of: (card, index) => ({ createdAt: comes(index), joinedAt: joins(card, comes(index)) }),
  });
  const ids = idsInOrder(cards.length);
  const participants = cards.map((card, index) => ({ card, id: people.get(card.key)!.id, participantId: ids[index]!, role }));
  await ctx.db
    .insertInto("participant")
    .values(
      participants.map(({ card, id, participantId }, index) => {
        const at = comes(index);
        const joinedAt = joins(card, at);
        return {
          organization_id: organizationId,
          id: participantId,
          program_id: programId,
          person_id: id,
          role,
          capacity: role === "mentor" ? (card.capacity ?? null) : null,
          added_by: "demo" as const,
          invited_at: card.stage === "added" ? null : new Date(at.getTime() + hour),
          joined_at: joinedAt,
          adult_attested_at: joinedAt,
          completed_at: card.stage === undefined || card.stage === "withdrawn" ? joinedAt : null,
          withdrawn_at: card.stage === "withdrawn" ? new Date(at.getTime() + 6 * day) : null,
          created_at: at,
        };
      }),
    )
    .execute();
  const answers = participants.flatMap(({ card, participantId }) =>
    Object.entries(card.answers ?? {}).map(([name, value]) => ({
      organization_id: organizationId,
      participant_id: participantId,
      question_id: questions[name]!,
      value: JSON.stringify(value),
    })),
  );
  if (answers.length > 0) await ctx.db.insertInto("answer").values(answers).execute();
  return participants;
}
