import type { Visit } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/choices.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { Details } from "../../ui/details.tsx";
import { Form } from "../../ui/form.tsx";
import { formatDay, formatList, formatNumber } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { OwnWords } from "../../ui/own-words.tsx";
import { useReader } from "../../ui/reader.ts";
import { GuardiansAtEnd } from "../guardians/guardians-at-end.tsx";
import type { GuardianFarewellOf } from "../guardians/save-guardian-farewell.ts";
import { Standing } from "../life/changes.page.tsx";
import type { Relationship } from "../life/find-life.ts";
import { canMove } from "../life/life.ts";
import { careCrumbs, CareTabs } from "../pairs/care-tabs.tsx";
import { closureWords } from "./closure.messages.ts";
import { exitScales, ownEndings } from "./farewell.ts";
import { type FarewellOf, farewellOf } from "./find-farewells.ts";
import type { SomebodyOfIt } from "../support/find-support.ts";
import type { Search } from "./search-again.ts";

interface Props {
  relationship: Relationship;
  farewells: ReadonlyMap<string, FarewellOf>;
  searches: readonly Search[];
  beginner: string | undefined;
  /** Also who has left. */
  everybody: readonly SomebodyOfIt[];
  guardians: readonly GuardianFarewellOf[];
  lastDay: string;
  visit: Visit;
}

/** How it ends, and why: not what its people wrote to each other. */
export function ClosureForCoordinators({ relationship, everybody, farewells, searches, beginner, guardians, lastDay, visit }: Props) {
  const { language } = useReader();
  const words = closureWords(language);
  const names = formatList(
    language,
    relationship.people.map(({ name }) => name),
  );
  const { state, ending, closesOn, today } = relationship;
  const mayClose = canMove(relationship, { move: "close", closesOn: lastDay, ending: "planned" }, today);
  return (
    <Page title={words.coordinatorTitle(names)} audience={words.coordinatorAudience} crumbs={careCrumbs(relationship, language)}>
      <CareTabs organizationId={relationship.organizationId} relationshipId={relationship.id} current="end" />
      <Section title={words.state}>
        <Standing relationship={relationship} by="coordinator" />
        {ending !== null && (
          <DescriptionList
            items={[
              { name: words.howEnded, value: words.endingNames[ending] },
              ...(beginner === undefined ? [] : [{ name: words.begunBy, value: <bdi>{beginner}</bdi> }]),
              ...(closesOn === null ? [] : [{ name: words.lastDay, value: formatDay(language, closesOn) }]),
            ]}
          />
        )}
        {state === "closing" && (
          <Details summary={words.callOff}>
            <p>{words.callOffWhat}</p>
            <ActButton action={visit.path} act="callOff">
              {words.callOff}
            </ActButton>
          </Details>
        )}
        {mayClose && (
          <Details summary={words.begin}>
            <p>{words.beginWhat(formatDay(language, lastDay))}</p>
            <Form action={visit.path} act="begin" {...visit.refused("begin")}>
              <RadioGroup
                name="ending"
                label={words.how}
                options={ownEndings.map((value) => ({ value, label: words.endingNames[value] }))}
                required
              />
              <Button kind="plain">{words.beginButton}</Button>
            </Form>
          </Details>
        )}
        {state !== "concluded" && (
          <Details summary={words.stopNow}>
            <Confirm action={visit.path} act="stop" gone={[words.stopWhat]} button={words.stopNow} cancelHref={visit.path} isFinal />
          </Details>
        )}
      </Section>
      {everybody.map(({ personId, name, role, hasLeft }) => {
        const own = farewellOf(farewells, personId);
        const search = searches.find((one) => one.personId === personId);
        const looks = role === "mentee" || relationship.format === "peer";
        return (
          <Section key={personId} title={name}>
            <Said own={own} />
            {search && <p>{words.searches(formatDay(language, search.fromOn))}</p>}
            {search && search.learned !== "" && <OwnWords text={search.learned} />}
            {hasLeft && <p>{words.hasLeft}</p>}
            {(state === "concluded" || hasLeft) && looks && !search && (
              <ActButton action={visit.path} act="openAgain" fields={{ personId }}>
                {words.openAgain}
              </ActButton>
            )}
          </Section>
        );
      })}
      <GuardiansAtEnd farewells={guardians} />
    </Page>
  );
}

function Said({ own }: { own: FarewellOf }) {
  const { language } = useReader();
  const words = closureWords(language);
  const { reason, reasonWords, answers } = own;
  const scales = exitScales.flatMap((scale) => {
    const value = answers[scale];
    return value === undefined
      ? []
      : [{ name: words.scales[scale], value: `${formatNumber(language, value)} / ${formatNumber(language, 5)}` }];
  });
  if (reason === null && scales.length === 0 && answers.words === undefined) return <p>{words.noWord}</p>;
  return (
    <>
      {reason !== null && <p>{words.reasons[reason]}</p>}
      {reasonWords !== undefined && <OwnWords text={reasonWords} />}
      {scales.length > 0 && <DescriptionList items={scales} />}
      {answers.words !== undefined && <OwnWords text={answers.words} />}
    </>
  );
}
