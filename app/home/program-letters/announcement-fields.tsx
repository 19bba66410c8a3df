import { Select } from "../../ui/choices.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { useReader } from "../../ui/reader.ts";
import { peopleWords } from "../program-people/people.messages.ts";
import { filterQuery, type PeopleFilter } from "../program-people/standing.ts";
import { announcementWords } from "./announcement.messages.ts";
import { longestBody, longestSubject, usualChoices } from "./announcement.ts";

const asQuery = (filter: PeopleFilter): string => new URLSearchParams(filterQuery(filter)).toString();

/** "Mentees: waiting for somebody", in the words of the list of people. */
export function useChoiceWords(): (filter: PeopleFilter) => string {
  const reader = useReader();
  const [words, said] = [peopleWords(reader), announcementWords(reader)];
  return ({ role, standing, search }) =>
    [
      role === undefined ? (standing === undefined && search === undefined ? said.everybody : undefined) : words[`${role}s`],
      standing && words.standings[standing],
      search !== undefined && said.named(search),
    ]
      .filter(Boolean)
      .join(" · ");
}

interface AnnouncementFieldsProps {
  chosen: PeopleFilter;
  subject?: string;
  body?: string;
}

export function AnnouncementFields({ chosen, subject, body }: AnnouncementFieldsProps) {
  const words = announcementWords(useReader());
  const wordsFor = useChoiceWords();
  const usual = usualChoices.map((filter) => ({ value: asQuery(filter), label: wordsFor(filter) }));
  const own = asQuery(chosen);
  const options = usual.some(({ value }) => value === own) ? usual : [{ value: own, label: wordsFor(chosen) }, ...usual];
  return (
    <>
      <Select name="chosen" label={words.toWhom} hint={words.toWhomHint} options={options} value={own} />
      <TextField name="subject" label={words.subject} value={subject} required maxlength={longestSubject} size="long" />
      <TextArea
        name="body"
        label={words.body}
        hint={words.bodyHint}
        value={body ?? words.startingBody}
        rows={12}
        maxlength={longestBody}
        required
      />
    </>
  );
}
