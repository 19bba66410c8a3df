import type { ParticipantRole } from "../../networks/enrollment/participant.ts";
import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { programPath } from "../../networks/programs/program.ts";
import { programCrumbs } from "../../networks/programs/program-tabs.tsx";
import type { PersonalContext } from "../../platform/context.ts";
import { pageNumberIn } from "../../platform/page-number.ts";
import { page, type Visit } from "../../platform/page.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { Page } from "../../ui/layout.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import type { PlainLink } from "../../ui/shell.ts";
import { menteesWhoChoose, mentorsWhoChoose } from "../choices/access.ts";
import { ChoiceButtons } from "../choices/choice-buttons.tsx";
import { choiceActs } from "../choices/choice-acts.ts";
import { mayChoose, otherRole } from "../choices/choice.ts";
import { choicesPath, directoryPath, personPath } from "../choices/choice-path.ts";
import { findOwnChoices } from "../choices/find-own-choices.ts";
import type { OfProgram } from "../choices/own-list.ts";
import { findMode } from "../modes/find-mode.ts";
import { DirectoryFilters } from "./directory-filters.tsx";
import { type DirectoryFilter, directoryQuery, isNarrowed, readDirectoryFilter } from "./directory-filter.ts";
import { findDirectory, type Look, lookAsReader, pageSize } from "./find-directory.ts";
import { FoundCard } from "./found-card.tsx";
import { RefusedAct } from "./refused-act.tsx";
import { OfPeers, wordsOfDirectory } from "./words-of-directory.ts";

export const mentorsPage = page("/organizations/:organizationId/programs/:programId/mentors", {
  access: menteesWhoChoose,
  show: (ctx, its, visit) => showDirectory(ctx, its, visit, "mentor"),
  acts: choiceActs("mentee"),
});

export const menteesPage = page("/organizations/:organizationId/programs/:programId/mentees", {
  access: mentorsWhoChoose,
  show: (ctx, its, visit) => showDirectory(ctx, its, visit, "mentee"),
  acts: choiceActs("mentor"),
});

/** Everybody of `role` whom the reader may find. */
async function showDirectory(ctx: PersonalContext, its: OfProgram, visit: Visit, role: ParticipantRole) {
  const { organizationId, programId } = its;
  const isPeer = (await findProgram(ctx, organizationId, programId)).format === "peer";
  const words = wordsOfDirectory(isPeer, ctx.reader.language);
  const { language } = ctx.reader;
  const mode = await findMode(ctx, organizationId, programId);
  const mine = await findOwnChoices(ctx, its, otherRole(role), mode);
  const look = await lookAsReader(ctx, its, role);
  const filter = orderFor(look, readDirectoryFilter(visit.query));
  const pageNumber = pageNumberIn(visit.query);
  const refused = new Set(mine?.refusals.map(({ aboutId }) => aboutId));
  const directory = await findDirectory(ctx, look, filter, pageNumber, refused);
  const at = directoryPath(organizationId, programId, role);
  const here = at + directoryQuery(filter, pageNumber);
  return (
    <OfPeers.Provider value={isPeer}>
      <Page
        title={words.title[role]}
        {...(mine && { lead: words.lead[role] })}
        audience={words.audience[role]}
        crumbs={mine ? [{ href: "/", label: words.myPage }] : await crumbsOfStaff(ctx, its)}
        actions={
          mine && (
            <ButtonLink href={choicesPath(organizationId, programId)} kind="plain">
              {words.myChoices(mine.list.chosen.length, mine.most)}
            </ButtonLink>
          )
        }
        isWide
      >
        {!mine && (
          <Callout title={mayChoose(mode, otherRole(role)) ? words.preview[role] : words.closed[role]}>
            <a href={`${programPath(organizationId, programId)}/matching`}>{words.toMode}</a>
          </Callout>
        )}
        <RefusedAct visit={visit} acts={["add", "remove", "refuse", "takeBack"]} />
        {(directory.total > 0 || isNarrowed(filter)) && <DirectoryFilters action={at} filter={filter} directory={directory} look={look} />}
        {directory.people.length === 0 ? (
          <EmptyState title={isNarrowed(filter) ? words.nobody : words.empty[role]}>
            {isNarrowed(filter) ? words.nobodyText : words.emptyText}
          </EmptyState>
        ) : (
          <ul class="directory" aria-label={words.found(directory.total, formatNumber(language, directory.total))}>
            {directory.people.map((person) => (
              <FoundCard key={person.id} person={person} href={personPath(organizationId, programId, role, person.id)}>
                {mine && <ChoiceButtons person={person} own={mine} action={here} small />}
              </FoundCard>
            ))}
          </ul>
        )}
        {directory.total > 0 && (
          <Pagination page={pageNumber} pageSize={pageSize} total={directory.total} href={(to) => at + directoryQuery(filter, to)} />
        )}
        {refused.size > 0 && (
          <p class="quiet">
            {words.setAside(refused.size, formatNumber(language, refused.size))}{" "}
            <a href={choicesPath(organizationId, programId)}>{words.toChoices}</a>
          </p>
        )}
      </Page>
    </OfPeers.Provider>
  );
}

/** For a coordinator nobody is best; and an order of names would tell them where they are hidden. */
function orderFor({ ownId, isNameless }: Look, filter: DirectoryFilter): DirectoryFilter {
  const order = filter.order === "fit" && ownId === undefined ? "name" : filter.order;
  return { ...filter, order: order === "name" && isNameless ? (ownId === undefined ? "active" : "fit") : order };
}

/** A coordinator comes from her program. */
export async function crumbsOfStaff(ctx: PersonalContext, { organizationId, programId }: OfProgram): Promise<PlainLink[]> {
  const program = await findProgram(ctx, organizationId, programId);
  return programCrumbs(await findOrganization(ctx, organizationId), program);
}
