import type { Visit } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Island } from "../../ui/island.tsx";
import { Progress } from "../../ui/progress.tsx";
import { useReader } from "../../ui/reader.ts";
import type { Import } from "./find-import.ts";
import { importWords } from "./imports.messages.ts";
import LookAgain from "./look-again.island.tsx";

/** Something is going on: how far it is, and the way to stop it. */
export function Working({ one, visit }: { one: Import; visit: Visit }) {
  const words = importWords(useReader());
  const label = { checking: words.checkingTitle, running: words.runningTitle, undoing: words.undoingTitle }[one.state as string];
  const counts = (one.state === "checking" || one.state === "running") && one.total_rows !== null;
  return (
    <>
      <div id="work">
        <Progress
          label={label ?? words.readingTitle}
          {...(counts && { done: one.done_rows, total: one.total_rows!, text: words.progress(one.done_rows, one.total_rows!) })}
        />
        {one.cancel_asked && <Callout title={words.cancelAsked} />}
      </div>
      <Island of={LookAgain} module="app/networks/imports/look-again.island.tsx" props={{ part: "work", everyMs: 1500 }} />
      {(one.state === "checking" || one.state === "running") && !one.cancel_asked && (
        <Buttons>
          <ActButton action={visit.path} act="cancel">
            {words.cancel}
          </ActButton>
        </Buttons>
      )}
      {one.state === "reading" && (
        <Buttons>
          <ActButton action={visit.path} act="discard" kind="quiet">
            {words.discard}
          </ActButton>
        </Buttons>
      )}
    </>
  );
}
