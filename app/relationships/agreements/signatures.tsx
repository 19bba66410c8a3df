import type { Refused } from "../../platform/form.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Entries, Entry } from "../../ui/entries.tsx";
import { Form } from "../../ui/form.tsx";
import { formatList, formatTime } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import type { Relationship } from "../life/find-life.ts";
import { isComplete, missingSigners, type Signature, type SignerKind } from "./agreement.ts";
import { agreementWords } from "./agreements.messages.ts";

interface SignaturesProps {
  relationship: Pick<Relationship, "people" | "format">;
  signatures: readonly Signature[];
  coordinatorSigns: boolean;
}

/** Who has signed, and who has not yet. */
export function Signatures({ relationship, signatures, coordinatorSigns }: SignaturesProps) {
  const reader = useReader();
  const words = agreementWords(reader.language);
  const missing = missingSigners(signatures, relationship.people);
  const kindOf = (kind: SignerKind): string =>
    relationship.format === "peer" && (kind === "mentor" || kind === "mentee") ? words.equal : words.kinds[kind];
  const complete = isComplete(signatures, relationship.people, coordinatorSigns);
  return (
    <Section title={words.signatures} id="signatures">
      {signatures.length > 0 && (
        <Entries label={words.signatures}>
          {signatures.map(({ personId, name, signedAs, signedAt }) => (
            <Entry key={personId} title={words.signedBy(name, kindOf(signedAs), formatTime(reader, signedAt, "long-day"))} />
          ))}
        </Entries>
      )}
      {complete ? (
        <Callout kind="done" title={words.complete} />
      ) : (
        <>
          {missing.length > 0 && (
            <p>
              {words.missing(
                formatList(
                  reader.language,
                  missing.map(({ name }) => name),
                ),
              )}
            </p>
          )}
          {coordinatorSigns && !signatures.some(({ signedAs }) => signedAs === "coordinator") && <p>{words.missingCoordinator}</p>}
        </>
      )}
    </Section>
  );
}

/** Signs exactly what stands on the page. */
export function SignForm({ name, read, action, refused }: { name: string; read: string; action: string; refused: Refused | undefined }) {
  const words = agreementWords(useReader().language);
  return (
    <Form action={action} act="sign" {...refused}>
      <p>{words.signAs(name)}</p>
      <input type="hidden" name="read" value={read} />
      <Buttons>
        <Button>{words.sign}</Button>
      </Buttons>
    </Form>
  );
}
