import type { ComponentChildren } from "preact";
import { languageName } from "../../people/profiles/code-names.ts";
import { Face } from "../../ui/person.tsx";
import { formatList, formatNumber, formatTime } from "../../ui/formats.ts";
import { type PageReader, useReader } from "../../ui/reader.ts";
import { Strength } from "../../ui/strength.tsx";
import { Tags } from "../../ui/tags.tsx";
import { reasonSentences } from "../explanations/reason-sentences.ts";
import type { Perspective } from "../explanations/reasons.messages.ts";
import { strengthOf } from "../rounds/round.ts";
import { directoryWords } from "./directory.messages.ts";
import { type DirectoryWords, useDirectoryWords } from "./words-of-directory.ts";
import type { FoundPerson } from "./found-person.ts";

/** Her name, or what stands for it before a match. */
export const nameOf = (person: Pick<FoundPerson, "name" | "role" | "number">, words: DirectoryWords, figure: string): string =>
  person.name ?? words.numbered[person.role](figure);

export function useNameOf(): (person: Pick<FoundPerson, "name" | "role" | "number">) => string {
  const { language } = useReader();
  const words = useDirectoryWords();
  return (person) => nameOf(person, words, formatNumber(language, person.number));
}

const skillsOf = ({ profile, role }: FoundPerson): string[] =>
  profile.skills[role === "mentor" ? "gives" : "hopes"].map(({ skill }) => skill);

/** One of the directory: what she brings first, who she is last. */
export function FoundCard({ person, href, children }: { person: FoundPerson; href: string; children?: ComponentChildren }) {
  const words = useDirectoryWords();
  const name = useNameOf()(person);
  const { headline } = person.profile;
  // Without a headline her skills, which follow, are what she is found by; without those, only her name is left.
  const title = headline ? <bdi>{headline}</bdi> : skillsOf(person).length > 0 ? words.noHeadline[person.role] : undefined;
  return (
    <li class="found">
      <h2 class="found-headline">
        <a href={href}>
          {title ?? <bdi>{name}</bdi>}
          {title !== undefined && <span class="hidden"> ({name})</span>}
        </a>
      </h2>
      <FoundFacts person={person} most={2} />
      <div class="found-foot">
        <span class="person">
          {person.name !== undefined && <Face name={person.name} picture={person.profile.picture} />}
          <bdi class="person-name">{name}</bdi>
        </span>
        {children}
      </div>
    </li>
  );
}

/** What speaks for her, and whether and how soon she could: `most` reasons, and skills. */
export function FoundFacts({ person, most, isBrief = true }: { person: FoundPerson; most: number; isBrief?: boolean }) {
  const reader = useReader();
  const { language } = reader;
  const words = useDirectoryWords();
  const { profile, weight, reasons, hoursInCommon } = person;
  const skills = skillsOf(person);
  const name = useNameOf()(person);
  const perspective: Perspective = person.role === "mentor" ? { as: "mentee", mentor: name } : { as: "mentor", mentee: name };
  return (
    <>
      {isBrief && skills.length > 0 && <Tags label={words.skill[person.role]} tags={skills.slice(0, 8)} />}
      {isBrief && skills.length === 0 && profile.headline === "" && <p class="hint">{words.nothingYet}</p>}
      <ul class="found-facts">
        {isBrief && profile.languages.length > 0 && (
          <li>
            {words.speaksList(
              formatList(
                language,
                profile.languages.map((code) => languageName(language, code)),
              ),
            )}
          </li>
        )}
        {hoursInCommon !== undefined && hoursInCommon > 0 && (
          <li>{words.hoursInCommon(hoursInCommon, formatNumber(language, hoursInCommon))}</li>
        )}
        {standingFacts(person, reader, words).map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {weight !== undefined && (
        <div class="found-fit">
          <Strength value={strengthOf(weight)} />
          {reasons.length > 0 && <p>{reasonSentences(reasons, language, perspective).slice(0, most).join(" ")}</p>}
        </div>
      )}
    </>
  );
}

/** Whether there is room, how fresh she is, and how soon she answers; what is not known is not said. */
export function standingFacts(person: FoundPerson, reader: PageReader, words = directoryWords(reader)): string[] {
  const { role, freePlaces, places, isPaused, freshness, replyTime, asking } = person;
  const busy = asking?.can === "not" && asking.why === "many-requests" ? asking : undefined;
  const room =
    role === "mentor" ? words.free(Math.min(freePlaces, places), places) : freePlaces > 0 ? words.looksForMentor : words.hasMentor;
  return [
    isPaused ? words.paused : room,
    ...(busy ? [busy.after ? words.busyUntil(formatTime(reader, busy.after, "day")) : words.busy] : []),
    ...(freshness ? [words.fresh[freshness]] : []),
    ...(replyTime ? [words.reply[replyTime]] : []),
  ];
}
