import { formatList } from "../../ui/formats.ts";
import { Audience } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { sharedBackgroundWords } from "./shared-background.messages.ts";

/** Says to one of the two in what they share something by the mentee's wish; nothing where they do not. */
export function SharedSentence({ shared, side }: { shared: readonly string[]; side: "mentee" | "mentor" }) {
  const { language } = useReader();
  const words = sharedBackgroundWords(language);
  if (shared.length === 0) return null;
  return (
    <>
      <p>{words.byWish[side](formatList(language, shared))}</p>
      <Audience>{words.audience}</Audience>
    </>
  );
}
