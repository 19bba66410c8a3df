import { z } from "zod";
import { findParticipant } from "../../networks/enrollment/find-participant.ts";
import { participantsPath } from "../../networks/enrollment/participant.ts";
import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { programWords } from "../../networks/programs/program.messages.ts";
import { programCrumbs } from "../../networks/programs/program-tabs.tsx";
import type { PersonalContext } from "../../platform/context.ts";
import { NotFound } from "../../platform/errors.ts";
import { form } from "../../platform/form.ts";
import { id, optionalText } from "../../platform/form-fields.ts";
import { isId } from "../../platform/identifiers.ts";
import { page } from "../../platform/page.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Entries, Entry } from "../../ui/entries.tsx";
import { Filters } from "../../ui/filters.tsx";
import { Page } from "../../ui/layout.tsx";
import { Person } from "../../ui/person.tsx";
import { useReader } from "../../ui/reader.ts";
import { SearchField } from "../../ui/search-field.tsx";
import { peopleWords } from "../program-people/people.messages.ts";
import { type Candidate, isFindable, listCandidates, lookAtMerge } from "./find-records.ts";
import { MergeView } from "./merge-view.tsx";
import { mergePeople } from "./merge-people.ts";
import { mergingWords } from "./merging.messages.ts";

const shape = z.object({
  otherId: id(),
  stays: optionalText(36).transform((value) => (isId(value) ? value : undefined)),
});

/** "The same person as …": find the other record, see what would stay, and make one of two. */
export const mergePage = page("/organizations/:organizationId/programs/:programId/participants/:participantId/merge", {
  access: coordinators,
  show: async (ctx, { organizationId, programId, participantId }, visit) => {
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const participant = await findParticipant(ctx, organizationId, programId, participantId);
    const words = mergingWords(ctx.reader);
    const at = participantsPath(organizationId, programId);
    const otherId = visit.refused()?.values["otherId"]?.[0] ?? visit.query.get("other") ?? "";
    const search = (visit.query.get("q") ?? "").replaceAll("\0", "").trim().slice(0, 200);
    const candidates = await listCandidates(ctx, organizationId, participant, search);
    // Only whom she could have found by searching is looked at.
    if (otherId !== "" && !(await mayLookAt(ctx, organizationId, participant.personId, otherId))) throw new NotFound();
    return (
      <Page
        title={words.title(participant.name)}
        lead={otherId === "" ? words.lead : words.compareLead}
        isWide={otherId !== ""}
        audience={programWords(ctx.reader).coordinatorsSee}
        crumbs={[
          ...programCrumbs(organization, program),
          { href: at, label: peopleWords(ctx.reader).title },
          { href: `${at}/${participantId}`, label: participant.name },
        ]}
      >
        {otherId === "" ? (
          <Search path={visit.path} search={search} candidates={candidates} />
        ) : (
          <MergeView
            look={await lookAtMerge(
              ctx,
              organizationId,
              participant.personId,
              otherId,
              visit.refused()?.values["stays"]?.[0] ?? visit.query.get("stays") ?? undefined,
            )}
            otherId={otherId}
            visit={visit}
          />
        )}
      </Page>
    );
  },
  submit: form(shape, async (ctx: PersonalContext, { organizationId, programId, participantId }, { otherId, stays: wish }) => {
    const participant = await findParticipant(ctx, organizationId, programId, participantId);
    if (!(await mayLookAt(ctx, organizationId, participant.personId, otherId))) throw new NotFound();
    const { personId, name } = await mergePeople(ctx, { organizationId, personId: participant.personId, otherId, wish });
    const part = await ctx.db
      .selectFrom("participant")
      .select("id")
      .where("organization_id", "=", organizationId)
      .where("program_id", "=", programId)
      .where("person_id", "=", personId)
      .orderBy("role")
      .limit(1)
      .executeTakeFirstOrThrow();
    return { to: `${participantsPath(organizationId, programId)}/${part.id}`, notice: mergingWords(ctx.reader).done(name) };
  }),
});

const mayLookAt = async (ctx: PersonalContext, organizationId: string, personId: string, otherId: string): Promise<boolean> =>
  isId(otherId) && otherId !== personId && isFindable(ctx, organizationId, otherId);

function Search({ path, search, candidates }: { path: string; search: string; candidates: readonly Candidate[] }) {
  const words = mergingWords(useReader());
  return (
    <>
      <Filters action={path}>
        <SearchField label={words.search} value={search} />
      </Filters>
      {candidates.length === 0 ? (
        <EmptyState title={search === "" ? words.nobodyAlike : words.nobodyFound}>{words.searchHint}</EmptyState>
      ) : (
        <Entries label={words.candidates}>
          {candidates.map(({ personId, name, email }) => (
            <Entry
              key={personId}
              title={<Person name={name} note={<bdi>{email}</bdi>} />}
              actions={
                <ButtonLink href={`${path}?${new URLSearchParams({ other: personId })}`} kind="plain">
                  {words.compare}
                </ButtonLink>
              }
            />
          ))}
        </Entries>
      )}
    </>
  );
}
