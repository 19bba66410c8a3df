/**
 * Somebody's profile, as much of it as the reader may see: face and name, her own words, what she gives and hopes for.
 * Takes what `showProfile` gives; what is not there takes no room.
 *
 *     <ProfileCard profile={showProfile(profile, "match")} href={…} viewer={showProfile(own, "self").availability} />
 */
import type { ComponentChildren } from "preact";
import { DescriptionList, type Described } from "../../ui/description-list.tsx";
import { formatList, formatNumber, formatTime } from "../../ui/formats.ts";
import { OwnWords } from "../../ui/own-words.tsx";
import { Person } from "../../ui/person.tsx";
import { type PageReader, useReader } from "../../ui/reader.ts";
import { Tags } from "../../ui/tags.tsx";
import { countryName, languageName } from "./code-names.ts";
import { hoursInCommon, type OwnHours } from "./overlapping-hours.ts";
import type { Direction } from "./profile.ts";
import { cardWords } from "./profile-card.messages.ts";
import type { ShownProfile } from "./show-profile.ts";

interface ProfileCardProps {
  profile: ShownProfile;
  /** Leads to her page; without it the name is no link. */
  href?: string | undefined;
  /** The reader's own hours: then the card says how many of them both have. */
  viewer?: OwnHours | undefined;
  /** Under the name, before the headline: "Mentor in First Steps". */
  note?: ComponentChildren;
  /** Where her name is the page's title already. */
  isNameless?: boolean;
}

export function ProfileCard({ profile, href, viewer, note, isNameless = false }: ProfileCardProps) {
  const reader = useReader();
  const words = cardWords(reader);
  const { name, picture, pronouns, headline, story } = profile;
  const under = [pronouns && <bdi key="pronouns">{pronouns}</bdi>, note].filter(Boolean);
  const items = describe(profile, reader, viewer);
  return (
    <div class="profile-card">
      {!isNameless && (
        <Person
          name={name}
          picture={picture}
          href={href}
          large
          {...(under.length > 0 && { note: under.flatMap((one, index) => (index === 0 ? [one] : [" · ", one])) })}
        />
      )}
      {headline && (
        <p class="profile-headline" dir="auto">
          {headline}
        </p>
      )}
      {story && <OwnWords text={story} />}
      {items.length > 0 && <DescriptionList items={items} />}
      {items.length === 0 && !headline && !story && <p class="hint">{words.nothing}</p>}
    </div>
  );
}

function describe(profile: ShownProfile, reader: PageReader, viewer: OwnHours | undefined): Described[] {
  const { language, now } = reader;
  const words = cardWords(language);
  const { languages, place, country, timeZone, interests, availability, email } = profile;
  const where = [place, country !== null && countryName(language, country)].filter((part) => part !== "" && part !== false);
  const items: (Described | false)[] = [
    languages.length > 0 && {
      name: words.languages,
      value: formatList(
        language,
        languages.map((code) => languageName(language, code)),
      ),
    },
    where.length > 0 && { name: words.place, value: <bdi>{where.join(language === "ar" ? "، " : ", ")}</bdi> },
    timeZone !== null && {
      name: words.localTime,
      value: words.timeOf(formatTime({ language, timeZone }, now, "clock"), timeZone.replaceAll("_", " ")),
    },
    offered(profile, "gives", words),
    offered(profile, "hopes", words),
    interests.length > 0 && { name: words.interests, value: <Tags label={words.interests} tags={interests} /> },
    availability !== undefined && { name: words.hours, value: hoursText(availability, reader, viewer) },
    email !== undefined && {
      name: words.email,
      value: (
        <a href={`mailto:${email}`}>
          <bdi>{email}</bdi>
        </a>
      ),
    },
  ];
  return items.filter((item) => item !== false);
}

type Words = ReturnType<typeof cardWords>;

function offered(profile: ShownProfile, direction: Direction, words: Words): Described | false {
  const skills = profile.skills[direction];
  const text = profile[direction];
  if (skills.length === 0 && text === "") return false;
  const tags = skills.map(({ skill, level }) => (level === null ? skill : `${skill} · ${words.levels[level]}`));
  return {
    name: words[direction],
    value: (
      <>
        {tags.length > 0 && <Tags label={words[direction]} tags={tags} />}
        {text && <OwnWords text={text} />}
      </>
    ),
  };
}

function hoursText({ hours, zone }: NonNullable<ShownProfile["availability"]>, reader: PageReader, viewer: OwnHours | undefined): string {
  const { language } = reader;
  const words = cardWords(language);
  const all = words.hoursAWeek(hours.length, formatNumber(language, hours.length));
  const shared = viewer && hoursInCommon({ hours, zone }, viewer, reader.now);
  if (shared === undefined) return all;
  return shared === 0 ? words.noneInCommon : words.inCommon(shared, formatNumber(language, shared));
}
