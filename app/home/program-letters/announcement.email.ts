import type { Language } from "../../platform/i18n.ts";
import { action, type Letter, paragraph } from "../../platform/letters/letter.ts";
import { announcementWords } from "./announcement.messages.ts";
import { fillIn, type Filling, isLinkAlone, paragraphsOf } from "./announcement.ts";

/** A coordinator's own words, as one reader finds them. */
export function announcementLetter(
  language: Language,
  written: { readonly subject: string; readonly body: string },
  filling: Filling,
): Letter {
  return {
    subject: fillIn(written.subject, filling),
    body: paragraphsOf(written.body).map((one) =>
      isLinkAlone(one) ? action(announcementWords(language).openYourPage, filling.link) : paragraph(fillIn(one, filling)),
    ),
  };
}
