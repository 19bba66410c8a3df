import { Select } from "../../ui/choices.tsx";
import { Form } from "../../ui/form.tsx";
import { Section } from "../../ui/layout.tsx";
import { audiences, visibleFields } from "./profile.ts";
import { profileWords } from "./profile.messages.ts";
import { SaveButton, type SectionProps } from "./section-parts.tsx";

export function VisibilitySection({ ctx, visit, profile, saved }: SectionProps) {
  const words = profileWords(ctx.reader);
  const options = audiences.map((audience) => ({ value: audience, label: words.audiences[audience] }));
  return (
    <Section title={words.visibility} id="visibility-part">
      <p>{words.visibilityText}</p>
      <Form act="visibility" action={visit.path} {...visit.refused("visibility")}>
        <div class="visibility-fields">
          {visibleFields.map((field) => (
            <Select key={field} name={field} label={words.field[field]} options={options} value={profile.visibility[field]} />
          ))}
        </div>
        <SaveButton isSaved={saved === "visibility"} />
      </Form>
    </Section>
  );
}
