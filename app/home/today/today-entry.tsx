import { isolated } from "../../matching/explanations/name-words.ts";
import { Entry } from "../../ui/entries.tsx";
import type { FormProps } from "../../ui/form.tsx";
import { formatList } from "../../ui/formats.ts";
import { useReader } from "../../ui/reader.ts";
import type { Line, TodayEntry } from "./list-today.ts";
import { TodayLine } from "./today-line.tsx";

interface Props {
  entry: TodayEntry;
  organizationId: string;
  programName: string | undefined;
  /** Whom a line can be given to: coordinators of its program. */
  others: readonly { readonly personId: string; readonly name: string }[];
  action: string;
  refused: (line: Line, act: "snooze" | "handOver") => Pick<FormProps, "errors" | "values"> | undefined;
}

/** The people of a relationship or an offer, once, with every reason why they need somebody today. */
export function EntryOfToday({ entry, programName, refused, ...rest }: Props) {
  const { language } = useReader();
  const who = formatList(
    language,
    entry.names.map((name) => isolated(language, name)),
  );
  return (
    <Entry
      title={
        <>
          <strong>
            <bdi>{who}</bdi>
          </strong>
          {programName !== undefined && (
            <span class="quiet">
              {" "}
              · <bdi>{programName}</bdi>
            </span>
          )}
        </>
      }
    >
      <ul class="reasons">
        {entry.lines.map((line) => (
          <TodayLine key={line.rule} line={line} who={who} refused={(act) => refused(line, act)} {...rest} />
        ))}
      </ul>
    </Entry>
  );
}
