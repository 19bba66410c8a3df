import { z } from "zod";
import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { programPath } from "../../networks/programs/program.ts";
import { programCrumbs, ProgramTabs } from "../../networks/programs/program-tabs.tsx";
import { audit } from "../../platform/audit.ts";
import { found } from "../../platform/errors.ts";
import { id, optionalWholeNumber } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { pageNumberIn } from "../../platform/page-number.ts";
import { page, type Visit } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Select } from "../../ui/choices.tsx";
import { Details } from "../../ui/details.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { NumberField } from "../../ui/field.tsx";
import { Filters } from "../../ui/filters.tsx";
import { Form } from "../../ui/form.tsx";
import { formatDay, formatTime } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { Person } from "../../ui/person.tsx";
import { useReader } from "../../ui/reader.ts";
import { StateSelect } from "../../ui/state-select.tsx";
import { Table } from "../../ui/table.tsx";
import { Time } from "../../ui/time.tsx";
import { clockOf } from "../criteria/clock-day.ts";
import { setAsking } from "../modes/close-asking.ts";
import { findMode } from "../modes/find-mode.ts";
import { isAskingOpen, type MatchingMode } from "../modes/mode.ts";
import { offerWords } from "../offers/offers.messages.ts";
import { closeRequests } from "./close-requests.ts";
import { limitRequests } from "./limit-requests.ts";
import { type AskedMentor, countRequests, listAskedMentors, type ListedRequest, listRequests } from "./list-requests.ts";
import { mostEachMonth, requestStates } from "./request.ts";
import { requestWords } from "./requests.messages.ts";

const pageSize = 50;
const nothing = z.object({});

/** All requests of a program, those that wait first; how long mentees ask; and who is asked no more than she wishes. */
export const requestsOverviewPage = page("/organizations/:organizationId/programs/:programId/requests/overview", {
  access: coordinators,
  async show(ctx, { organizationId, programId }, visit) {
    const { query, path } = visit;
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const mode = await findMode(ctx, organizationId, programId);
    const { today } = await clockOf(ctx, organizationId, programId);
    const state = requestStates.find((one) => one === query.get("state"));
    const pageNumber = pageNumberIn(query);
    const counts = await countRequests(ctx, organizationId, programId);
    const { requests, total } = await listRequests(ctx, organizationId, programId, state, { page: pageNumber, pageSize });
    const mentors = await listAskedMentors(ctx, organizationId, programId);
    const { language } = ctx.reader;
    const words = requestWords(language);
    const at = programPath(organizationId, programId);
    const person = (request: ListedRequest, side: "mentee" | "mentor") => (
      <Person name={request[`${side}Name`]} href={`${at}/participants/${request[`${side}Id`]}`} />
    );
    return (
      <Page
        title={words.overview.title}
        lead={words.overview.lead}
        audience={words.overview.audience}
        crumbs={programCrumbs(organization, program)}
        isWide
      >
        <ProgramTabs organizationId={organizationId} programId={programId} current="mode" />
        {mode.mode === "mixed" && <AskingPeriod mode={mode} today={today} at={at} visit={visit} />}
        {counts.size === 0 ? (
          <EmptyState title={words.overview.none}>{words.overview.noneText}</EmptyState>
        ) : (
          <>
            <Filters action={path}>
              <StateSelect
                label={words.overview.state}
                all={offerWords(language).list.all}
                value={state}
                states={requestStates}
                words={words.states}
                counts={counts}
              />
            </Filters>
            <Table
              caption={words.overview.caption}
              captionHidden
              rows={requests}
              rowKey={(request) => request.id}
              columns={[
                { label: words.overview.mentee, header: true, cell: (request) => person(request, "mentee") },
                { label: words.overview.mentor, cell: (request) => person(request, "mentor") },
                { label: words.overview.state, cell: (request) => <State request={request} /> },
                {
                  label: words.overview.answerBy,
                  cell: (request) => (request.state === "open" ? <Time at={request.answerBy} as="deadline" /> : null),
                },
                {
                  label: words.overview.close,
                  labelHidden: true,
                  cell: (request) =>
                    request.state === "open" && (
                      <Details summary={words.overview.close}>
                        <p>{words.overview.closeHint(request.menteeName, request.mentorName)}</p>
                        <ActButton action={path} act="close" fields={{ requestId: request.id }} kind="danger" small>
                          {words.overview.close}
                        </ActButton>
                      </Details>
                    ),
                },
              ]}
            />
            {total > 0 && (
              <Pagination
                page={pageNumber}
                pageSize={pageSize}
                total={total}
                href={(to) => `?${new URLSearchParams({ ...(state && { state }), page: String(to) })}`}
              />
            )}
          </>
        )}
        {mentors.length > 0 && <Limits mentors={mentors} visit={visit} />}
      </Page>
    );
  },
  acts: {
    close: form(z.object({ requestId: id() }), async (ctx, { organizationId, programId }, { requestId }) => {
      const { mentee_id, mentor_id } = found(
        await ctx.db
          .selectFrom("request")
          .select(["mentee_id", "mentor_id"])
          .where("organization_id", "=", organizationId)
          .where("program_id", "=", programId)
          .where("id", "=", requestId)
          .executeTakeFirst(),
      );
      await closeRequests(ctx, { organizationId, programId, menteeId: mentee_id, mentorId: mentor_id }, "coordinator");
      await audit(ctx, { organizationId, act: "request.closed", subjectKind: "request", subjectId: requestId });
      return { notice: requestWords(ctx.reader).overview.closed };
    }),
    limit: form(
      z.object({ mentorId: id(), eachMonth: optionalWholeNumber(0, mostEachMonth) }),
      async (ctx, { organizationId, programId }, { mentorId, eachMonth }) => {
        await limitRequests(ctx, { organizationId, programId, mentorId, eachMonth });
        return { notice: requestWords(ctx.reader).own.limitSaved };
      },
    ),
    closeAsking: form(nothing, async (ctx, { organizationId, programId }) => {
      await setAsking(ctx, organizationId, programId, false);
      return { notice: requestWords(ctx.reader).overview.doneClosed };
    }),
    openAsking: form(nothing, async (ctx, { organizationId, programId }) => {
      await setAsking(ctx, organizationId, programId, true);
      return { notice: requestWords(ctx.reader).overview.doneOpened };
    }),
  },
});

