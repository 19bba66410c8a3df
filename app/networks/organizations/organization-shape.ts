import { z } from "zod";
import { choice, choices, optionalText, says, text } from "../../platform/form-fields.ts";
import { languages } from "../../platform/i18n.ts";
import { secondFactorRoles } from "./member-role.ts";
import { organizationWords } from "./organization.messages.ts";

/** Every time zone that Intl knows, "Europe/Madrid" and the like. */
export const timeZones: readonly string[] = [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])];

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
};

export const newOrganizationShape = z.object({
  name: text(200),
  language: choice(languages),
  timeZone: text(64).refine(
    isTimeZone,
    says((language) => organizationWords(language).unknownTimeZone),
  ),
});

export const organizationSettingsShape = newOrganizationShape.extend({
  purpose: optionalText(2000),
  secondFactorRoles: choices(secondFactorRoles.length).transform((roles) => secondFactorRoles.filter((role) => roles.includes(role))),
});
export type OrganizationSettings = z.output<typeof organizationSettingsShape>;
