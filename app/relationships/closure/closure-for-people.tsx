import { programPath } from "../../networks/programs/program.ts";
import type { Visit } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { RadioGroup } from "../../ui/choices.tsx";
import { Details } from "../../ui/details.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatDay } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { OwnWords } from "../../ui/own-words.tsx";
import { useReader } from "../../ui/reader.ts";
import { decisionPath } from "../concerns/decision.ts";
import { decisionWords } from "../concerns/decision.messages.ts";
import { type Reached, ReachedGoals } from "../goals/reached-goals.tsx";
import { Standing } from "../life/changes.page.tsx";
import { changeWords } from "../life/changes.messages.ts";
import { decidesForAll } from "../life/who-decides.ts";
import type { PersonOfLife, Relationship } from "../life/find-life.ts";
import { canMove } from "../life/life.ts";
import { PairTabs } from "../pairs/pair-tabs.tsx";
import { pairPath } from "../pairs/pair.ts";
import { pairWords } from "../pairs/pairs.messages.ts";
import { withWhom } from "../sessions/session-event.ts";
import { titleFor } from "../sessions/title-of.ts";
import { mayBecomeMentor } from "./become-mentor.ts";
import { waitsForCoordinator } from "./search-again.ts";
import { closureWords } from "./closure.messages.ts";
import { FarewellSteps } from "./farewell-steps.tsx";
import { ownEndings, staysInTouch } from "./farewell.ts";
import { type FarewellOf, farewellOf } from "./find-farewells.ts";
import type { Search } from "./search-again.ts";

interface Props {
  relationship: Relationship;
  farewells: ReadonlyMap<string, FarewellOf>;
  searches: readonly Search[];
  me: PersonOfLife;
  goals: readonly Reached[];
  /** What was decided, and how to object, stands on a page of its own. */
  wasDecidedForSafety: boolean;
  /** By person; shown only where both wish it. */
  emails: ReadonlyMap<string, string>;
  /** If the end begins now. */
  lastDay: string;
  /** Once it is concluded: when she can be matched again. */
  firstDay: string | undefined;
  visit: Visit;
}

export function ClosureForPeople(props: Props) {
  const { relationship, farewells, me, goals, visit } = props;
  const reader = useReader();
  const words = closureWords(reader.language);
  const its = { organizationId: relationship.organizationId, relationshipId: relationship.id };
  const other = withWhom(relationship, me.personId, reader.language);
  const isOver = relationship.state === "concluded";
  return (
    <Page
      title={isOver ? words.titleOver : words.title}
      lead={words.lead(other)}
      audience={words.audience}
      crumbs={[
        { href: "/", label: pairWords(reader.language).myPage },
        { href: pairPath(its.organizationId, its.relationshipId), label: titleFor(relationship, me.personId, reader.language) },
      ]}
    >
      <PairTabs {...its} format={relationship.format} />
      {isOver ? (
        <>
          <Standing relationship={relationship} />
          {props.wasDecidedForSafety && (
            <Buttons>
              <ButtonLink href={decisionPath(its.organizationId, its.relationshipId)} kind="plain">
                {decisionWords(reader.language).toDecision}
              </ButtonLink>
            </Buttons>
          )}
          <Afterwards {...props} />
        </>
      ) : relationship.state === "closing" ? (
        <Closing {...props} />
      ) : (
        <Begin {...props} />
      )}
      {(isOver || relationship.state === "closing") && (
        <FarewellSteps own={farewellOf(farewells, me.personId)} goals={goals} other={other} isOver={isOver} visit={visit} />
      )}
    </Page>
  );
}

function Begin({ relationship, me, lastDay, visit }: Props) {
  const { language } = useReader();
  const words = closureWords(language);
  if (!decidesForAll(relationship, me.personId))
    return (
      <>
        <Standing relationship={relationship} />
        <p>{changeWords(language).mentorDecides}</p>
        <ButtonLink href={`${pairPath(relationship.organizationId, relationship.id)}/changes`} kind="plain">
          {changeWords(language).leave}
        </ButtonLink>
      </>
    );
  const may = canMove(relationship, { move: "close", closesOn: lastDay, ending: "planned" }, relationship.today);
  if (!may) return <Standing relationship={relationship} />;
  return (
    <Section title={words.begin}>
      <p>{words.beginWhat(formatDay(language, lastDay))}</p>
      <Form action={visit.path} act="begin" {...visit.refused("begin")}>
        <RadioGroup
          name="ending"
          label={words.how}
          options={ownEndings.map((value) => ({ value, label: words.endings[value] }))}
          required
        />
        <Button>{words.beginButton}</Button>
      </Form>
    </Section>
  );
}

