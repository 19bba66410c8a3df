import { z } from "zod";
import { says } from "../../platform/form-fields.ts";
import { formWords } from "../../platform/form.messages.ts";
import { longestPassword, passwordFault } from "./password.ts";

const sent = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

/** A password as it was typed: blanks at its ends are part of it. */
export const secret = () =>
  z.preprocess(
    (value) => sent(value) ?? "",
    z
      .string()
      .refine((text) => text.length > 0, { error: () => "", ...says((language) => formWords(language).required) })
      // Far more than a password may have: a new one is measured where it is set.
      .refine((text) => text.length <= longestPassword * 5, {
        error: () => "",
        ...says((language) => formWords(language).tooLong(longestPassword)),
      }),
  );

/** One that is being set: what is wrong with it by itself is said along with everything else on the form. */
export const newSecret = () =>
  secret().superRefine((password, asked) => {
    const fault = password === "" ? undefined : passwordFault(password, { email: "", name: "" });
    if (fault) asked.addIssue({ code: "custom", message: "", ...says(fault) });
  });

/** A password as it was typed, where somebody may have none. */
export const optionalSecret = () =>
  z.preprocess(
    (value) => sent(value) ?? "",
    z.string().refine((text) => text.length <= longestPassword * 5, {
      error: () => "",
      ...says((language) => formWords(language).tooLong(longestPassword)),
    }),
  );
