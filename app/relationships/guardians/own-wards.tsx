import { guardianPath } from "../agreements/agreement-path.ts";
import { ownGuardiansPath } from "../../networks/guardians/guardian.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Entries, Entry } from "../../ui/entries.tsx";
import { formatDay, formatList } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { Time } from "../../ui/time.tsx";
import { lifeWords } from "../life/life.messages.ts";
import { guardianPageWords } from "./guardian-page.messages.ts";
import type { OwnWard, WardRelationship } from "./list-ward-relationships.ts";

/** On her own page: whose guardian she is, how it goes with each, and what needs her. */
export function OwnWards({ wards }: { wards: readonly OwnWard[] }) {
  const words = guardianPageWords(useReader().language);
  if (wards.length === 0) return null;
  return (
    <Section title={words.own}>
      <Entries label={words.own}>
        {wards.flatMap((ward) =>
          !ward.isConfirmed
            ? [
                <Entry
                  key={ward.id}
                  title={words.asked(ward.name)}
                  actions={<ButtonLink href={ownGuardiansPath(ward.organizationId)}>{words.answer}</ButtonLink>}
                />,
              ]
            : ward.relationships.length === 0
              ? [
                  <Entry key={ward.id} title={<bdi>{ward.name}</bdi>}>
                    <p>{words.noRelationship}</p>
                  </Entry>,
                ]
              : ward.relationships.map((relationship) => (
                  <Relation key={`${ward.id} ${relationship.relationshipId}`} ward={ward} relationship={relationship} />
                )),
        )}
      </Entries>
    </Section>
  );
}

function Relation({ ward, relationship }: { ward: OwnWard; relationship: WardRelationship }) {
  const { language } = useReader();
  const words = guardianPageWords(language);
  const { relationshipId, programName, state, begunAt, partners, talkOn, owner, signs, asksAtEnd } = relationship;
  const href = guardianPath(ward.organizationId, relationshipId);
  return (
    <Entry
      title={
        <a href={href}>
          <bdi>{words.with(ward.name, formatList(language, partners))}</bdi>
        </a>
      }
      aside={lifeWords(language).states[state]}
      actions={
        (signs || asksAtEnd) && (
          <>
            {signs && <ButtonLink href={`${href}#agreement`}>{words.toSign}</ButtonLink>}
            {asksAtEnd && <ButtonLink href={`${href}#end`}>{words.toAnswer}</ButtonLink>}
          </>
        )
      }
    >
      <p>
        <bdi>{programName}</bdi> · {words.since} <Time at={begunAt} as="long-day" />
      </p>
      {talkOn !== null && (
        <p>
          {words.talk}: {words.talkOn(formatDay(language, talkOn, "day"))}
        </p>
      )}
      {owner && (
        <p>
          {words.owner}: <bdi>{owner.name}</bdi> ·{" "}
          <a href={`mailto:${owner.email}`}>
            <bdi>{owner.email}</bdi>
          </a>
        </p>
      )}
    </Entry>
  );
}
