/** Letters to those who counted on somebody who leaves. They do not name her: she asked that nothing be kept. */
import type { Language } from "../../platform/i18n.ts";
import { action, type Letter, list, note, paragraph } from "../../platform/letters/letter.ts";
import type { ParticipantRole } from "../../networks/enrollment/participant.ts";
import { leavingWords } from "./leaving.messages.ts";
import type { LeftBehind } from "./list-left-behind.ts";

export function deleteLinkLetter(language: Language, href: string): Letter {
  const words = leavingWords(language).letter;
  return { subject: words.linkSubject, body: [paragraph(words.linkText), action(words.linkAction, href), note(words.linkNote)] };
}

export function leftBehindLetter(language: Language, { tie, role, programName }: LeftBehind, href: string): Letter {
  const words = leavingWords(language).letter;
  const isPair = tie === "pair";
  return {
    subject: isPair ? words.pairSubject[role] : words.offerSubject,
    body: [
      paragraph((isPair ? words.pairText : words.offerText)[role](programName)),
      paragraph(isPair ? words.pairNext : words.offerNext),
      action(words.myPage, href),
    ],
  };
}

/** To those who run the program. */
export function somebodyLeftLetter(language: Language, role: ParticipantRole, behind: readonly LeftBehind[], href: string): Letter {
  const words = leavingWords(language).letter;
  const program = behind[0]?.programName ?? "";
  return {
    subject: words.programSubject(program),
    body: [
      paragraph(words.programText[role](program)),
      list(behind.map(({ tie, name }) => (tie === "pair" ? words.inPair(name) : words.inOffer(name)))),
      paragraph(words.programNext),
      action(words.openProgram, href),
    ],
  };
}
