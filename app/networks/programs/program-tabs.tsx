import { useReader } from "../../ui/reader.ts";
import type { PlainLink } from "../../ui/shell.ts";
import { Tabs } from "../../ui/tabs.tsx";
import { programPath } from "./program.ts";
import { programTabWords } from "./program-tabs.messages.ts";

const tabs = [
  ["overview", ""],
  ["people", "/participants"],
  ["questions", "/questions"],
  ["imports", "/imports"],
  ["matching", "/matching"],
  ["criteria", "/criteria"],
  ["choices", "/choices/overview"],
  ["rounds", "/rounds"],
  ["offers", "/offers"],
  ["fairness", "/fairness"],
  ["letters", "/letters"],
  ["settings", "/settings"],
] as const;
type ProgramTab = (typeof tabs)[number][0];

/** The way between the pages of one program; the first thing under the title of each. */
export function ProgramTabs({ organizationId, programId, current }: { organizationId: string; programId: string; current?: ProgramTab }) {
  const words = programTabWords(useReader());
  const at = programPath(organizationId, programId);
  return (
    <Tabs label={words.label} tabs={tabs.map(([name, under]) => ({ label: words[name], href: at + under, current: name === current }))} />
  );
}

/** The pages above a page of the program: the organization's programs, and the program. */
export const programCrumbs = (
  organization: { readonly id: string; readonly name: string },
  program: { readonly id: string; readonly name: string },
): PlainLink[] => [
  { href: `/organizations/${organization.id}`, label: organization.name },
  { href: programPath(organization.id, program.id), label: program.name },
];
