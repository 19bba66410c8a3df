import { ownPath } from "../../networks/enrollment/participant.ts";
import { useReader } from "../../ui/reader.ts";
import type { AskingProgram } from "./list-asking-programs.ts";
import { ownDescriptionWords } from "./own-description.messages.ts";

/** The quiet way to describe oneself, for whoever likes: nobody is urged. */
export function DescriptionLink({ program: { organizationId, programId } }: { program: AskingProgram }) {
  const words = ownDescriptionWords(useReader());
  return (
    <p>
      <a href={`${ownPath(organizationId, programId)}/background`}>{words.title}</a>
    </p>
  );
}
