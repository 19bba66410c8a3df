import { ActButton } from "../../ui/act-button.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { useReader } from "../../ui/reader.ts";
import { useNameOf } from "../directory/found-card.tsx";
import type { FoundPerson } from "../directory/found-person.ts";
import { useDirectoryWords } from "../directory/words-of-directory.ts";
import type { OwnChoices } from "./find-own-choices.ts";

interface ChoiceButtonsProps {
  person: FoundPerson;
  own: OwnChoices;
  /** A page with `choiceActs`, and how its list is narrowed. */
  action: string;
  small?: boolean;
}

/** Puts her on the reader's list, or says where she stands on it. */
export function ChoiceButtons({ person, own, action, small = false }: ChoiceButtonsProps) {
  const { language } = useReader();
  const words = useDirectoryWords();
  const fields = { aboutId: person.id };
  const name = useNameOf()(person);
  const rank = own.list.chosen.indexOf(person.id) + 1;
  const whom = <span class="hidden">{words.addWhom(name)}</span>;
  if (rank > 0)
    return (
      <span class="found-chosen">
        <strong>{words.chosen(formatNumber(language, rank))}</strong>
        <ActButton action={action} act="remove" fields={fields} kind="quiet" small={small}>
          {words.remove}
          {whom}
        </ActButton>
      </span>
    );
  if (own.list.chosen.length >= own.most) return <span class="hint">{words.isFull}</span>;
  return (
    <ActButton action={action} act="add" fields={fields} kind="plain" icon="plus" small={small}>
      {words.add}
      {whom}
    </ActButton>
  );
}