function Closing({ relationship, me, visit }: Props) {
  const { language } = useReader();
  const words = closureWords(language);
  return (
    <>
      <Callout title={words.closing(formatDay(language, relationship.closesOn!))}>
        <p>{words.closingWhat}</p>
      </Callout>
      {decidesForAll(relationship, me.personId) && (
        <Details summary={words.callOff}>
          <p>{words.callOffWhat}</p>
          <ActButton action={visit.path} act="callOff">
            {words.callOff}
          </ActButton>
        </Details>
      )}
    </>
  );
}

/** What stays, and what comes next. */
function Afterwards(props: Props) {
  const { relationship, farewells, me, goals, emails } = props;
  const { language } = useReader();
  const words = closureWords(language);
  const letters = [...farewells.values()].filter(({ thanks }) => thanks !== "");
  const reached = relationship.people.flatMap((person) => {
    const text = farewellOf(farewells, person.personId).reached;
    return text === "" ? [] : [{ ...person, text }];
  });
  const others = staysInTouch(
    relationship.people.map(({ personId }) => farewellOf(farewells, personId)),
    me.personId,
  );
  return (
    <>
      <Section title={words.letters}>
        {letters.length === 0 ? (
          <p>{words.noLetters}</p>
        ) : (
          <>
            <p>{words.lettersWhat}</p>
            <ButtonLink href={`${pairPath(relationship.organizationId, relationship.id)}/thanks`} kind="plain">
              {words.toLetters}
            </ButtonLink>
          </>
        )}
      </Section>
      {reached.length + goals.length > 0 && (
        <Section title={words.steps.reached}>
          <ReachedGoals reached={goals} />
          {reached.map(({ personId, name, text }) => (
            <div key={personId}>
              <p>{personId === me.personId ? words.reachedByYou : words.reachedBy(name)}</p>
              <OwnWords text={text} />
            </div>
          ))}
        </Section>
      )}
      <Section title={words.touch}>
        {others.length === 0 && <p>{words.touchNo}</p>}
        {relationship.people
          .filter(({ personId }) => others.includes(personId))
          .map(({ personId, name }) => (
            <p key={personId}>
              {words.touchYes(name)}{" "}
              <a href={`mailto:${emails.get(personId)}`}>
                <bdi>{emails.get(personId)}</bdi>
              </a>
            </p>
          ))}
      </Section>
      <Section title={words.next} id="next">
        <Next {...props} />
      </Section>
    </>
  );
}

function Next({ relationship, me, searches, firstDay, visit }: Props) {
  const { language } = useReader();
  const words = closureWords(language);
  const part = `${programPath(relationship.organizationId, relationship.programId)}/me`;
  if (waitsForCoordinator(relationship)) return <p>{words.coordinatorFirst}</p>;
  if (me.role === "mentor" && relationship.format !== "peer")
    return (
      <>
        <h3>{words.placeFree}</h3>
        <p>{words.placeFreeWhat}</p>
        <ButtonLink href={part} kind="plain">
          {words.toPart}
        </ButtonLink>
      </>
    );
  const search = searches.find(({ personId }) => personId === me.personId);
  return (
    <>
      <h3>{words.again}</h3>
      {search ? (
        <>
          <p>{words.againOn(formatDay(language, search.fromOn))}</p>
          {search.learned !== "" && <OwnWords text={search.learned} />}
          <ActButton action={visit.path} act="rest" kind="quiet">
            {words.rest}
          </ActButton>
        </>
      ) : (
        <>
          <p>
            {firstDay === undefined || firstDay <= relationship.today ? words.againNow : words.againWhat(formatDay(language, firstDay))}
          </p>
          <Form action={visit.path} act="again" {...visit.refused("again")}>
            <TextArea name="learned" label={words.learned} hint={words.learnedHint} rows={3} maxlength={2000} />
            <Buttons>
              <Button kind="plain">{words.againButton}</Button>
            </Buttons>
          </Form>
        </>
      )}
      {mayBecomeMentor(relationship.format) && (
        <>
          <h3>{words.mentor}</h3>
          <p>{words.mentorWhat}</p>
          <ActButton action={visit.path} act="mentor">
            {words.mentorButton}
          </ActButton>
        </>
      )}
      <h3>{words.stay}</h3>
      <p>{words.stayWhat(relationship.programName)}</p>
      <ButtonLink href={part} kind="quiet">
        {words.toPart}
      </ButtonLink>
    </>
  );
}
