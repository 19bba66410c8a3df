import type { PersonalContext } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Checkbox } from "../../ui/choices.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatTime } from "../../ui/formats.ts";
import { Page } from "../../ui/layout.tsx";
import { isId } from "../../platform/identifiers.ts";
import { findRelationship } from "../life/find-life.ts";
import { isOpen } from "../life/life.ts";
import { lifeWords } from "../life/life.messages.ts";
import { peopleOfTheRelationship } from "../pairs/access.ts";
import { pairCrumbs, PairTabs } from "../pairs/pair-tabs.tsx";
import { standpointOf } from "../sessions/title-of.ts";
import { longest } from "./practice.ts";
import { practicePath } from "./practice-paths.ts";
import { practiceWords } from "./practice.messages.ts";
import { findReflection, reflect, reflectionShape } from "./write-reflection.ts";

/** A question for each side after a meeting; her answer is hers alone unless she shares it. */
export const reflectionPage = page("/organizations/:organizationId/relationships/:relationshipId/sessions/:sessionId/reflection", {
  access: peopleOfTheRelationship,
  async show(ctx, its, visit) {
    const all = practiceWords(ctx.reader);
    const words = all.reflect;
    const relationship = await findRelationship(ctx, its);
    const { me, names, title } = standpointOf(ctx, relationship, ctx.actor.personId);
    const session = found(
      isId(its.sessionId)
        ? await ctx.db
            .selectFrom("session")
            .select(["starts_at as startsAt", "state"])
            .where("organization_id", "=", its.organizationId)
            .where("relationship_id", "=", its.relationshipId)
            .where("id", "=", its.sessionId)
            .executeTakeFirst()
        : undefined,
    );
    const known = await findReflection(ctx, its);
    const refused = visit.refused();
    // Of two equals each takes something with her.
    const side = me.role === "mentor" && relationship.format !== "peer" ? "mentor" : relationship.format === "flash" ? "once" : "mentee";
    return (
      <Page
        title={words.title}
        lead={words.on(formatTime({ ...ctx.reader, timeZone: me.timeZone }, session.startsAt, "long-day"))}
        audience={known?.isShared ? words.sharedAudience(names) : words.audience}
        crumbs={[...pairCrumbs(its, title, all.myPage), { href: practicePath(its.organizationId, its.relationshipId), label: all.title }]}
      >
        <PairTabs {...its} format={relationship.format} current="sessions" />
        {session.state !== "held" ? (
          <Callout title={words.notMet} />
        ) : !isOpen(relationship) ? (
          <Callout title={lifeWords(ctx.reader).impossible[relationship.state === "concluded" ? "concluded" : "held-for-safety"]} />
        ) : (
          <Form action={visit.path} {...refused}>
            {known?.text === null && <Callout kind="warn">{words.lost}</Callout>}
            <TextArea
              name="text"
              label={words.ask[side]}
              hint={words.hint}
              rows={6}
              maxlength={longest.reflection}
              value={known?.text ?? ""}
            />
            <Checkbox name="share" label={words.share(names)} checked={known?.isShared ?? false} />
            <Buttons>
              <Button>{words.save}</Button>
            </Buttons>
          </Form>
        )}
      </Page>
    );
  },
  submit: form(reflectionShape, async (ctx: PersonalContext, its, sent) => {
    const outcome = await reflect(ctx, its, sent);
    const words = practiceWords(ctx.reader).reflect;
    const { names } = standpointOf(ctx, await findRelationship(ctx, its), ctx.actor.personId);
    return {
      to: practicePath(its.organizationId, its.relationshipId),
      notice: outcome === "gone" ? words.removed : outcome === "shared" ? words.savedShared(names) : words.saved,
    };
  }),
});
