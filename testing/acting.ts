/** Acts without a page: the work of a participant, as the page would hand it her context. */
import type { Context, PersonalContext } from "../app/platform/context.ts";

/** Somebody who takes part in a program, as `addParticipant` makes her. */
export interface Someone {
  readonly personId: string;
  readonly participantId: string;
}

/** The same context, in which this person acts. */
export const as = ({ personId }: Pick<Someone, "personId">, ctx: Context): PersonalContext => ({
  ...ctx,
  actor: {
    personId,
    email: "",
    name: "",
    sessionId: "",
    language: undefined,
    timeZone: undefined,
    ownsInstallation: false,
    memberships: [],
  },
});
