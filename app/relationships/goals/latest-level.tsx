import type { Language } from "../../platform/i18n.ts";
import { formatTime } from "../../ui/formats.ts";
import { useReader } from "../../ui/reader.ts";
import type { Level } from "./goal.ts";
import { goalWords } from "./goals.messages.ts";

/** −2 to +2, with its sign. */
export const signed = (level: number): string => (level > 0 ? `+${level}` : level < 0 ? `−${-level}` : "0");

/** A day as it stands under a picture, where there is little room. */
export const shortDay = (language: Language, day: string): string =>
  new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year: "2-digit", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** Where a goal stands, in the words that were agreed. */
export function LatestLevel({
  scale,
  latest,
}: {
  scale: readonly string[];
  latest: { readonly level: Level; readonly at: Date } | null | undefined;
}) {
  const reader = useReader();
  const words = goalWords(reader.language);
  if (!latest) return <p>{words.notNoted}</p>;
  return (
    <p>
      <strong>
        <bdi>{signed(latest.level)}</bdi>
      </strong>{" "}
      <bdi>{scale[latest.level + 2]}</bdi> <span class="quiet">({words.notedOn(formatTime(reader, latest.at, "day"))})</span>
    </p>
  );
}
