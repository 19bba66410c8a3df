/** What is somebody's own of matching. */
import { sql } from "kysely";
import { parts, byPart, eitherSide, type SomeTables } from "./own-table.ts";

export const matchingOwn = {
  matching_mode: { notHers: "how a program matches" },
  choice: { hers: byPart("participant_id") },
  // Whoever is refused is never told.
  refusal: { hers: byPart("participant_id") },
  directory_return: { hers: byPart("participant_id") },
  criterion: { notHers: "the program's rules" },
  pair_wish: { notHers: "a coordinator's thought about two people at once: to tell one would be to tell on the other" },
  round: { notHers: "about many people at once" },
  round_pair: { notHers: "a thought about two people at once; what came of it stands in her offers" },
  round_unmatched: { hers: byPart("mentee_id") },
  round_mentor: { hers: byPart("mentor_id") },
  round_snapshot: { notHers: "the numbers that a round compared, of everybody together" },
  round_run: { notHers: "weights between numbers, of everybody together; what came of it for her stands in her offers" },
  offer: {
    hers: eitherSide,
    without: ["reasons"],
    // Why the other one declined is for the coordinator.
    changed: (me) => sql`case when (t.declined_by = 'mentee' and t.mentee_id in ${parts(me)})
      or (t.declined_by = 'mentor' and t.mentor_id in ${parts(me)}) then '{}'::jsonb else '{"decline_reason": null, "decline_note": ""}'::jsonb end`,
  },
  offer_question: {
    hers: (me) => sql`exists (select from offer o where o.organization_id = t.organization_id and o.id = t.offer_id
    and (o.mentee_id in ${parts(me)} or o.mentor_id in ${parts(me)}))`,
  },
  request: {
    hers: eitherSide,
    // Why the mentor declined is for the coordinator; whom else the mentee would like is hers.
    changed: (me) => sql`case when t.mentor_id in ${parts(me)} then '{"falls_on": null, "follows": null}'::jsonb
      else '{"decline_reason": null, "decline_note": ""}'::jsonb end`,
  },
  request_limit: { hers: byPart("participant_id"), without: ["set_by"] },
  suggestion: { hers: byPart("mentee_id") },
  suggested_mentor: {
    hers: (me) => sql`exists (select from suggestion s where s.organization_id = t.organization_id and s.id = t.suggestion_id
      and s.mentee_id in ${parts(me)})`,
    without: ["reasons"],
  },
} satisfies SomeTables;
