import { action, type Letter, list, paragraph } from "../../platform/letters/letter.ts";
import { formatDeadline } from "../../ui/formats.ts";
import { reasonSentences } from "../explanations/reason-sentences.ts";
import { mentorName, reasonsToTell, type Suggestion } from "./find-suggestion.ts";
import { suggestionLetterWords } from "./suggestion-letters.messages.ts";

interface To {
  readonly suggestion: Suggestion;
  readonly href: string;
}

function start({ suggestion }: To) {
  const { mentee, answerBy } = suggestion;
  const words = suggestionLetterWords(mentee.language);
  return { mentee, words, greeting: paragraph(words.greeting(mentee.name)), until: formatDeadline(mentee, answerBy) };
}

/** Those who can be chosen, each with her best reason. */
function theMentors({ suggestion }: To): string[] {
  const { language } = suggestion.mentee;
  return suggestion.mentors
    .filter(({ isFree }) => isFree)
    .map((mentor) => {
      const name = mentorName(suggestion, mentor, language);
      const [reason] = reasonSentences(reasonsToTell(suggestion, mentor), language, { as: "mentee", mentor: name });
      return suggestionLetterWords(language).made.why(name, reason ?? "");
    });
}

export function suggestionLetter(to: To): Letter {
  const { words, greeting, until } = start(to);
  return {
    subject: words.made.subject(to.suggestion.programName),
    body: [
      greeting,
      paragraph(words.made.text(to.suggestion.programName)),
      list(theMentors(to)),
      action(words.made.choose, to.href),
      paragraph(words.made.until(until)),
    ],
  };
}

export function suggestionReminder(to: To): Letter {
  const { words, greeting, until } = start(to);
  return {
    subject: words.reminder.subject(until),
    body: [greeting, paragraph(words.reminder.text(until)), action(words.made.choose, to.href)],
  };
}

export function againLetter(to: To): Letter {
  const { words, greeting, until } = start(to);
  return {
    subject: words.again.subject(to.suggestion.programName),
    body: [
      greeting,
      paragraph(words.again.text),
      list(theMentors(to)),
      action(words.made.choose, to.href),
      paragraph(words.made.until(until)),
    ],
  };
}

export function lapsedLetter(to: To): Letter {
  const { words, greeting } = start(to);
  return {
    subject: words.lapsed.subject(to.suggestion.programName),
    body: [greeting, paragraph(words.lapsed.text), action(words.lapsed.open, to.href)],
  };
}
