import { RadioGroup } from "../../ui/choices.tsx";
import { TextField } from "../../ui/field.tsx";
import { useReader } from "../../ui/reader.ts";
import { planWords } from "./plan.messages.ts";
import type { Place } from "./place.ts";
import { placeKinds } from "./session.ts";
import { sessionWords } from "./sessions.messages.ts";

/** How they meet; the room of a video server only where the installation has one. */
export function PlaceFields({ before, hasRooms }: { before: Place; hasRooms: boolean }) {
  const { language } = useReader();
  const words = sessionWords(language).plan;
  const kinds = planWords(language).placeKinds;
  return (
    <>
      <RadioGroup
        name="placeKind"
        label={words.placeKind}
        inline
        value={before.placeKind}
        options={placeKinds.filter((kind) => kind !== "room" || hasRooms).map((kind) => ({ value: kind, label: kinds[kind] }))}
      />
      <TextField
        name="place"
        label={words.place}
        hint={hasRooms ? `${words.placeHint} ${words.placeHintRooms}` : words.placeHint}
        size="long"
        maxlength={500}
        value={before.placeKind === "room" ? "" : before.place}
      />
    </>
  );
}
