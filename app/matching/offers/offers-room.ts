/** What offers add to the matching room. */
import "./bar-undo-of-import.ts";
import { when } from "../../platform/facts.ts";
import { beginWaiting } from "./begin-waiting.job.ts";
import { endOffers, endOffersOfWhoLeft } from "./end-offers.job.ts";
import { expireOffers } from "./expire-offers.job.ts";
import { offerNext } from "./offer-next.job.ts";
import { offerPage } from "./offer.page.tsx";
import { offersExport, offersPage } from "./offers.page.tsx";
import { publishPage } from "./publish.page.tsx";
import { remindOfOffers, writeAnswered, writeAsked, writeBegun, writeOffer, writeReleased } from "./write-offer-letters.job.ts";

export const offerRoutes = [offerPage, offersPage, offersExport, publishPage];
export const offerJobs = [
  beginWaiting,
  endOffers,
  endOffersOfWhoLeft,
  expireOffers,
  remindOfOffers,
  offerNext,
  writeOffer,
  writeReleased,
  writeBegun,
  writeAsked,
  writeAnswered,
];
export const offerSubscriptions = [
  when("checks.changed", beginWaiting),
  when("relationship.concluded", endOffers),
  when("relationship.left", endOffersOfWhoLeft),
  when("offer.made", writeOffer),
  when("offer.released", writeReleased),
  when("offer.released", offerNext),
  when("offer.begun", writeBegun),
  when("offer.asked", writeAsked),
  when("offer.question-answered", writeAnswered),
];
