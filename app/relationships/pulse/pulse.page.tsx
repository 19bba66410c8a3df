import type { PersonalContext } from "../../platform/context.ts";
import { id } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Details } from "../../ui/details.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page, Section } from "../../ui/layout.tsx";
import { findRelationship } from "../life/find-life.ts";
import { isOpen } from "../life/life.ts";
import { peopleOfTheRelationship } from "../pairs/access.ts";
import { pairCrumbs, PairTabs } from "../pairs/pair-tabs.tsx";
import { standpointOf } from "../sessions/title-of.ts";
import { answerPulse, PulseAnswer } from "./answer-pulse.ts";
import { type Asking, listAskings } from "./find-asking.ts";
import { PulseForm, RatherTell } from "./pulse-form.tsx";
import { pulseWords } from "./pulse.messages.ts";
import { type Fit, levelOf } from "./pulse.ts";

/** Below this her coordinator gets in touch, and she is told so. */
const lowLevel = 3;
/** What she is told when she has answered. */
export function outcomeOf({ answeredAt, fit, levels }: Asking): "given" | "low" | "skipped" {
  if (answeredAt === null) return "skipped";
  return fit === ("no" satisfies Fit) || (levelOf(levels) ?? 5) < lowLevel ? "low" : "given";
}

/** Her own: what she is asked at the moment, and what she answered. The others of the relationship never see it. */
export const pulsePage = page("/organizations/:organizationId/relationships/:relationshipId/pulse", {
  access: peopleOfTheRelationship,
  async show(ctx, its, visit) {
    const words = pulseWords(ctx.reader);
    const relationship = await findRelationship(ctx, its);
    const { names, title } = standpointOf(ctx, relationship, ctx.actor.personId);
    const askings = isOpen(relationship) ? await listAskings(ctx, its) : [];
    const [only] = askings;
    const isFit = askings.length === 1 && only?.kind === "fit";
    return (
      <Page
        title={isFit ? words.page.fitTitle : words.page.title}
        lead={askings.length > 0 ? (isFit ? words.page.fitLead(names) : words.page.lead(names)) : undefined}
        audience={words.page.audience}
        crumbs={pairCrumbs(its, title, words.page.myPage)}
      >
        <PairTabs {...its} format={relationship.format} />
        {askings.length === 0 && <EmptyState title={words.nothing}>{words.nothingText}</EmptyState>}
        {askings.map((asking) => {
          const part = (
            <PulseForm
              key={asking.id}
              asking={asking}
              action={visit.path}
              chosen={visit.query}
              refused={asking === refusedOf(askings, visit.refused("answer")?.values) ? visit.refused("answer") : undefined}
            />
          );
          if (askings.length === 1) return part;
          const question = asking.kind === "fit" ? words.page.fitTitle : words.page.title;
          // What waits for her stands open; what she has said is a click away, as long as she can change it.
          return isWaiting(asking) || askings.every((one) => !isWaiting(one)) ? (
            <Section key={asking.id} title={question}>
              {part}
            </Section>
          ) : (
            <Details key={asking.id} summary={question}>
              <p>{words.done.change}</p>
              {part}
            </Details>
          );
        })}
        <RatherTell {...its} />
      </Page>
    );
  },
  acts: {
    answer: form(PulseAnswer.extend({ pulseId: id() }), async (ctx: PersonalContext, { organizationId }, { pulseId, ...answer }) => {
      const asking = await answerPulse(ctx, { organizationId, pulseId }, ctx.actor.personId, answer);
      return { to: "/", notice: pulseWords(ctx.reader).done[outcomeOf(asking)] };
    }),
  },
});

const isWaiting = ({ answeredAt, skippedAt }: Asking): boolean => answeredAt === null && skippedAt === null;

const refusedOf = (askings: readonly Asking[], values: Readonly<Record<string, readonly string[] | undefined>> | undefined) =>
  askings.find(({ id: pulseId }) => pulseId === values?.["pulseId"]?.[0]);
