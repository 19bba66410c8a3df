import { z } from "zod";
import { membershipIn, type PersonalContext } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { id } from "../../platform/form-fields.ts";
import { page, type Visit } from "../../platform/page.ts";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Details } from "../../ui/details.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatTime } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { NeededSection } from "../checks/needed-section.tsx";
import { checkWords } from "../checks/checks.messages.ts";
import { needChecks, NeededChecks } from "../checks/need-checks.ts";
import { findOrganization } from "../organizations/find-organization.ts";
import { coordinators } from "./access.ts";
import { addCoordinator, removeCoordinator } from "./change-coordinators.ts";
import { archiveProgram, changeProgram, writeProgramTexts } from "./change-program.ts";
import { CoordinatorSection } from "./coordinator-section.tsx";
import { deleteProgram, hasPeople } from "./delete-program.ts";
import { findProgram } from "./find-program.ts";
import { findAttester, listCoordinators } from "./list-coordinators.ts";
import { listTeamNames } from "./list-team-names.ts";
import { ProgramFields } from "./program-fields.tsx";
import { type Program, programPath } from "./program.ts";
import { longestOwnText, programSettingsShape, programTextsShape } from "./program-shape.ts";
import { programCrumbs, ProgramTabs } from "./program-tabs.tsx";
import { programWords } from "./program.messages.ts";

const nothing = z.object({});
const onePerson = z.object({ personId: id() });

export const programSettingsPage = page("/organizations/:organizationId/programs/:programId/settings", {
  access: coordinators,
  show: async (ctx, { organizationId, programId }, visit) => {
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const runBy = await listCoordinators(ctx, organizationId, programId);
    const team = await listTeamNames(ctx, organizationId);
    const isEmpty = !(await hasPeople(ctx, organizationId, programId));
    const attester = await findAttester(ctx, organizationId, programId);
    const words = programWords(ctx.reader);
    return (
      <Page title={words.settings} audience={words.coordinatorsSee} crumbs={programCrumbs(organization, program)}>
        <ProgramTabs organizationId={organizationId} programId={programId} current="settings" />
        {program.archivedAt && (
          <Callout kind="warn" title={words.isArchived}>
            <p>{words.isArchivedHint}</p>
            <Form action={visit.path} act="unarchive">
              <Buttons>
                <Button kind="plain">{words.unarchive}</Button>
              </Buttons>
            </Form>
          </Callout>
        )}
        <Form action={visit.path} act="save" {...visit.refused("save")}>
          <ProgramFields program={program} />
          <p class="hint">{attestation(ctx, program, attester)}</p>
          <Buttons>
            <Button>{words.save}</Button>
          </Buttons>
        </Form>
        <Texts {...{ ctx, program, visit }} />
        <NeededSection program={program} visit={visit} />
        <CoordinatorSection
          {...{ organizationId, runBy, visit }}
          others={team.filter(({ personId }) => !runBy.some((one) => one.personId === personId))}
          ownId={ctx.actor.personId}
          mayInvite={membershipIn(ctx, organizationId)?.role !== "member"}
        />
        <Afterwards {...{ ctx, program, visit, isEmpty }} />
      </Page>
    );
  },
  acts: {
    save: form(programSettingsShape, async (ctx, { organizationId, programId }, settings) => {
      await changeProgram(ctx, organizationId, programId, settings);
      return { notice: programWords(ctx.reader).saved };
    }),
    texts: form(programTextsShape, async (ctx, { organizationId, programId }, texts) => {
      await writeProgramTexts(ctx, organizationId, programId, texts);
      return { notice: programWords(ctx.reader).textsSaved };
    }),
    checks: form(NeededChecks, async (ctx, its, needed) => {
      await needChecks(ctx, its, needed);
      return { notice: checkWords(ctx.reader).settingSaved };
    }),
    addCoordinator: form(onePerson, async (ctx, { organizationId, programId }, { personId }) => {
      const { name } = await addCoordinator(ctx, organizationId, programId, personId);
      return { notice: programWords(ctx.reader).added(name) };
    }),
    removeCoordinator: form(onePerson, async (ctx: PersonalContext, { organizationId, programId }, { personId }) => {
      const { name } = await removeCoordinator(ctx, organizationId, programId, personId);
      const isOut = personId === ctx.actor.personId && membershipIn(ctx, organizationId)?.role === "member";
      return { notice: programWords(ctx.reader).removed(name), ...(isOut && { to: `/organizations/${organizationId}` }) };
    }),
    archive: form(nothing, async (ctx, { organizationId, programId }) => {
      await archiveProgram(ctx, organizationId, programId, true);
      return { notice: programWords(ctx.reader).archived };
    }),
    unarchive: form(nothing, async (ctx, { organizationId, programId }) => {
      await archiveProgram(ctx, organizationId, programId, false);
      return { notice: programWords(ctx.reader).unarchived };
    }),
    delete: form(nothing, async (ctx, { organizationId, programId }) => {
      const { name } = await findProgram(ctx, organizationId, programId);
      await deleteProgram(ctx, organizationId, programId);
      return { notice: programWords(ctx.reader).deleted(name), to: `/organizations/${organizationId}` };
    }),
  },
});

