import { Select } from "../../ui/choices.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { useReader } from "../../ui/reader.ts";
import type { Piece } from "./find-pieces.ts";
import { longest, moments } from "./practice.ts";
import { practiceWords } from "./practice.messages.ts";

export function PieceFields({ piece }: { piece?: Piece }) {
  const words = practiceWords(useReader().language);
  const { library } = words;
  return (
    <>
      <TextField name="title" label={library.titleField} size="long" maxlength={longest.title} value={piece?.title ?? ""} required />
      <TextArea
        name="body"
        label={library.bodyField}
        hint={library.bodyHint}
        rows={14}
        maxlength={longest.body}
        value={piece?.body ?? ""}
        required
      />
      <Select
        name="moment"
        label={library.momentField}
        options={moments.map((moment) => ({ value: moment, label: words.moments[moment] }))}
        value={piece?.moment ?? "any-time"}
      />
    </>
  );
}
