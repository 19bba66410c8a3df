import type { Language } from "../../platform/i18n.ts";
import type { Refused } from "../../platform/form.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Entries, Entry } from "../../ui/entries.tsx";
import { Form } from "../../ui/form.tsx";
import { formatList, formatTime } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import type { Relationship } from "../life/find-life.ts";
import {
  isComplete,
  missesCoordinator,
  missingSigners,
  missingWards,
  type Signature,
  type SignerKind,
  type Wanted,
  type Ward,
} from "./agreement.ts";
import { agreementWords } from "./agreements.messages.ts";

interface SignaturesProps {
  relationship: Pick<Relationship, "people" | "format">;
  signatures: readonly Signature[];
  wanted: Wanted;
}

/** Who has signed, and who has not yet. */
export function Signatures({ relationship, signatures, wanted }: SignaturesProps) {
  const reader = useReader();
  const words = agreementWords(reader.language);
  const missing = missingSigners(signatures, relationship.people);
  const kindOf = (kind: SignerKind): string =>
    relationship.format === "peer" && (kind === "mentor" || kind === "mentee") ? words.equal : words.kinds[kind];
  const complete = isComplete(signatures, relationship.people, wanted);
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
          {missingWards(signatures, wanted).map((ward) => (
            <p key={ward.personId}>{wardSentence(reader.language, ward)}</p>
          ))}
          {missesCoordinator(signatures, wanted) && <p>{words.missingCoordinator}</p>}
        </>
      )}
    </Section>
  );
}

/** Whose signature it waits for, said to everybody who sees that it waits. */
export function wardSentence(language: Language, { name, guardians, isNamed }: Ward): string {
  const words = agreementWords(language);
  if (guardians.length > 0)
    return words.missingGuardian(
      name,
      formatList(
        language,
        guardians.map((one) => one.name),
      ),
    );
  return isNamed ? words.guardianNotSure(name) : words.noGuardian(name);
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
