import path from "node:path";

/** What the drill reads of StrykerJS's report (its schema 2). */
export interface MutationReport {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

interface Mutant {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: "Killed" | "Timeout" | "Survived" | "NoCoverage" | "Ignored" | "CompileError" | "RuntimeError" | "Pending";
  readonly location: { readonly start: { readonly line: number; readonly column: number }; readonly end: { readonly line: number } };
}

export interface FolderScore {
  readonly folder: string;
  readonly found: number;
  readonly of: number;
  /** Among the found: changes with which a test did not come to an end. */
  readonly timedOut: number;
  /** Lines that only steer speed, by name. */
  readonly excluded: number;
}

const words: Partial<Record<Mutant["status"], string>> = { NoCoverage: "untested", Survived: "survived", Timeout: "timed out" };
const isFound = ({ status }: Mutant): boolean => status === "Killed" || status === "Timeout";
const isMissed = ({ status }: Mutant): boolean => status === "Survived" || status === "NoCoverage";

export function scoresByFolder({ files }: MutationReport): FolderScore[] {
  const byFolder = Map.groupBy(Object.entries(files), ([file]) => path.dirname(file));
  return [...byFolder]
    .map(([folder, own]) => {
      const mutants = own.flatMap(([, file]) => file.mutants);
      const [found, missed] = [mutants.filter(isFound).length, mutants.filter(isMissed).length];
      const [timedOut, excluded] = (["Timeout", "Ignored"] as const).map((what) => mutants.filter(({ status }) => status === what).length);
      return { folder, found, of: found + missed, timedOut: timedOut!, excluded: excluded! };
    })
    .toSorted((a, b) => a.folder.localeCompare(b.folder));
}

/** One line for each change that no test has found out. */
export const survivors = (report: MutationReport): string[] => listed(report, isMissed);

/** One for each that was found out only by time: nearly all are loops without end, but on a busy machine some may have been slow. */
export const foundByTime = (report: MutationReport): string[] => listed(report, ({ status }) => status === "Timeout");

function listed({ files }: MutationReport, isListed: (mutant: Mutant) => boolean): string[] {
  return Object.entries(files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split("\n");
    return mutants.filter(isListed).map(({ location: { start }, mutatorName, replacement = "", status }) => {
      const instead = replacement.replaceAll(/\s+/g, " ").slice(0, 80);
      return `${words[status] ?? status} ${file}:${start.line}:${start.column} ${mutatorName} → ${instead}\n    ${lines[start.line - 1]!.trim()}`;
    });
  });
}