/** The state, and why it ended. */
function State({ request }: { request: ListedRequest }) {
  const { language } = useReader();
  const words = requestWords(language);
  return (
    <>
      {words.states[request.state]}
      {request.withdrawnBecause && <p class="quiet">{words.because[request.withdrawnBecause]}</p>}
      {request.declineReason && <p class="quiet">{offerWords(language).reasons[request.declineReason]}</p>}
      {request.declineNote && (
        <p class="quiet" dir="auto">
          {request.declineNote}
        </p>
      )}
    </>
  );
}

function AskingPeriod({ mode, today, at, visit }: { mode: MatchingMode; today: string; at: string; visit: Visit }) {
  const reader = useReader();
  const words = requestWords(reader.language).overview;
  if (isAskingOpen(mode, today))
    return (
      <Callout {...(mode.askingUntil && { title: words.askingUntil(formatDay(reader.language, mode.askingUntil)) })}>
        <p>{words.closeAskingText}</p>
        <ActButton action={visit.path} act="closeAsking">
          {words.closeAsking}
        </ActButton>
      </Callout>
    );
  return (
    <Callout
      kind="done"
      title={mode.askingClosedAt ? words.askingClosed(formatTime(reader, mode.askingClosedAt, "long-day")) : words.askingOver}
    >
      <Buttons>
        <ButtonLink href={`${at}/rounds/new`}>{words.toRound}</ButtonLink>
        <ActButton action={visit.path} act="openAsking" kind="quiet">
          {words.openAsking}
        </ActButton>
      </Buttons>
    </Callout>
  );
}

function Limits({ mentors, visit }: { mentors: readonly AskedMentor[]; visit: Visit }) {
  const words = requestWords(useReader().language).overview;
  const limited = mentors.filter(({ eachMonth }) => eachMonth !== null);
  return (
    <Section title={words.limits}>
      <p>{words.limitsText}</p>
      {limited.length > 0 && (
        <ul>
          {limited.map(({ id: mentorId, name, eachMonth }) => (
            <li key={mentorId}>{words.limitOf(name, eachMonth ?? 0)}</li>
          ))}
        </ul>
      )}
      <Details summary={words.setLimit} open={visit.refused("limit") !== undefined}>
        <Form action={visit.path} act="limit" {...visit.refused("limit")}>
          <Select name="mentorId" label={words.limitMentor} options={mentors.map(({ id: value, name }) => ({ value, label: name }))} />
          <NumberField name="eachMonth" label={words.limitNumber} min={0} max={mostEachMonth} />
          <Button kind="plain">{words.limitSave}</Button>
        </Form>
      </Details>
    </Section>
  );
}
