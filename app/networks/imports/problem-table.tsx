import { useReader } from "../../ui/reader.ts";
import { Table } from "../../ui/table.tsx";
import { reasonText } from "./field-text.ts";
import { importWords } from "./imports.messages.ts";
import type { ListedProblem } from "./list-rows.ts";

/** Each cell that is not taken: where it stands, what it says, and why. */
export function ProblemTable({ problems }: { problems: readonly ListedProblem[] }) {
  const { language } = useReader();
  const words = importWords(language);
  return (
    <Table
      caption={words.problems}
      captionHidden
      rows={problems}
      rowKey={(problem) => `${problem.line}-${problem.number}`}
      columns={[
        { label: words.line, numeric: true, header: true, cell: (problem) => problem.line },
        { label: words.column, cell: (problem) => <bdi>{problem.column}</bdi> },
        { label: words.value, cell: (problem) => <bdi>{problem.value}</bdi> },
        { label: words.reason, cell: (problem) => <bdi>{reasonText(language, problem.reason)}</bdi> },
        { label: words.result, cell: (problem) => words.loses[problem.loses] },
      ]}
    />
  );
}
