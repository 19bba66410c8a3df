import { programPath } from "../../networks/programs/program.ts";
import { useReader } from "../../ui/reader.ts";
import type { PlainLink } from "../../ui/shell.ts";
import { Tabs } from "../../ui/tabs.tsx";
import { careTabWords } from "./care-tabs.messages.ts";
import { pairPath } from "./pair.ts";

const tabs = [
  ["support", "/support"],
  ["changes", "/changes"],
  ["end", "/closure"],
  ["agreement", "/agreement"],
] as const;
type CareTab = (typeof tabs)[number][0];

interface OfRelationship {
  readonly organizationId: string;
  readonly relationshipId: string;
}

/** The way between what a coordinator sees of one relationship; the first thing under the title of each such page. */
export function CareTabs({ organizationId, relationshipId, current }: OfRelationship & { readonly current?: CareTab }) {
  const words = careTabWords(useReader());
  const at = pairPath(organizationId, relationshipId);
  return (
    <Tabs label={words.label} tabs={tabs.map(([name, under]) => ({ label: words[name], href: at + under, current: name === current }))} />
  );
}

/** The pages above those: the program, and all of its relationships. */
export const careCrumbs = (
  { organizationId, programId, programName }: { organizationId: string; programId: string; programName: string },
  reader: Parameters<typeof careTabWords>[0],
): PlainLink[] => {
  const at = programPath(organizationId, programId);
  return [
    { href: at, label: programName },
    { href: `${at}/pairs`, label: careTabWords(reader).all },
  ];
};
