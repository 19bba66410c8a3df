import type { ProgramFormat } from "../../networks/programs/program.ts";
import { Details } from "../../ui/details.tsx";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import type { Session } from "./find-session.ts";
import { OutcomeButtons } from "./outcome-buttons.tsx";
import { letterWords } from "./session-letters.messages.ts";
import { sessionWords } from "./sessions.messages.ts";

interface TellFormProps {
  session: Session;
  personId: string;
  format: ProgramFormat;
  action: string;
}

/** Did it take place? With what she has said already. */
export function TellForm({ session, personId, format, action }: TellFormProps) {
  const { language } = useReader();
  const words = sessionWords(language);
  const said = session.people.find((one) => one.personId === personId)?.outcome ?? null;
  const buttons = <OutcomeButtons action={action} sessionId={session.id} format={format} {...(said !== null && { first: said })} />;
  const isAskedAgain = session.askedAgainAt !== null && session.state === "agreed";
  // What she has said stands; that it can be changed takes little room.
  if (said !== null && !isAskedAgain) return <Details summary={words.one.youSaid(letterWords(language).outcomes[said])}>{buttons}</Details>;
  return (
    <Section title={words.one.tellTitle}>
      <p class="quiet">{said === null ? words.one.tellHint : words.one.youSaid(letterWords(language).outcomes[said])}</p>
      {isAskedAgain && <p>{words.one.differ}</p>}
      {buttons}
    </Section>
  );
}
