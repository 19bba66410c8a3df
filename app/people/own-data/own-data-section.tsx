import { ButtonLink } from "../../ui/button.tsx";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { ownDataWords } from "./own-data.messages.ts";

/** The way to it, at the end of one's account. */
export function OwnDataSection() {
  const words = ownDataWords(useReader().language);
  return (
    <Section title={words.title} id="data">
      <p>{words.sectionText}</p>
      <ButtonLink href="/account/data" kind="plain">
        {words.open}
      </ButtonLink>
    </Section>
  );
}
