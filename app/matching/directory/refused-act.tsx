import type { Visit } from "../../platform/page.ts";
import { Callout } from "../../ui/callout.tsx";

/** What was sent from one of many small forms, and could not be done: said once, above all of them. */
export function RefusedAct({ visit, acts }: { visit: Visit; acts: readonly string[] }) {
  const sentences = acts.flatMap((act) => Object.values(visit.refused(act)?.errors ?? {}));
  return sentences.length === 0 ? null : (
    <div role="alert">
      {sentences.map((sentence) => (
        <Callout key={sentence} kind="warn" title={sentence} />
      ))}
    </div>
  );
}
