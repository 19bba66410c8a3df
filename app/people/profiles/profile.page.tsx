import { z } from "zod";
import { members } from "../../platform/access.ts";
import { membershipIn, type PersonalContext } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { pictureLimits } from "../../platform/pictures/picture-refused.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Page, Section } from "../../ui/layout.tsx";
import { AboutSection, PictureSection, StorySection } from "./about-sections.tsx";
import { changePicture, removePicture } from "./change-picture.ts";
import { chosenLanguages, editProfile } from "./edit-profile.ts";
import { editSkills } from "./edit-skills.ts";
import { findProfile } from "./find-profile.ts";
import { dayIn, monthsLater, pauseProfile } from "./pause-profile.ts";
import { type Direction, type HintedPart, missingParts, type Profile } from "./profile.ts";
import { profileWords } from "./profile.messages.ts";
import {
  aboutShape,
  availabilityShape,
  pauseShape,
  pictureShape,
  skillRow,
  skillsShape,
  storyShape,
  visibilityShape,
} from "./profile-shapes.ts";
import { SkillsSection } from "./skills-section.tsx";
import { suggestSkills } from "./suggest-skills.ts";
import { AvailabilitySection, PauseSection } from "./time-sections.tsx";
import { VisibilitySection } from "./visibility-section.tsx";

interface InOrganization {
  readonly organizationId: string;
}

const ownProfile = async (ctx: PersonalContext, organizationId: string): Promise<Profile> =>
  found(await findProfile(ctx, organizationId, ctx.actor.personId));

/** Each act, and the section that it is done in: one is saved by itself, and the reader stays with it. */
const sectionOfAct = {
  about: "about",
  picture: "picture",
  removePicture: "picture",
  story: "story-part",
  gives: "gives-part",
  hopes: "hopes-part",
  availability: "availability-part",
  pause: "pause-part",
  back: "pause-part",
  visibility: "visibility-part",
} as const;
const saved = (organizationId: string, act: keyof typeof sectionOfAct) => ({
  to: `/organizations/${organizationId}/profile?saved=${act}#${sectionOfAct[act]}`,
});
const nothing = z.object({});

const skillsForm = (direction: Direction) =>
  form(skillsShape, async (ctx: PersonalContext, { organizationId }: InOrganization, sent) => {
    const { text, skill, add, addMany } = sent;
    const rows = skill.map((name, index) => ({ skill: name, ...skillRow(sent, index) }));
    const kept = rows.filter((row) => row.isKept).map(({ skill: name, level }) => ({ skill: name, level }));
    const hers = new Set((await ownProfile(ctx, organizationId)).skills[direction].map((one) => one.skill));
    await editSkills(ctx, organizationId, direction, {
      text,
      kept: kept.filter((one) => hers.has(one.skill)),
      added: [...add, ...addMany],
    });
    return saved(organizationId, direction);
  });

export const profilePage = page("/organizations/:organizationId/profile", {
  access: members,
  uploadLimitBytes: (pictureLimits.megabytes + 1) * (1 << 20),
  async show(ctx, { organizationId }, visit) {
    const words = profileWords(ctx.reader);
    const profile = await ownProfile(ctx, organizationId);
    const suggestions = await suggestSkills(ctx, organizationId);
    const organization = membershipIn(ctx, organizationId)?.organizationName ?? "";
    const section = { ctx, visit, profile, saved: visit.query.get("saved") ?? undefined };
    return (
      <Page
        title={words.title}
        lead={words.lead(organization)}
        audience={words.audience}
        actions={
          <ButtonLink kind="plain" icon="eye" href={`/organizations/${organizationId}/people/${ctx.actor.personId}`}>
            {words.asOthers}
          </ButtonLink>
        }
      >
        <Missing ctx={ctx} profile={profile} />
        <AboutSection {...section} />
        <PictureSection {...section} />
        <StorySection {...section} />
        <SkillsSection {...section} direction="gives" suggestions={suggestions} />
        <SkillsSection {...section} direction="hopes" suggestions={suggestions} />
        <AvailabilitySection {...section} />
        <PauseSection {...section} />
        <VisibilitySection {...section} />
        <Section title={words.more}>
          <ul>
            <li>
              <a href="/account/data">{words.ownData}</a>
            </li>
            <li>
              <a href={`/organizations/${organizationId}/leave`}>{words.leave(organization)}</a>
            </li>
          </ul>
        </Section>
      </Page>
    );
  },
  acts: {
    about: form(aboutShape, async (ctx: PersonalContext, { organizationId }, values) => {
      const { languages, addLanguages, timeZone, ...rest } = values;
      const profile = await ownProfile(ctx, organizationId);
      await editProfile(ctx, organizationId, {
        ...rest,
        languages: chosenLanguages(profile, languages, addLanguages),
        time_zone: timeZone,
      });
      return saved(organizationId, "about");
    }),
    picture: form(pictureShape, async (ctx: PersonalContext, { organizationId }, { picture }) => {
      await changePicture(ctx, organizationId, picture);
      return saved(organizationId, "picture");
    }),
    removePicture: form(nothing, async (ctx: PersonalContext, { organizationId }) => {
      await removePicture(ctx, organizationId);
      return saved(organizationId, "removePicture");
    }),
    story: form(storyShape, async (ctx: PersonalContext, { organizationId }, values) => {
      await editProfile(ctx, organizationId, values);
      return saved(organizationId, "story");
    }),
    gives: skillsForm("gives"),
    hopes: skillsForm("hopes"),
    availability: form(availabilityShape, async (ctx: PersonalContext, { organizationId }, { availability }) => {
      const { timeZone } = await ownProfile(ctx, organizationId);
      // The hours were read on a clock; from now on the profile says on which.
      await editProfile(ctx, organizationId, { availability, time_zone: timeZone ?? ctx.reader.timeZone });
      return saved(organizationId, "availability");
    }),
    notNow: form(nothing, async (ctx: PersonalContext, { organizationId }) => {
      await pauseProfile(ctx, organizationId, monthsLater(dayIn(ctx.reader.timeZone, ctx.now), 3));
      return saved(organizationId, "pause");
    }),
    pause: form(pauseShape, async (ctx: PersonalContext, { organizationId }, { until }) => {
      await pauseProfile(ctx, organizationId, until);
      return saved(organizationId, until === null ? "back" : "pause");
    }),
    back: form(nothing, async (ctx: PersonalContext, { organizationId }) => {
      await pauseProfile(ctx, organizationId, null);
      return saved(organizationId, "back");
    }),
    visibility: form(visibilityShape, async (ctx: PersonalContext, { organizationId }, chosen) => {
      await editProfile(ctx, organizationId, { visibility: JSON.stringify(chosen) });
      return saved(organizationId, "visibility");
    }),
  },
});

const sectionOf: Readonly<Record<HintedPart, string>> = {
  picture: "picture",
  headline: "about",
  languages: "about",
  timeZone: "about",
  story: "story-part",
  skills: "gives-part",
  availability: "availability-part",
};

/** What is still empty, with the way there; nothing once all is said. */
function Missing({ ctx, profile }: { ctx: PersonalContext; profile: Profile }) {
  const words = profileWords(ctx.reader);
  const missing = missingParts(profile);
  if (missing.length === 0) return null;
  return (
    <Callout title={words.missingTitle}>
      <ul>
        {missing.map((part) => (
          <li key={part}>
            <a href={`#${sectionOf[part]}`}>{words.missing[part]}</a>
          </li>
        ))}
      </ul>
    </Callout>
  );
}
