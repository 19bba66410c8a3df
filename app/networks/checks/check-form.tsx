import type { Visit } from "../../platform/page.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { RadioGroup, Select } from "../../ui/choices.tsx";
import { DateField, TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { useReader } from "../../ui/reader.ts";
import {
  type CheckKind,
  checkKinds,
  decisions,
  longestJurisdictions,
  longestProvider,
  longestReference,
  longestRemark,
} from "./background-check.ts";
import { checkWords } from "./checks.messages.ts";

/** `kind`: the one that is missing, where there is one alone. */
export function CheckForm({ visit, today, kind }: { visit: Visit; today: string; kind: CheckKind | undefined }) {
  const words = checkWords(useReader().language);
  return (
    <Form action={visit.path} act="record" id="record" {...visit.refused("record")}>
      <Select
        name="kind"
        label={words.kind}
        emptyLabel={words.choose}
        options={checkKinds.map((value) => ({ value, label: words.kinds[value] }))}
        value={kind}
        required
      />
      <RadioGroup
        name="decision"
        label={words.decision}
        options={decisions.map((value) => ({ value, label: words.decisions[value], hint: words.decisionHints[value] }))}
        required
      />
      <DateField name="decidedOn" label={words.decidedOnField} max={today} required />
      <DateField name="expiresOn" label={words.expiresOn} hint={words.expiresHint} />
      <TextField name="provider" label={words.provider} hint={words.providerHint} maxlength={longestProvider} required />
      <TextField
        name="jurisdictions"
        label={words.jurisdictions}
        hint={words.jurisdictionsHint}
        maxlength={longestJurisdictions}
        required
      />
      <TextField name="reference" label={words.referenceField} hint={words.referenceHint} maxlength={longestReference} autocomplete="off" />
      <TextField name="remark" label={words.remark} hint={words.remarkHint} maxlength={longestRemark} size="long" />
      <p class="quiet">{words.stays}</p>
      <Buttons>
        <Button>{words.record}</Button>
      </Buttons>
    </Form>
  );
}
