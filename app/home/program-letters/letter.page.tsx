import { z } from "zod";
import { findOrganization, type Organization } from "../../networks/organizations/find-organization.ts";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { type Program, programPath } from "../../networks/programs/program.ts";
import { programWords } from "../../networks/programs/program.messages.ts";
import { programCrumbs } from "../../networks/programs/program-tabs.tsx";
import type { Context, PersonalContext } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { wholeNumber } from "../../platform/form-fields.ts";
import { renderLetter } from "../../platform/letters/render-letter.ts";
import { page } from "../../platform/page.ts";
import { formatNumber } from "../../ui/formats.ts";
import { Page } from "../../ui/layout.tsx";
import { listPeople, scopeOf } from "../program-people/list-people.ts";
import { announcementLetter } from "./announcement.email.ts";
import { announcementWords } from "./announcement.messages.ts";
import { type Announcement, findAnnouncement } from "./list-announcements.ts";
import { Draft, Outcome, type Preview } from "./letter-states.tsx";
import { countChosen, sendAnnouncement, sendTrial } from "./send-announcement.ts";
import { announcementShape, changeAnnouncement, discardAnnouncement } from "./write-announcement.ts";

interface Place {
  readonly organizationId: string;
  readonly programId: string;
  readonly announcementId: string;
}
const nothing = z.object({});
const lettersPath = ({ organizationId, programId }: Place): string => `${programPath(organizationId, programId)}/letters`;

/** One letter to chosen people: a draft to be looked over, then what becomes of it. */
export const letterToPeoplePage = page("/organizations/:organizationId/programs/:programId/letters/:announcementId", {
  access: coordinators,
  show: async (ctx, place, visit) => {
    const { organizationId, programId, announcementId } = place;
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const announcement = await findAnnouncement(ctx, organizationId, programId, announcementId);
    const words = announcementWords(ctx.reader);
    const isDraft = announcement.state === "draft";
    const people = isDraft ? await countChosen(ctx, organizationId, programId, announcement.chosen) : announcement.recipients;
    return (
      <Page
        title={announcement.subject}
        lead={isDraft ? words.draftLead(people, formatNumber(ctx.reader.language, people)) : words.states[announcement.state]}
        audience={programWords(ctx.reader).coordinatorsSee}
        crumbs={[...programCrumbs(organization, program), { href: lettersPath(place), label: words.title }]}
        {...(announcement.state === "sending" && { refreshAfter: 3 })}
      >
        {isDraft ? (
          <Draft
            announcement={announcement}
            people={people}
            preview={await previewOf(ctx, organization, program, announcement)}
            listHref={`${programPath(organizationId, programId)}/participants`}
            visit={visit}
          />
        ) : (
          <Outcome announcement={announcement} />
        )}
      </Page>
    );
  },
  acts: {
    change: form(announcementShape, async (ctx: PersonalContext, place: Place, written) => {
      await changeAnnouncement(ctx, place, written);
      return { notice: announcementWords(ctx.reader).changed };
    }),
    trial: form(nothing, async (ctx: PersonalContext, place: Place) => {
      await sendTrial(ctx, place);
      return { notice: announcementWords(ctx.reader).trialSent(ctx.actor.email) };
    }),
    send: form(z.object({ people: wholeNumber(0, 1_000_000) }), async (ctx: PersonalContext, place: Place, { people }) => {
      const sent = await sendAnnouncement(ctx, place, people);
      return { notice: announcementWords(ctx.reader).onTheirWay(sent, formatNumber(ctx.reader.language, sent)) };
    }),
    discard: form(nothing, async (ctx: PersonalContext, place: Place) => {
      await discardAnnouncement(ctx, place);
      return { to: lettersPath(place), notice: announcementWords(ctx.reader).discarded };
    }),
  },
});

/** The link in it is an example: a real one is made for each letter, and works once. */
async function previewOf(
  ctx: Context,
  organization: Organization,
  program: Program,
  announcement: Announcement,
): Promise<Preview | undefined> {
  const scope = await scopeOf(ctx, organization.id, program.id);
  const { people } = await listPeople(ctx, scope, announcement.chosen, { sort: "name", isDescending: false }, 1);
  const [first] = people;
  if (!first) return undefined;
  const { language } = ctx.reader;
  const link = `${ctx.app.settings.publicUrl}/join/…`;
  const letter = announcementLetter(language, announcement, { name: first.name, program: program.name, link });
  const { subject, text } = renderLetter(letter, language, { from: organization.name });
  return { names: [...new Set(people.map(({ name }) => name))].slice(0, 8), subject, text };
}
