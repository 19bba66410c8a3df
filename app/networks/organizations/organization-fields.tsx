import { timeZoneOptions } from "../../people/accounts/time-zones.ts";
import { languageNames, languages } from "../../platform/i18n.ts";
import { Select } from "../../ui/choices.tsx";
import { TextField } from "../../ui/field.tsx";
import { useReader } from "../../ui/reader.ts";
import { organizationWords } from "./organization.messages.ts";

const languageOptions = languages.map((language) => ({ value: language, label: languageNames[language] }));

/** Name, language and time zone: what an organization needs from its first moment. */
export function OrganizationFields({ name, language, timeZone }: { name?: string; language: string; timeZone: string }) {
  const words = organizationWords(useReader());
  return (
    <>
      <TextField name="name" label={words.name} value={name} required maxlength={200} size="long" autocomplete="organization" />
      <Select name="language" label={words.language} hint={words.languageHint} options={languageOptions} value={language} />
      <Select name="timeZone" label={words.timeZone} hint={words.timeZoneHint} options={timeZoneOptions(timeZone)} value={timeZone} />
    </>
  );
}
