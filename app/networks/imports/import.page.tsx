import type { VNode } from "preact";
import { z } from "zod";
import type { PersonalContext } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { pageNumberIn } from "../../platform/page-number.ts";
import { page, type Visit } from "../../platform/page.ts";
import { spreadsheetWords, tell } from "../../platform/spreadsheets/index.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { ButtonLink, Buttons } from "../../ui/button.tsx";
import { coordinators } from "../programs/access.ts";
import { listQuestions } from "../programs/list-questions.ts";
import { Checked } from "./checked.tsx";
import { Done } from "./done.tsx";
import { findImport, type Import, type ImportPlace } from "./find-import.ts";
import { ImportFrame, importCrumbs } from "./import-frame.tsx";
import { importsPath } from "./import-path.ts";
import { importWords } from "./imports.messages.ts";
import { listProblems, listRows } from "./list-rows.ts";
import { MapColumns } from "./map-columns.tsx";
import { backToColumns, cancelWork, discardImport, startImport } from "./move-import.ts";
import { pageSize } from "./page-size.ts";
import { readAgain, ReadingShape } from "./read-again.ts";
import { MappingShape, saveMapping } from "./save-mapping.ts";
import { findUndoBars } from "./undo-bars.ts";
import { undoImport } from "./undo-import.ts";
import { Working } from "./working.tsx";

const nothing = z.object({});

/** One import, at one address, as it stands: columns, dry run, work, result. */
export const importPage = page("/organizations/:organizationId/programs/:programId/imports/:importId", {
  access: coordinators,
  async show(ctx, place, visit) {
    const one = await findImport(ctx, place);
    const crumbs = await importCrumbs(ctx, place.organizationId, place.programId);
    return steps[one.state](ctx, place, visit, one, crumbs);
  },
  acts: {
    map: form(MappingShape, async (ctx, place: ImportPlace, sent) => {
      await saveMapping(ctx, place, sent);
      return { to: pathOf(place) };
    }),
    "read-again": form(ReadingShape, async (ctx, place: ImportPlace, sent) => readAgain(ctx, place, sent)),
    back: form(nothing, async (ctx, place: ImportPlace) => {
      await backToColumns(ctx, place);
      return { to: pathOf(place) };
    }),
    start: form(nothing, async (ctx, place: ImportPlace) => {
      await startImport(ctx, place);
      return { to: pathOf(place) };
    }),
    cancel: form(nothing, async (ctx, place: ImportPlace) => cancelWork(ctx, place)),
    discard: form(nothing, async (ctx, place: ImportPlace) => {
      await discardImport(ctx, place);
      return { to: importsPath(place.organizationId, place.programId), notice: importWords(ctx.reader).discarded };
    }),
    undo: form(nothing, async (ctx, place: ImportPlace) => {
      await undoImport(ctx, place);
      return { to: pathOf(place) };
    }),
  },
});

const pathOf = ({ organizationId, programId, importId }: ImportPlace): string => `${importsPath(organizationId, programId)}/${importId}`;

type Step = (
  ctx: PersonalContext,
  place: ImportPlace,
  visit: Visit,
  one: Import,
  crumbs: Awaited<ReturnType<typeof importCrumbs>>,
) => Promise<VNode> | VNode;

const working =
  (
    title: "readingTitle" | "checkingTitle" | "runningTitle" | "undoingTitle",
    lead: "readingText" | "checkingText" | "runningText" | "undoingText",
    step: "columns" | "check" | "done",
  ): Step =>
  (ctx, _place, visit, one, crumbs) => {
    const words = importWords(ctx.reader);
    return (
      <ImportFrame title={words[title]} lead={words[lead]} crumbs={crumbs} step={step} refreshAfter={2}>
        <Working one={one} visit={visit} />
      </ImportFrame>
    );
  };

const steps: Readonly<Record<Import["state"], Step>> = {
  reading: working("readingTitle", "readingText", "columns"),
  checking: working("checkingTitle", "checkingText", "check"),
  running: working("runningTitle", "runningText", "check"),
  undoing: working("undoingTitle", "undoingText", "done"),

  async mapping(ctx, { organizationId, programId }, visit, one, crumbs) {
    const words = importWords(ctx.reader);
    const questions = await listQuestions(ctx, organizationId, programId);
    return (
      <ImportFrame title={words.mapTitle} lead={words.mapLead(one.total_rows ?? 0)} crumbs={crumbs} step="columns" isWide>
        <MapColumns one={one} questions={questions} visit={visit} />
      </ImportFrame>
    );
  },

  async checked(ctx, place, visit, one, crumbs) {
    const words = importWords(ctx.reader);
    const number = pageNumberIn(visit.query);
    const asked = visit.query.get("show");
    const shown = asked === "make" || asked === "change" ? asked : undefined;
    return (
      <ImportFrame title={words.checkedTitle} lead={words.checkedLead} crumbs={crumbs} step="check" isWide>
        <Checked
          one={one}
          questions={await listQuestions(ctx, place.organizationId, place.programId)}
          visit={visit}
          page={number}
          shown={shown}
          rows={shown ? await listRows(ctx, { ...place, page: number, pageSize }, shown) : []}
          problems={await listProblems(ctx, { ...place, page: shown ? 1 : number, pageSize })}
        />
      </ImportFrame>
    );
  },

  async done(ctx, place, visit, one, crumbs) {
    const words = importWords(ctx.reader);
    const number = pageNumberIn(visit.query);
    return (
      <ImportFrame title={words.doneTitle} lead={words.doneLead} crumbs={crumbs} step="done" isWide>
        <Done
          one={one}
          visit={visit}
          bars={await findUndoBars(ctx, one)}
          page={number}
          problems={await listProblems(ctx, { ...place, page: number, pageSize })}
        />
      </ImportFrame>
    );
  },

  undone(ctx, { organizationId, programId }, _visit, _one, crumbs) {
    const words = importWords(ctx.reader);
    return (
      <ImportFrame title={words.undoneTitle} lead={words.undoneText} crumbs={crumbs}>
        <Buttons>
          <ButtonLink href={`${importsPath(organizationId, programId)}/new`}>{words.importPeople}</ButtonLink>
        </Buttons>
      </ImportFrame>
    );
  },

  failed(ctx, { organizationId, programId }, visit, one, crumbs) {
    const words = importWords(ctx.reader);
    const refusal = one.problem?.reason === "refused" ? one.problem.refusal : undefined;
    return (
      <ImportFrame
        title={words.failedTitle}
        lead={refusal && tell(spreadsheetWords(ctx.reader).refused, refusal)}
        crumbs={crumbs}
        step="upload"
      >
        <Buttons>
          <ButtonLink href={`${importsPath(organizationId, programId)}/new?role=${one.role}`}>{words.tryAnother}</ButtonLink>
          <ActButton action={visit.path} act="discard" kind="quiet">
            {words.discard}
          </ActButton>
        </Buttons>
      </ImportFrame>
    );
  },
};
