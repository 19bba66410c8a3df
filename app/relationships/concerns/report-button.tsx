import { ActButton } from "../../ui/act-button.tsx";
import { useReader } from "../../ui/reader.ts";
import { snapshotWords } from "./snapshot.messages.ts";

/** At the end of whatever others have written: the first of two taps. Its page has an act `report` (see take-snapshot.ts). */
export function ReportButton({ action }: { action: string }) {
  return (
    <ActButton action={action} act="report" kind="quiet" small>
      {snapshotWords(useReader().language).report}
    </ActButton>
  );
}
