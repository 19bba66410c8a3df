/** An import makes the questions that were born from its columns, and widens those that it uses. */
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/facts.ts";
import type { Question } from "../programs/question.ts";
import type { Import } from "./find-import.ts";
import { askedOf } from "./import.ts";
import { columnOf, joinOptions, type QuestionBefore } from "./mapping.ts";

interface Plan {
  readonly made: readonly {
    readonly id: string;
    readonly kind: Question["kind"];
    readonly label: string;
    readonly options: readonly string[];
    readonly askedOf: Question["askedOf"];
  }[];
  readonly changed: readonly { readonly question: Question; readonly options: readonly string[]; readonly askedOf: Question["askedOf"] }[];
}

/** What will become of the program's questions. */
export function planQuestions({ role, mapping }: Pick<Import, "role" | "mapping">, questions: readonly Question[]): Plan {
  const forBoth = columnOf(mapping, "both-roles") >= 0;
  const whom = forBoth ? "both" : askedOf(role);
  const made = new Map<string, Plan["made"][number]>();
  const changed: Plan["changed"][number][] = [];
  for (const target of mapping.columns ?? []) {
    if (target.to === "new-question" && !questions.some(({ id }) => id === target.question.id))
      made.set(target.question.id, { ...target.question, askedOf: whom });
    if (target.to !== "question") continue;
    const question = questions.find(({ id }) => id === target.questionId);
    if (!question) continue;
    const options = target.options ? joinOptions(question.options, target.options) : question.options;
    const widened = question.askedOf === "both" || question.askedOf === whom ? question.askedOf : "both";
    if (widened !== question.askedOf || options.join("\n") !== question.options.join("\n"))
      changed.push({ question, options, askedOf: widened });
  }
  return { made: [...made.values()], changed };
}

/** Does so, and returns how the questions were before. */
export async function shapeQuestions(ctx: Context, one: Import, questions: readonly Question[]): Promise<QuestionBefore[]> {
  const plan = planQuestions(one, questions);
  const { organization_id, program_id } = one;
  const last = await ctx.db
    .selectFrom("question")
    .select((expression) => expression.fn.max("position").as("position"))
    .where("organization_id", "=", organization_id)
    .where("program_id", "=", program_id)
    .executeTakeFirst();
  const first = (last?.position ?? -1) + 1;
  if (plan.made.length > 0)
    await ctx.db
      .insertInto("question")
      .values(
        plan.made.map(({ id, kind, label, options, askedOf: whom }, index) => ({
          organization_id,
          id,
          program_id,
          position: first + index,
          kind,
          label,
          asked_of: whom,
          options: [...options],
          created_at: ctx.now,
        })),
      )
      .execute();
  for (const { question, options, askedOf: whom } of plan.changed)
    await ctx.db
      .updateTable("question")
      .set({ options: [...options], asked_of: whom })
      .where("organization_id", "=", organization_id)
      .where("id", "=", question.id)
      .execute();
  for (const questionId of [...plan.made.map(({ id }) => id), ...plan.changed.map(({ question }) => question.id)])
    await announce(ctx, "question.changed", {
      organizationId: organization_id,
      programId: program_id,
      questionId,
      renamedOptions: {},
    });
  return [
    ...plan.made.map(({ id }) => ({ id, before: null })),
    ...plan.changed.map(({ question }) => ({ id: question.id, before: { askedOf: question.askedOf, options: question.options } })),
  ];
}
