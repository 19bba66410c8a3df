/** The first weeks of pairs of the demo: they write, sign their agreement, meet once, and know when they meet again. */
import type { SeedLife } from "../../../db/seeds/life.ts";
import type { SeedBeginning } from "../../../db/seeds/riverside/first-steps-beginnings.ts";
import { inOrganization } from "../../platform/context.ts";
import type { AppOfThePast } from "./app-of-the-past.ts";
import { liveLives } from "./live-lives.ts";
import type { DemoPerson } from "./write-people.ts";
import type { DemoParticipant, DemoProgram } from "./write-program.ts";

const dayMs = 86_400_000;

interface Weeks {
  readonly coordinator: DemoPerson;
  readonly people: readonly DemoParticipant[];
  readonly beginnings: Readonly<Record<string, SeedBeginning>>;
  readonly today: Date;
}

/** The clock shows when the first of them had begun. */
export async function beginWell(app: AppOfThePast, program: DemoProgram, { coordinator, people, beginnings, today }: Weeks): Promise<void> {
  const begun = await inOrganization(app, program.organizationId, ({ db }) =>
    db
      .selectFrom("relationship as r")
      .innerJoin("offer as o", (join) => join.onRef("o.organization_id", "=", "r.organization_id").onRef("o.id", "=", "r.offer_id"))
      .select(["r.begun_at as begunAt", "o.mentee_id as menteeId", "o.mentor_id as mentorId"])
      .where("r.organization_id", "=", program.organizationId)
      .where("r.program_id", "=", program.programId)
      .orderBy("r.begun_at")
      .orderBy("r.id")
      .execute(),
  );
  const keyOf = (participantId: string): string => people.find((one) => one.participantId === participantId)?.card.key ?? "";
  const lives = begun.flatMap(({ begunAt, menteeId, mentorId }, index) => {
    const beginning = beginnings[keyOf(menteeId)];
    const days = Math.floor((today.getTime() - begunAt.getTime()) / dayMs);
    // What began this week has not come so far.
    if (!beginning || days < 12) return [];
    return [lifeOf({ mentee: keyOf(menteeId), mentor: keyOf(mentorId), days, next: 2 + (index % 7) }, beginning)];
  });
  await liveLives(app, program, lives, { coordinator, people, today });
}

interface Beginning {
  readonly mentee: string;
  readonly mentor: string;
  /** Since they began. */
  readonly days: number;
  /** Until they meet again. */
  readonly next: number;
}

function lifeOf({ mentee, mentor, days, next }: Beginning, { hello, answer, at, where, notes }: SeedBeginning): SeedLife {
  const met = days - 6;
  return {
    mentee,
    mentor,
    moments: [
      { ago: days - 1, at: "19:10", by: "mentee", says: hello },
      { ago: days - 2, at: "08:20", by: "mentor", says: answer },
      { ago: met, at: "21:30", by: "mentor", signs: true },
      { ago: met - 1, at: "18:40", by: "mentee", signs: true },
    ],
    sessions: [
      { ago: met, at, minutes: 30, where, planned: 3, ...(notes !== undefined && { notes }) },
      { ago: -next, at, where, planned: met + next - 3 },
    ],
  };
}
