import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/choices.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Form, type FormProps } from "../../ui/form.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import type { Asking } from "./find-asking.ts";
import { tellSomebodyPath } from "./pulse-links.ts";
import { fits, items, levels, longestComment } from "./pulse.ts";
import { pulseWords } from "./pulse.messages.ts";

interface PulseFormProps {
  asking: Asking;
  action: string;
  /** Answers of the letter's link, which stand in the form until it is sent. */
  chosen: URLSearchParams;
  refused: Pick<FormProps, "errors" | "values"> | undefined;
}

/** The five things, or whether it fits; with one button that sends what is chosen. */
export function PulseForm({ asking, action, chosen, refused }: PulseFormProps) {
  const { language } = useReader();
  const words = pulseWords(language);
  const figure = (level: number): string => formatNumber(language, level);
  return (
    <Form action={action} act="answer" id={`pulse-${asking.id}`} {...refused}>
      <input type="hidden" name="pulseId" value={asking.id} />
      {asking.kind === "fit" ? (
        <RadioGroup
          name="fit"
          label={words.page.fitTitle}
          labelHidden
          value={chosen.get("fit") ?? asking.fit ?? undefined}
          options={fits.map((fit) => ({ value: fit, label: words.fits[fit] }))}
        />
      ) : (
        <>
          <p class="hint">{words.page.scale(`${figure(1)} · ${words.levels[1]}`, `${figure(5)} · ${words.levels[5]}`)}</p>
          {items.map((item) => (
            <RadioGroup
              key={item}
              name={item}
              label={words.items[item]}
              inline
              value={chosen.get(item) ?? asking.levels[item]?.toString()}
              options={levels.map((level) => ({
                value: String(level),
                label: (
                  <>
                    {figure(level)}
                    <span class="hidden"> {words.levels[level]}</span>
                  </>
                ),
              }))}
            />
          ))}
        </>
      )}
      <TextArea
        name="comment"
        label={words.page.comment}
        hint={`${words.page.commentHint} ${words.page.optional}`}
        rows={3}
        maxlength={longestComment}
        value={asking.comment ?? ""}
      />
      <Buttons>
        <Button>{words.page.send}</Button>
        {asking.answeredAt === null && (
          <Button kind="quiet" name="skip" value="yes">
            {words.page.skip}
          </Button>
        )}
      </Buttons>
    </Form>
  );
}

/** What is not for the coordinator. */
export function RatherTell({ organizationId, relationshipId }: { organizationId: string; relationshipId: string }) {
  const { page } = pulseWords(useReader().language);
  return (
    <Section title={page.rather}>
      <p>{page.ratherText}</p>
      <ButtonLink kind="plain" href={tellSomebodyPath(organizationId, relationshipId)}>
        {page.tell}
      </ButtonLink>
    </Section>
  );
}
