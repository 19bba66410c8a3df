import { useContext } from "preact/hooks";
import type { ProgramFormat } from "../../networks/programs/program.ts";
import { type PlainLink, ShellContext } from "../../ui/shell.ts";
import { useReader } from "../../ui/reader.ts";
import { Tabs } from "../../ui/tabs.tsx";
import { pairTabWords } from "./pair-tabs.messages.ts";
import { pairPath } from "./pair.ts";

const tabs = [
  ["overview", ""],
  ["messages", "/messages"],
  ["sessions", "/sessions"],
  ["goals", "/goals"],
  ["agreement", "/agreement"],
] as const;
type PairTab = (typeof tabs)[number][0];

interface OfRelationship {
  readonly organizationId: string;
  readonly relationshipId: string;
}

interface PairTabsProps extends OfRelationship {
  readonly format: ProgramFormat;
  readonly current?: PairTab;
}

/** One conversation needs neither goals nor an agreement. */
export const hasGoals = (format: ProgramFormat): boolean => format !== "flash";

/** The way between the pages of one relationship; the first thing under the title of each. */
export function PairTabs({ organizationId, relationshipId, format, current }: PairTabsProps) {
  const words = pairTabWords(useReader().language);
  const unread = useContext(ShellContext).waiting?.get(relationshipId) ?? 0;
  const at = pairPath(organizationId, relationshipId);
  return (
    <Tabs
      label={words.label}
      tabs={tabs
        .filter(([name]) => hasGoals(format) || (name !== "goals" && name !== "agreement"))
        .map(([name, under]) => ({
          label: words[name],
          href: at + under,
          current: name === current,
          waiting: name === "messages" && unread > 0 ? { count: unread, label: words.unread(unread) } : undefined,
        }))}
    />
  );
}

/** The pages above a page of the relationship: my page, and the relationship, by the name that its reader gives it. */
export const pairCrumbs = ({ organizationId, relationshipId }: OfRelationship, title: string, myPage: string): PlainLink[] => [
  { href: "/", label: myPage },
  { href: pairPath(organizationId, relationshipId), label: title },
];
