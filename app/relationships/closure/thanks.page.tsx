import { found } from "../../platform/errors.ts";
import { page } from "../../platform/page.ts";
import { formatList, formatTime } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { OwnWords } from "../../ui/own-words.tsx";
import { ReachedGoals, findReached } from "../goals/reached-goals.tsx";
import { findRelationship } from "../life/find-life.ts";
import { peopleOfTheRelationship } from "../pairs/access.ts";
import { pairCrumbs, PairTabs } from "../pairs/pair-tabs.tsx";
import { pairWords } from "../pairs/pairs.messages.ts";
import { titleFor } from "../sessions/title-of.ts";
import { closureWords } from "./closure.messages.ts";
import { farewellOf, findFarewells } from "./find-farewells.ts";

/** What they wrote to each other at the end: one's own at once, the other's once it is concluded. Made to be printed. */
export const thanksPage = page("/organizations/:organizationId/relationships/:relationshipId/thanks", {
  access: peopleOfTheRelationship,
  async show(ctx, its) {
    const relationship = await findRelationship(ctx, its);
    const farewells = await findFarewells(ctx, its);
    const words = closureWords(ctx.reader);
    const isOver = relationship.state === "concluded";
    const me = ctx.actor.personId;
    const said = relationship.people
      .filter(({ personId }) => isOver || personId === me)
      .map((person) => ({ ...farewellOf(farewells, person.personId), ...person }));
    const letters = said.filter(({ thanks }) => thanks !== "");
    const reached = said.filter((one) => one.reached !== "");
    const goals = await findReached(ctx, relationship, found(relationship.people.find(({ personId }) => personId === me)));
    const from = formatTime(ctx.reader, relationship.begunAt, "month");
    const to = formatTime(ctx.reader, relationship.concludedAt ?? ctx.now, "month");
    const title = titleFor(relationship, me, ctx.reader.language);
    return (
      <Page
        title={words.lettersTitle}
        lead={
          <>
            {formatList(
              ctx.reader.language,
              relationship.people.map(({ name }) => name),
            )}{" "}
            · <bdi>{relationship.programName}</bdi> · <bdi>{from === to ? from : words.period(from, to)}</bdi>
          </>
        }
        audience={words.lettersAudience}
        crumbs={pairCrumbs(its, title, pairWords(ctx.reader).myPage)}
      >
        <PairTabs {...its} format={relationship.format} />
        {letters.length === 0 && <p>{words.noLetters}</p>}
        {!isOver && <p>{words.lettersOpen}</p>}
        {letters.map(({ personId, name, thanks }) => (
          <Section key={personId} title={words.letterFrom(name)}>
            <OwnWords text={thanks} />
          </Section>
        ))}
        {reached.length + goals.length > 0 && (
          <Section title={words.steps.reached}>
            <ReachedGoals reached={goals} />
            {reached.map(({ personId, name, reached: text }) => (
              <div key={personId}>
                <p>{personId === me ? words.reachedByYou : words.reachedBy(name)}</p>
                <OwnWords text={text} />
              </div>
            ))}
          </Section>
        )}
      </Page>
    );
  },
});
