import { DescriptionList } from "../../ui/description-list.tsx";
import { formatDay } from "../../ui/formats.ts";
import { useReader } from "../../ui/reader.ts";
import { type CheckKind, counts, type NewestCheck } from "./background-check.ts";
import { checkWords } from "./checks.messages.ts";

/** Of each kind that is needed whether one counts, and until when. */
export function StandingOfChecks({
  needed,
  newest,
  today,
}: {
  needed: readonly CheckKind[];
  newest: readonly NewestCheck[];
  today: string;
}) {
  const { language } = useReader();
  const words = checkWords(language);
  const standing = (kind: CheckKind): string => {
    const one = newest.find((check) => check.kind === kind);
    if (!one || one.expiresOn === null) return words.isMissing;
    const day = formatDay(language, one.expiresOn, "long-day");
    return counts(one, today) ? words.counts(day) : words.hasRunOut(day);
  };
  return <DescriptionList items={needed.map((kind) => ({ name: words.kinds[kind], value: standing(kind) }))} />;
}
