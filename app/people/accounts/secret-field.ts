import { z } from "zod";
import { says } from "../../platform/form-fields.ts";
import { formWords } from "../../platform/form.messages.ts";
import { longestPassword } from "./password.ts";

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

/** The same, where somebody may have none. */
export const optionalSecret = () =>
  z.preprocess(
    (value) => sent(value) ?? "",
    z.string().refine((text) => text.length <= longestPassword * 5, {
      error: () => "",
      ...says((language) => formWords(language).tooLong(longestPassword)),
    }),
  );
