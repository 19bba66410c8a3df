import type { Visit } from "../../platform/page.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { CheckboxGroup } from "../../ui/choices.tsx";
import { Form } from "../../ui/form.tsx";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import type { Program } from "../programs/program.ts";
import { checkKinds } from "./background-check.ts";
import { checkWords } from "./checks.messages.ts";

/** In the settings of a program: what each mentor must have passed. */
export function NeededSection({ program, visit }: { program: Program; visit: Visit }) {
  const words = checkWords(useReader().language);
  return (
    <Section title={words.setting} id="needed-checks">
      <p>{words.settingHint}</p>
      <Form action={visit.path} act="checks" {...visit.refused("checks")}>
        <CheckboxGroup
          name="kinds"
          label={words.settingKinds}
          hint={program.format === "peer" ? words.settingPeers : undefined}
          options={checkKinds.map((value) => ({ value, label: words.kinds[value] }))}
          values={program.neededChecks}
        />
        <Buttons>
          <Button>{words.settingSave}</Button>
        </Buttons>
      </Form>
    </Section>
  );
}
