import type { ComponentChildren } from "preact";
import type { Context } from "../../platform/context.ts";
import { Page } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import type { PlainLink } from "../../ui/shell.ts";
import { Steps } from "../../ui/steps.tsx";
import { findOrganization } from "../organizations/find-organization.ts";
import { findProgram } from "../programs/find-program.ts";
import { programCrumbs } from "../programs/program-tabs.tsx";
import { importsPath } from "./import-path.ts";
import { importWords } from "./imports.messages.ts";

/** The pages above those of one import. */
export async function importCrumbs(ctx: Context, organizationId: string, programId: string): Promise<PlainLink[]> {
  const organization = await findOrganization(ctx, organizationId);
  const program = await findProgram(ctx, organizationId, programId);
  return [...programCrumbs(organization, program), { href: importsPath(organizationId, programId), label: importWords(ctx.reader).title }];
}

const stepNames = ["upload", "columns", "check", "done"] as const;
export type ImportStep = (typeof stepNames)[number];

interface ImportFrameProps {
  title: string;
  lead?: ComponentChildren;
  crumbs: readonly PlainLink[];
  step?: ImportStep;
  isWide?: boolean;
  refreshAfter?: number | undefined;
  children: ComponentChildren;
}

/** A page of an import: where it stands between the file and the people. */
export function ImportFrame({ step, children, ...page }: ImportFrameProps) {
  const words = importWords(useReader());
  return (
    <Page
      {...page}
      audience={words.audience}
      above={step && <Steps steps={stepNames.map((name) => ({ label: words.steps[name] }))} current={stepNames.indexOf(step)} />}
    >
      {children}
    </Page>
  );
}
