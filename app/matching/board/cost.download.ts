/** What moving a mentee would cost, for the panel on the board: the cheapest mentors, those of a name, or one. */
import { coordinators } from "../../networks/programs/access.ts";
import { NotFound } from "../../platform/errors.ts";
import { isId } from "../../platform/identifiers.ts";
import { download } from "../../platform/page.ts";
import { findRound } from "../rounds/list-rounds.ts";
import { hasResult } from "../rounds/round.ts";
import { priceOf, runnersUp } from "./ask-round.ts";
import { listMentors } from "./list-mentors.ts";
import type { MoveOption } from "./move-panel.island.tsx";
import { namePeople } from "./name-people.ts";
import type { PriceAnswer } from "./open-round.ts";
import { priceSentences } from "./price-sentences.ts";

const mostOptions = 8;

export const costDownload = download("/organizations/:organizationId/programs/:programId/rounds/:roundId/cost", {
  access: coordinators,
  send: async (ctx, { organizationId, programId, roundId }, { query }) => {
    const round = await findRound(ctx, organizationId, programId, roundId);
    const which = { organizationId, roundId };
    const menteeId = query.get("mentee") ?? "";
    const mentorId = query.get("mentor") ?? "";
    const search = (query.get("q") ?? "").trim().slice(0, 100);
    const answers = new Map<string, PriceAnswer>();
    if (hasResult(round.state) && isId(menteeId)) {
      if (mentorId !== "") {
        if (!isId(mentorId)) throw new NotFound();
        answers.set(mentorId, await priceOf(ctx, which, menteeId, mentorId));
      } else if (search !== "") {
        const { rows } = await listMentors(ctx, which, { search, page: 1 });
        for (const row of rows.slice(0, mostOptions)) answers.set(row.mentorId, await priceOf(ctx, which, menteeId, row.mentorId));
      } else {
        for (const pair of await runnersUp(ctx, which, "mentee", menteeId, mostOptions))
          answers.set(pair.mentorId, { kind: "priced", pair });
      }
    }
    const people = [...answers].flatMap(([id, answer]) => [
      id,
      ...(answer.kind === "priced" ? answer.pair.moves.flatMap((move) => [move.menteeId, move.to ?? id]) : []),
    ]);
    const nameOf = await namePeople(ctx, { organizationId, programId }, people);
    const options = [...answers].map(([id, answer]): MoveOption => ({
      mentorId: id,
      name: nameOf(id),
      text: priceSentences(answer, ctx.reader.language, nameOf, round.criteria).join(" "),
      canLock: answer.kind !== "absent",
    }));
    return { contentType: "application/json; charset=utf-8", body: JSON.stringify({ options }) };
  },
});
