import { z } from "zod";
import { timeZoneField } from "../../people/accounts/time-zones.ts";
import { choice, choices, optionalText, text, wholeNumber } from "../../platform/form-fields.ts";
import { languages } from "../../platform/i18n.ts";
import { secondFactorRoles } from "./member-role.ts";

export const newOrganizationShape = z.object({
  name: text(200),
  language: choice(languages),
  timeZone: timeZoneField(),
});

export const [fewestKeepMonths, mostKeepMonths] = [1, 120] as const;

export const organizationSettingsShape = newOrganizationShape.extend({
  purpose: optionalText(2000),
  secondFactorRoles: choices(secondFactorRoles.length).transform((roles) => secondFactorRoles.filter((role) => roles.includes(role))),
  keepMonths: wholeNumber(fewestKeepMonths, mostKeepMonths),
});
export type OrganizationSettings = z.output<typeof organizationSettingsShape>;
