import { Button, Buttons } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { useReader } from "../../ui/reader.ts";
import { letterWords } from "./session-letters.messages.ts";
import type { ProgramFormat } from "../../networks/programs/program.ts";
import { type Answer, answersFor } from "./session.ts";

interface OutcomeButtonsProps {
  action: string;
  sessionId: string;
  format: ProgramFormat;
  first?: Answer;
}

/** It took place, we moved it, it did not: one tap. */
export function OutcomeButtons({ action, sessionId, format, first = "held" }: OutcomeButtonsProps) {
  const words = letterWords(useReader().language).outcomes;
  return (
    <Form action={action} act="tell" id={`tell-${sessionId}`}>
      <input type="hidden" name="sessionId" value={sessionId} />
      <Buttons>
        {[first, ...answersFor(format).filter((one) => one !== first)].map((outcome) => (
          <Button key={outcome} name="outcome" value={outcome} kind={outcome === first ? "primary" : "plain"}>
            {words[outcome]}
          </Button>
        ))}
      </Buttons>
    </Form>
  );
}
