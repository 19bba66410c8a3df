/** Who she is: name, languages, place; her picture; her story. */
import { timeZoneOptions } from "../accounts/time-zones.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { CheckboxGroup, Select } from "../../ui/choices.tsx";
import { FileField, TextArea, TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Audience, Section } from "../../ui/layout.tsx";
import { Face } from "../../ui/person.tsx";
import { countryOptions, languageName, languageOptions } from "./code-names.ts";
import { pictureHref } from "./profile.ts";
import { profileWords } from "./profile.messages.ts";
import { hintWith, SaveButton, SavedNote, type SectionProps, Suggestions } from "./section-parts.tsx";

export function AboutSection({ ctx, visit, profile, saved }: SectionProps) {
  const words = profileWords(ctx.reader);
  const { language } = ctx.reader;
  const zone = profile.timeZone ?? ctx.actor.timeZone;
  return (
    <Section title={words.about} id="about">
      <Form act="about" action={visit.path} {...visit.refused("about")}>
        <TextField name="name" label={words.name} hint={words.nameHint} value={profile.name} autocomplete="name" required />
        <TextField
          name="pronouns"
          label={words.pronouns}
          hint={hintWith(ctx, profile, "pronouns", words.pronounsHint)}
          value={profile.pronouns}
          size="short"
        />
        <TextField
          name="headline"
          label={words.headline}
          hint={hintWith(ctx, profile, "headline", words.headlineHint)}
          value={profile.headline}
          size="long"
          maxlength={200}
        />
        {profile.languages.length > 0 && (
          <CheckboxGroup
            name="languages"
            label={words.languages}
            hint={hintWith(ctx, profile, "languages")}
            options={profile.languages.map((code) => ({ value: code, label: <bdi>{languageName(language, code)}</bdi> }))}
            values={profile.languages}
            inline
          />
        )}
        <TextField
          name="addLanguages"
          label={words.addLanguages}
          hint={profile.languages.length > 0 ? words.addLanguagesHint : hintWith(ctx, profile, "languages", words.addLanguagesHint)}
          list="languages-known"
          autocomplete="off"
        />
        <Suggestions id="languages-known" words={languageOptions(language).map(({ label }) => label)} />
        <TextField
          name="place"
          label={words.place}
          hint={hintWith(ctx, profile, "place", words.placeHint)}
          value={profile.place}
          autocomplete="address-level2"
        />
        <Select
          name="country"
          label={words.country}
          options={countryOptions(language)}
          emptyLabel={words.noCountry}
          value={profile.country ?? ""}
        />
        <Select
          name="timeZone"
          label={words.timeZone}
          hint={hintWith(ctx, profile, "timeZone")}
          options={timeZoneOptions(zone)}
          emptyLabel={words.noTimeZone}
          value={zone ?? ""}
        />
        <SaveButton isSaved={saved === "about"} />
      </Form>
    </Section>
  );
}

export function PictureSection({ ctx, visit, profile, saved }: SectionProps) {
  const words = profileWords(ctx.reader);
  const { name, organizationId, pictureId } = profile;
  return (
    <Section title={words.picture} id="picture">
      <Audience>{words.pictureSeen}</Audience>
      <div class="picture-now">
        <Face name={name} picture={pictureId === null ? undefined : pictureHref(organizationId, pictureId)} large />
        {pictureId !== null && (
          <ActButton action={visit.path} act="removePicture" kind="quiet">
            {words.removePicture}
          </ActButton>
        )}
      </div>
      <Form act="picture" action={visit.path} multipart {...visit.refused("picture")}>
        <FileField
          name="picture"
          label={pictureId === null ? words.choosePicture : words.changePicture}
          hint={words.pictureHint}
          accept="image/jpeg,image/png,image/webp"
          required
        />
        <Buttons>
          <Button kind="plain">{words.upload}</Button>
          {saved === "picture" && <SavedNote>{words.pictureSaved}</SavedNote>}
          {saved === "removePicture" && <SavedNote>{words.pictureRemoved}</SavedNote>}
        </Buttons>
      </Form>
    </Section>
  );
}

export function StorySection({ ctx, visit, profile, saved }: SectionProps) {
  const words = profileWords(ctx.reader);
  return (
    <Section title={words.story} id="story-part">
      <Form act="story" action={visit.path} {...visit.refused("story")}>
        <TextArea
          name="story"
          label={words.story}
          labelHidden
          hint={hintWith(ctx, profile, "story", words.storyHint)}
          value={profile.story}
          rows={8}
          maxlength={5000}
        />
        <TextArea
          name="interests"
          label={words.interests}
          hint={hintWith(ctx, profile, "interests", words.interestsHint)}
          value={profile.interests.join("\n")}
          rows={3}
        />
        <SaveButton isSaved={saved === "story"} />
      </Form>
    </Section>
  );
}
