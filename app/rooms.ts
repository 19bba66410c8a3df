/** The whole house, from bottom to top: every address with who may use it, and everything that happens by itself. */
import { homeRoom } from "./home/room.ts";
import { inclusionRoom } from "./inclusion/room.ts";
import { matchingRoom } from "./matching/room.ts";
import { networksRoom } from "./networks/room.ts";
import { peopleRoom } from "./people/room.ts";
import { deliverLetter } from "./platform/letters/deliver-letter.job.ts";
import { forgetLetters } from "./platform/letters/forget-letters.job.ts";
import { forgetAnsweredForms } from "./platform/forget-answered-forms.job.ts";
import { relationshipsRoom } from "./relationships/room.ts";

const rooms = [peopleRoom, networksRoom, inclusionRoom, relationshipsRoom, matchingRoom, homeRoom];

export const routes = rooms.flatMap((room) => room.routes);
export const jobs = [deliverLetter, forgetLetters, forgetAnsweredForms, ...rooms.flatMap((room) => room.jobs)];
export const subscriptions = rooms.flatMap((room) => room.subscriptions);
export const inboundHandlers = rooms.flatMap((room) => room.inboundHandlers ?? []);
