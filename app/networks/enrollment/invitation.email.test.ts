import { expect, test } from "vitest";
import { languages } from "../../platform/i18n.ts";
import type { ProgramFormat } from "../programs/program.ts";
import { invitationLetter } from "./invitation.email.ts";

const said = (format: ProgramFormat, roles: readonly ("mentor" | "mentee")[], language: (typeof languages)[number] = "en"): string =>
  JSON.stringify(
    invitationLetter(language, {
      organization: "Riverside",
      program: { name: "Together", purpose: "", format },
      name: "Ana",
      roles,
      link: "https://example.org/join/x",
    }),
  );

test("peers are invited as equals, and not to be mentor and mentee at once", () => {
  expect(said("peer", ["mentee", "mentor"])).toContain("where two equals accompany each other");
  expect(said("peer", ["mentee", "mentor"])).not.toMatch(/mentee|mentor/u);
  expect(said("one-to-one", ["mentee", "mentor"])).toContain("as a mentee and as a mentor");
});

test("where the younger mentor the older, the invitation says so, in every language, and nowhere else", () => {
  expect(said("reverse", ["mentor"])).toContain("the other way round");
  for (const language of languages) expect(said("reverse", ["mentee"], language)).not.toBe(said("one-to-one", ["mentee"], language));
  expect(said("one-to-one", ["mentor"])).not.toContain("the other way round");
});
