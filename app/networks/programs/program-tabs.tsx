import { useReader } from "../../ui/reader.ts";
import type { PlainLink } from "../../ui/shell.ts";
import { Tabs } from "../../ui/tabs.tsx";
import { programPath } from "./program.ts";
import { programTabWords } from "./program-tabs.messages.ts";

const people = [
  ["people", "/participants"],
  ["imports", "/imports"],
] as const;
const matching = [
  ["mode", "/matching"],
  ["criteria", "/criteria"],
  ["choices", "/choices/overview"],
  ["rounds", "/rounds"],
  ["offers", "/offers"],
  ["fairness", "/fairness"],
] as const;
const settings = [
  ["settings", "/settings"],
  ["rhythm", "/relationships"],
  ["agreement", "/agreement"],
  ["practice", "/practice"],
] as const;
/** Few enough to be taken in at a glance; those with parts lead to the first of them, and show the others in a second row. */
const tabs = [
  ["overview", "", []],
  ["people", "/participants", people],
  ["questions", "/questions", []],
  ["matching", "/matching", matching],
  ["pairs", "/pairs", []],
  ["letters", "/letters", []],
  ["settings", "/settings", settings],
] as const;
type TabWithoutParts = Extract<(typeof tabs)[number], readonly [string, string, readonly []]>[0];
type ProgramTab = TabWithoutParts | (typeof people)[number][0] | (typeof matching)[number][0] | (typeof settings)[number][0];

/** The way between the pages of one program; the first thing under the title of each. */
export function ProgramTabs({ organizationId, programId, current }: { organizationId: string; programId: string; current: ProgramTab }) {
  const words = programTabWords(useReader());
  const at = programPath(organizationId, programId);
  const [within, , parts] = tabs.find(([name, , of]) => name === current || of.some(([part]) => part === current))!;
  return (
    <>
      <Tabs
        label={words.label}
        tabs={tabs.map(([name, under, of]) => ({
          label: words[name],
          href: at + under,
          current: name === within && (of.length > 0 ? "within" : true),
        }))}
      />
      {parts.length > 0 && (
        <Tabs
          label={words[within]}
          isInner
          tabs={parts.map(([name, under]) => ({ label: words[name], href: at + under, current: name === current }))}
        />
      )}
    </>
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
