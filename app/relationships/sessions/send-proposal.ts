import type { Context } from "../../platform/context.ts";
import type { Relationship } from "../life/find-life.ts";
import type { Proposal } from "./find-proposals.ts";
import { nameOf } from "./people-of-session.ts";
import { placeText } from "./place.ts";
import { sendToAll } from "./send-session.ts";
import { proposalLetter } from "./session.email.ts";
import { linkFor } from "./session-links.ts";

/** To all but the one who proposes: which time suits, behind a link that speaks for her. */
export async function sendProposal(ctx: Context, relationship: Relationship, proposal: Proposal): Promise<void> {
  await sendToAll(ctx, relationship, {
    occasion: `session proposed ${proposal.id}`,
    except: [proposal.proposedBy],
    letter: (to) =>
      proposalLetter(to, {
        by: nameOf(relationship.people, proposal.proposedBy) ?? "",
        times: proposal.times.map(({ startsAt }) => startsAt),
        minutes: proposal.minutes,
        place: placeText(proposal, ctx.app.settings.jitsiUrl),
        placeKind: proposal.placeKind,
        words: proposal.words,
        isMove: proposal.movesSessionId !== null,
        repeats: proposal.repeats,
        href: linkFor(ctx.app, "times", { organizationId: proposal.organizationId, aboutId: proposal.id, personId: to.personId }),
      }),
  });
}
