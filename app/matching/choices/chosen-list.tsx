import type { ParticipantRole } from "../../networks/enrollment/participant.ts";
import type { Program } from "../../networks/programs/program.ts";
import type { Language } from "../../platform/i18n.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Entries, Entry } from "../../ui/entries.tsx";
import { formatDay, formatNumber } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { OwnWords } from "../../ui/own-words.tsx";
import { Face } from "../../ui/person.tsx";
import { useReader } from "../../ui/reader.ts";
import { standingFacts } from "../directory/found-card.tsx";
import type { FoundPerson } from "../directory/found-person.ts";
import { isolated } from "../explanations/name-words.ts";
import { hasRanking, isAskingOpen, type MatchingMode } from "../modes/mode.ts";
import { otherRole } from "./choice.ts";
import { directoryPath, personPath } from "./choice-path.ts";
import { useChoiceWords } from "./words-of-choices.ts";
import type { OwnRefusal } from "./own-list.ts";

interface Chosen {
  readonly id: string;
  /** Undefined where the program's rules rule the two out (by now). */
  readonly person: FoundPerson | undefined;
}

interface ChosenListProps {
  role: ParticipantRole;
  mode: MatchingMode;
  most: number;
  chosen: readonly Chosen[];
  refusals: readonly OwnRefusal[];
  nameById: (id: string) => string;
  program: Program;
  /** Where the organization is, "2027-02-01". */
  today: string;
  action: string;
}

/** One's own order, with a way to change each place of it, and what comes of it. */
export function ChosenList({ role, mode, most, chosen, refusals, nameById, program, today, action }: ChosenListProps) {
  const { language, now } = useReader();
  const words = useChoiceWords();
  const whom = otherRole(role);
  const left = Math.max(0, most - chosen.length);
  const look = (
    <ButtonLink href={directoryPath(program.organizationId, program.id, whom)} kind={chosen.length === 0 ? "primary" : "plain"}>
      {words.toDirectory[whom]}
    </ButtonLink>
  );
  const begins = program.startsOn !== null && program.startsOn > now.toISOString().slice(0, 10) ? program.startsOn : undefined;
  return (
    <>
      <Section title={words.choices[whom]}>
        {chosen.length === 0 ? (
          <EmptyState title={words.empty} action={look}>
            {words.emptyText[whom]}
          </EmptyState>
        ) : (
          <>
            <ol class="choices-list">
              {chosen.map(({ id, person }, index) => (
                <ChosenOne
                  key={id}
                  id={id}
                  person={person}
                  name={nameById(id)}
                  rank={index + 1}
                  last={chosen.length}
                  role={role}
                  action={action}
                  href={personPath(program.organizationId, program.id, whom, id)}
                />
              ))}
            </ol>
            <p>{left > 0 ? words.more(left, formatNumber(language, left)) : words.full}</p>
            {look}
          </>
        )}
      </Section>
      <Section title={words.next}>
        {howItGoesOn(words, program.format === "peer" ? { ...mode, guaranteedChoices: null } : mode, role, language, today).map(
          (sentence) => (
            <p key={sentence}>{sentence}</p>
          ),
        )}
        <p>
          {!hasRanking(mode) && role === "mentee" ? words.askAnyTime : begins ? words.until(formatDay(language, begins)) : words.anyTime}
        </p>
      </Section>
      {refusals.length > 0 && (
        <Section title={words.setAside}>
          <p>{words.setAsideText}</p>
          <Entries label={words.setAside}>
            {refusals.map(({ aboutId, note }) => (
              <Entry
                key={aboutId}
                title={<bdi>{nameById(aboutId)}</bdi>}
                actions={
                  <ActButton action={action} act="takeBack" fields={{ role, aboutId }} kind="quiet">
                    {words.takeBack}
                    <span class="hidden">{words.whom(nameById(aboutId))}</span>
                  </ActButton>
                }
              >
                {note && <OwnWords text={note} />}
              </Entry>
            ))}
          </Entries>
        </Section>
      )}
    </>
  );
}

interface ChosenOneProps extends Chosen {
  name: string;
  rank: number;
  last: number;
  role: ParticipantRole;
  action: string;
  href: string;
}

function ChosenOne({ id, person, name, rank, last, role, action, href }: ChosenOneProps) {
  const reader = useReader();
  const { language } = reader;
  const words = useChoiceWords();
  const whom = <span class="hidden">{words.whom(isolated(language, name))}</span>;
  const fields = { role, aboutId: id };
  return (
    <li class="choice-one">
      <span class="choice-rank">
        <span class="hidden">{words.rank("")}</span>
        {formatNumber(language, rank)}
      </span>
      <div class="choice-who">
        {person ? (
          <>
            {person.profile.headline && (
              <a href={href}>
                <bdi>{person.profile.headline}</bdi>
              </a>
            )}
            <span class="person">
              {person.name !== undefined && <Face name={person.name} picture={person.profile.picture} />}
              {person.profile.headline ? <bdi>{name}</bdi> : <a href={href}>{name}</a>}
            </span>
            <p class="hint">{standingFacts(person, reader).join(" · ")}</p>
          </>
        ) : (
          <>
            <strong>{name}</strong>
            <p class="hint">{words.gone}</p>
          </>
        )}
      </div>
      <div class="buttons">
        {rank > 1 && (
          <ActButton action={action} act="move" fields={{ ...fields, rank: String(rank - 1) }} kind="quiet" icon="up" small>
            {words.up}
            {whom}
          </ActButton>
        )}
        {rank < last && (
          <ActButton action={action} act="move" fields={{ ...fields, rank: String(rank + 1) }} kind="quiet" icon="down" small>
            {words.down}
            {whom}
          </ActButton>
        )}
        <ActButton action={action} act="remove" fields={fields} kind="quiet" icon="close" small>
          {words.remove}
          {whom}
        </ActButton>
      </div>
    </li>
  );
}

/** What becomes of the list in this program. */
function howItGoesOn(
  { how }: Pick<ReturnType<typeof useChoiceWords>, "how">,
  mode: MatchingMode,
  role: ParticipantRole,
  language: Language,
  today: string,
): string[] {
  const promise =
    role === "mentee" && hasRanking(mode) && mode.guaranteedChoices !== null
      ? [how.guaranteed(mode.guaranteedChoices, formatNumber(language, mode.guaranteedChoices))]
      : [];
  if (role === "mentor") return [how.mentors];
  if (mode.mode === "mentee-asks") return [how.ask];
  if (mode.mode === "choose-among-three") return [how.three];
  if (mode.mode === "mixed" && isAskingOpen(mode, today))
    return [how.ask, how.mixed(mode.askingUntil === null ? undefined : formatDay(language, mode.askingUntil)), ...promise];
  if (mode.mode === "mixed") return [how.mixedOver, ...promise];
  return [how.round, ...promise];
}