interface PartProps {
  ctx: PersonalContext;
  program: Program;
  visit: Visit;
}

function attestation(ctx: PersonalContext, program: Program, attester: string | undefined): string | undefined {
  if (!program.adultsOnlyAttestedAt) return undefined;
  const words = programWords(ctx.reader);
  const day = formatTime(ctx.reader, program.adultsOnlyAttestedAt, "long-day");
  return attester === undefined ? words.attestedBySomebody(day) : words.attested(attester, day);
}

function Texts({ ctx, program: { texts }, visit }: PartProps) {
  const words = programWords(ctx.reader);
  return (
    <Section title={words.texts} id="texts">
      <p>{words.textsHint}</p>
      <Form action={visit.path} act="texts" {...visit.refused("texts")}>
        <TextArea name="welcome" label={words.welcome} hint={words.welcomeHint} value={texts.welcome} maxlength={longestOwnText} />
        <TextArea name="offer" label={words.offer} hint={words.offerHint} value={texts.offer} maxlength={longestOwnText} />
        <TextArea
          name="firstSteps"
          label={words.firstSteps}
          hint={words.firstStepsHint}
          value={texts.firstSteps}
          maxlength={longestOwnText}
        />
        <Buttons>
          <Button>{words.saveTexts}</Button>
        </Buttons>
      </Form>
    </Section>
  );
}

function Afterwards({ ctx, program, visit, isEmpty }: PartProps & { isEmpty: boolean }) {
  const words = programWords(ctx.reader);
  const at = programPath(program.organizationId, program.id);
  const refused = visit.refused("delete");
  return (
    <Section title={words.next}>
      <p>{words.copyHint}</p>
      <ButtonLink href={`${at}/copy`} kind="plain">
        {words.copy}
      </ButtonLink>
      <p>{words.handOverHint}</p>
      <ButtonLink href={`${at}/hand-over`} kind="plain">
        {words.handOver}
      </ButtonLink>
      {!program.archivedAt && (
        <>
          <p>{words.archiveHint}</p>
          <Form action={visit.path} act="archive">
            <Buttons>
              <Button kind="plain">{words.archive}</Button>
            </Buttons>
          </Form>
        </>
      )}
      <Details summary={words.delete} open={refused !== undefined}>
        {refused && <Callout kind="danger">{refused.errors[""]}</Callout>}
        {isEmpty ? (
          <Confirm action={visit.path} act="delete" gone={words.deleteGone} button={words.delete} cancelHref={visit.path} isFinal />
        ) : (
          <p>{words.notEmpty}</p>
        )}
      </Details>
    </Section>
  );
}
