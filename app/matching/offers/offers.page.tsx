import { z } from "zod";
import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { type ProgramFormat, programPath } from "../../networks/programs/program.ts";
import { programCrumbs, ProgramTabs } from "../../networks/programs/program-tabs.tsx";
import { audit } from "../../platform/audit.ts";
import { id } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { pageNumberIn } from "../../platform/page-number.ts";
import { download, page } from "../../platform/page.ts";
import { csvFile } from "../../platform/spreadsheets/write-csv.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { ButtonLink, Buttons } from "../../ui/button.tsx";
import { Details } from "../../ui/details.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Filters } from "../../ui/filters.tsx";
import { formatList } from "../../ui/formats.ts";
import { Page } from "../../ui/layout.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { Person } from "../../ui/person.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { StateSelect } from "../../ui/state-select.tsx";
import { Table } from "../../ui/table.tsx";
import { Time } from "../../ui/time.tsx";
import { allOffers, countOffers, type ListedOffer, listOffers, type OfferFilter } from "./list-offers.ts";
import { type OfferState, offerStates } from "./offer.ts";
import { offerWords } from "./offers.messages.ts";
import { extendOffer, withdrawOffer } from "./withdraw-offer.ts";

const pageSize = 50;

function filterOf(query: URLSearchParams): OfferFilter {
  const wanted = query.get("state");
  return { state: offerStates.find((state) => state === wanted), search: (query.get("q") ?? "").trim().slice(0, 200) };
}

/** What the two columns are called; between peers nobody is the mentor. */
const sidesOf = (format: ProgramFormat, { list }: ReturnType<typeof offerWords>): Readonly<Record<"mentee" | "mentor", string>> =>
  format === "peer" ? list.peers : list;

/** All offers of a program, those that wait first. */
export const offersPage = page("/organizations/:organizationId/programs/:programId/offers", {
  access: coordinators,
  async show(ctx, { organizationId, programId }, { query, path }) {
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const filter = filterOf(query);
    const pageNumber = pageNumberIn(query);
    const { offers, total } = await listOffers(ctx, organizationId, programId, filter, { page: pageNumber, pageSize });
    const counts = await countOffers(ctx, organizationId, programId);
    const { language } = ctx.reader;
    const words = offerWords(language);
    const sides = sidesOf(program.format, words);
    const at = programPath(organizationId, programId);
    const person = (offer: ListedOffer, side: "mentee" | "mentor") => (
      <Person name={offer[`${side}Name`]} href={`${at}/participants/${offer[`${side}Id`]}`} />
    );
    const search = (more: Record<string, string>) =>
      `?${new URLSearchParams({ ...(filter.state && { state: filter.state }), ...(filter.search && { q: filter.search }), ...more })}`;
    return (
      <Page title={words.list.title} audience={words.list.audience} crumbs={programCrumbs(organization, program)} isWide>
        <ProgramTabs organizationId={organizationId} programId={programId} current="offers" />
        {counts.size === 0 ? (
          <EmptyState title={words.list.none} action={<ButtonLink href={`${at}/rounds`}>{words.list.toRounds}</ButtonLink>}>
            {words.list.noneText}
          </EmptyState>
        ) : (
          <>
            <Filters action={path}>
              <SearchField value={filter.search} label={words.list.search} />
              <StateSelect
                label={words.list.filterState}
                all={words.list.all}
                value={filter.state}
                states={offerStates}
                words={words.states}
                counts={counts}
              />
            </Filters>
            <Table
              caption={words.list.caption}
              captionHidden
              rows={offers}
              rowKey={(offer) => offer.id}
              columns={[
                { label: sides.mentee, header: true, cell: (offer) => person(offer, "mentee") },
                { label: sides.mentor, cell: (offer) => person(offer, "mentor") },
                { label: words.list.state, cell: (offer) => <OfferState offer={offer} words={words} language={language} /> },
                {
                  label: words.list.answerBy,
                  cell: (offer) => (offer.state === "open" ? <Time at={offer.answerBy} as="deadline" /> : null),
                },
                {
                  label: words.list.withdraw,
                  labelHidden: true,
                  cell: (offer) =>
                    (offer.state === "open" || offer.isWaiting) && (
                      <>
                        {offer.state === "open" && (
                          <Buttons>
                            <ActButton action={path} act="extend" fields={{ offerId: offer.id }} kind="quiet" small>
                              {words.list.extend}
                            </ActButton>
                          </Buttons>
                        )}
                        <Details summary={words.list.withdraw}>
                          <p>{words.list.withdrawHint(offer.menteeName, offer.mentorName)}</p>
                          <ActButton action={path} act="withdraw" fields={{ offerId: offer.id }} kind="danger" small>
                            {words.list.withdraw}
                          </ActButton>
                        </Details>
                      </>
                    ),
                },
              ]}
            />
            {total > 0 && <Pagination page={pageNumber} pageSize={pageSize} total={total} href={(to) => search({ page: String(to) })} />}
            <p>
              <a href={`${path}/export${search({})}`}>{words.list.export}</a>
            </p>
          </>
        )}
      </Page>
    );
  },
  acts: {
    withdraw: form(z.object({ offerId: id() }), async (ctx, its, { offerId }) => {
      await withdrawOffer(ctx, { ...its, offerId });
      return { notice: offerWords(ctx.reader).list.withdrawn };
    }),
    extend: form(z.object({ offerId: id() }), async (ctx, its, { offerId }) => {
      await extendOffer(ctx, { ...its, offerId });
      return { notice: offerWords(ctx.reader).list.extended };
    }),
  },
});

