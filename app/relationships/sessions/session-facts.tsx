import type { PersonalContext } from "../../platform/context.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { OwnWords } from "../../ui/own-words.tsx";
import type { Session } from "./find-session.ts";
import { nameOf } from "./people-of-session.ts";
import { placeHref } from "./place.ts";
import { planWords } from "./plan.messages.ts";
import { recordWords } from "./record.messages.ts";
import { letterWords } from "./session-letters.messages.ts";
import { minutesOf } from "./session.ts";
import { sessionWords } from "./sessions.messages.ts";

interface FactsProps {
  ctx: PersonalContext;
  session: Session;
  state: string | undefined;
  people: Parameters<typeof nameOf>[0];
  mayWrite: boolean;
}

/** How long, where, and how it stands. */
export function SessionFacts({ ctx, session, state, people, mayWrite }: FactsProps) {
  const words = sessionWords(ctx.reader);
  const plan = planWords(ctx.reader);
  const href = placeHref(session, ctx.app.settings.jitsiUrl);
  const replies = session.people.flatMap(({ personId, reply }) => {
    const name = nameOf(people, personId);
    return reply && name ? [words.repliedBy(name, words.replies[reply])] : [];
  });
  const isAhead = session.state === "agreed" && session.endsAt > ctx.now;
  return (
    <>
      {href !== undefined && isAhead && (
        <p>
          <ButtonLink href={href} kind="plain">
            {words.one.join}
          </ButtonLink>
        </p>
      )}
      <DescriptionList
        items={[
          { name: words.plan.minutes, value: words.minutes(minutesOf(session)) },
          {
            name: words.one.where,
            value: (
              <>
                {plan.placeKinds[session.placeKind]}
                {session.place !== "" && session.placeKind !== "room" && (
                  <>
                    {": "}
                    <bdi>{session.place}</bdi>
                  </>
                )}
                {session.place === "" && session.placeKind === "phone" && isAhead && mayWrite && (
                  <>
                    {". "}
                    <a href="#move">{words.one.noNumber}</a>
                  </>
                )}
              </>
            ),
          },
          ...(state === undefined && replies.length === 0
            ? []
            : [{ name: words.one.state, value: [...(state === undefined ? [] : [state]), ...replies].join(" · ") }]),
          ...(session.series && !session.isMoved
            ? [{ name: letterWords(ctx.reader).repeats, value: words.goesOn(plan.repeats[session.series.repeats]) }]
            : []),
        ]}
      />
      {session.cancelWords !== "" && (
        <Callout title={words.one.cancelWords(nameOf(people, session.cancelledBy) ?? recordWords(ctx.reader).somebody)}>
          <OwnWords text={session.cancelWords} />
        </Callout>
      )}
    </>
  );
}
