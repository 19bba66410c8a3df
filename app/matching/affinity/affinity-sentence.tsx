import { formatList } from "../../ui/formats.ts";
import { Audience } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { affinityWords } from "./affinity.messages.ts";

/** Says to one of the two in what they share something by the mentee's wish; nothing where they do not. */
export function AffinitySentence({ shared, side }: { shared: readonly string[]; side: "mentee" | "mentor" }) {
  const { language } = useReader();
  const words = affinityWords(language);
  if (shared.length === 0) return null;
  return (
    <>
      <p>{words.byWish[side](formatList(language, shared))}</p>
      <Audience>{words.audience}</Audience>
    </>
  );
}
