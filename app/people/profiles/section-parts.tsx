/** What the sections of the profile page have in common. */
import type { PersonalContext } from "../../platform/context.ts";
import type { Visit } from "../../platform/page.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useReader } from "../../ui/reader.ts";
import type { Profile, VisibleField } from "./profile.ts";
import { profileWords } from "./profile.messages.ts";

export interface SectionProps {
  readonly ctx: PersonalContext;
  readonly visit: Visit;
  readonly profile: Profile;
  /** The act that has just been done: its section says so, where the reader is. */
  readonly saved: string | undefined;
}

/** The hint of a field, with who sees it. */
export function hintWith(ctx: PersonalContext, profile: Profile, field: VisibleField, hint?: string): string {
  const words = profileWords(ctx.reader);
  const seen = words.seenBy(words.who[profile.visibility[field]]);
  return hint === undefined ? seen : `${hint} ${seen}`;
}

/** The button of a section, and that it was saved. */
export function SaveButton({ isSaved }: { isSaved: boolean }) {
  const words = profileWords(useReader().language);
  return (
    <Buttons>
      <Button kind="plain">{words.save}</Button>
      {isSaved && <SavedNote>{words.saved}</SavedNote>}
    </Buttons>
  );
}

export function SavedNote({ children }: { children: string }) {
  return (
    <output class="saved-note">
      <Icon name="check" />
      {children}
    </output>
  );
}

/** Words that the browser offers while somebody types. */
export function Suggestions({ id, words }: { id: string; words: readonly string[] }) {
  return (
    <datalist id={id}>
      {words.map((word) => (
        <option key={word} value={word}>
          {word}
        </option>
      ))}
    </datalist>
  );
}
