import { asSystem } from "./context.ts";
import { job } from "./jobs.ts";

/** A form that lay open for longer than a week is a new wish, not a second click. */
export const forgetAnsweredForms = job<object>("forms.forget-answered", {
  schedule: "17 3 * * *",
  async run(app) {
    await asSystem(app, (ctx) =>
      ctx.db
        .deleteFrom("answered_form")
        .where("created_at", "<", new Date(ctx.now.getTime() - 7 * 86_400_000))
        .execute(),
    );
  },
});