interface StateProps {
  offer: ListedOffer;
  words: ReturnType<typeof offerWords>;
  language: "en" | "es" | "ar";
}

/** The state, and for whom it waits or why it ended. */
function OfferState({ offer, words, language }: StateProps) {
  const silent = [...(offer.menteeAcceptedAt ? [] : [offer.menteeName]), ...(offer.mentorAcceptedAt ? [] : [offer.mentorName])];
  return (
    <>
      {words.states[offer.state]}
      {offer.state === "open" && <p class="quiet">{words.list.waitsFor(formatList(language, silent))}</p>}
      {offer.isWaiting && <p class="quiet">{words.list.notBegun}</p>}
      {offer.state === "declined" && offer.declineReason && offer.declinedBy && (
        <p class="quiet">
          {words.reasons[offer.declineReason]} ({words.list.by(offer.declinedBy === "mentee" ? offer.menteeName : offer.mentorName)})
        </p>
      )}
      {offer.declineNote && (
        <p class="quiet" dir="auto">
          {offer.declineNote}
        </p>
      )}
    </>
  );
}

export const offersExport = download("/organizations/:organizationId/programs/:programId/offers/export", {
  access: coordinators,
  async send(ctx, { organizationId, programId }, { query }) {
    const program = await findProgram(ctx, organizationId, programId);
    const words = offerWords(ctx.reader);
    const sides = sidesOf(program.format, words);
    const offers = await allOffers(ctx, organizationId, programId, filterOf(query));
    await audit(ctx, {
      organizationId,
      act: "offers.exported",
      subjectKind: "program",
      subjectId: programId,
      detail: { rows: offers.length },
    });
    const headers = [
      sides.mentee,
      `${sides.mentee}: e-mail`,
      sides.mentor,
      `${sides.mentor}: e-mail`,
      words.list.state,
      words.list.answerBy,
      words.list.reason,
    ];
    const rows = offers.map((offer) => [
      offer.menteeName,
      offer.menteeEmail,
      offer.mentorName,
      offer.mentorEmail,
      words.states[offer.state],
      offer.answerBy,
      offer.declineReason ? words.reasons[offer.declineReason] : "",
    ]);
    return { contentType: "text/csv; charset=utf-8", fileName: `${program.name} ${words.list.title}.csv`, body: csvFile(headers, rows) };
  },
});
