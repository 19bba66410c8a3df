/** When she could meet, and when not. */
import { ActButton } from "../../ui/act-button.tsx";
import { AvailabilityGrid } from "../../ui/availability-grid.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { DateField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Section } from "../../ui/layout.tsx";
import { Day } from "../../ui/time.tsx";
import { dayIn, monthsLater } from "./pause-profile.ts";
import { isPaused } from "./profile.ts";
import { profileWords } from "./profile.messages.ts";
import { hintWith, SaveButton, SavedNote, type SectionProps } from "./section-parts.tsx";

export function AvailabilitySection({ ctx, visit, profile, saved }: SectionProps) {
  const words = profileWords(ctx.reader);
  return (
    <Section title={words.availability} id="availability-part">
      <Form act="availability" action={visit.path} {...visit.refused("availability")}>
        <AvailabilityGrid
          name="availability"
          label={words.availabilityLabel}
          hint={hintWith(ctx, profile, "availability", words.availabilityHint)}
          hours={profile.availability}
          // Her hours stand on the clock of her profile, wherever she reads them.
          timeZone={profile.timeZone ?? undefined}
        />
        <SaveButton isSaved={saved === "availability"} />
      </Form>
    </Section>
  );
}

export function PauseSection({ ctx, visit, profile, saved }: SectionProps) {
  const words = profileWords(ctx.reader);
  const today = dayIn(ctx.reader.timeZone, ctx.now);
  if (isPaused(profile, today)) {
    return (
      <Section title={words.pause} id="pause-part">
        <Callout kind="notice">
          <p>
            {words.pausedUntil} <Day on={profile.pausedUntil!} />.
          </p>
          <Buttons>
            <ActButton action={visit.path} act="back">
              {words.back}
            </ActButton>
          </Buttons>
        </Callout>
      </Section>
    );
  }
  return (
    <Section title={words.pause} id="pause-part">
      {saved === "back" && <SavedNote>{words.isBack}</SavedNote>}
      <p>{words.pauseText}</p>
      <Buttons>
        <ActButton action={visit.path} act="notNow">
          {words.notNow}
        </ActButton>
      </Buttons>
      <Form act="pause" action={visit.path} inline {...visit.refused("pause")}>
        <DateField name="until" label={words.pauseUntil} min={today} max={monthsLater(today, 24)} />
        <Button kind="quiet">{words.pauseUntilButton}</Button>
      </Form>
    </Section>
  );
}
