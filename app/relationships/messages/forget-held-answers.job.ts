import { asSystem, inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { heldDays } from "./held-answer.ts";
import { heldFile } from "./hold-answer.ts";

/** Nobody said of them that they are hers. Their files go by their age, also where a relationship went with them. */
export const forgetHeldAnswers = job<object>("messages.forget-held", {
  schedule: "23 3 * * *",
  async run(app) {
    const organizations = await asSystem(app, ({ db }) => db.selectFrom("organization").select("id").execute());
    for (const { id } of organizations) {
      await inOrganization(app, id, async ({ db, now }) => {
        const before = new Date(now.getTime() - heldDays * 86_400_000);
        await db.deleteFrom("held_answer").where("organization_id", "=", id).where("came_at", "<", before).execute();
        await db
          .deleteFrom("file")
          .where("organization_id", "=", id)
          .where("kind", "=", heldFile)
          .where("created_at", "<", before)
          .execute();
      });
    }
  },
});
