import type { PersonalContext } from "../../../platform/context.ts";
import type { Visit } from "../../../platform/page.ts";
import { Button, Buttons } from "../../../ui/button.tsx";
import { Form } from "../../../ui/form.tsx";
import { Section } from "../../../ui/layout.tsx";
import { Table } from "../../../ui/table.tsx";
import { Time } from "../../../ui/time.tsx";
import { accountWords } from "./account.messages.ts";
import type { OwnSession } from "./list-sessions.ts";

interface Props {
  readonly ctx: PersonalContext;
  readonly visit: Visit;
  readonly sessions: readonly OwnSession[];
}

/** Where I am signed in, and the ways out. */
export function SessionsSection({ ctx, visit, sessions }: Props) {
  const words = accountWords(ctx.reader);
  const name = ({ device: { browser, system } }: OwnSession): string =>
    browser && system ? words.browserOn(browser, system) : (browser ?? system ?? words.unknownDevice);
  return (
    <Section title={words.sessions} id="sessions">
      <p>{words.sessionsText}</p>
      <Table
        caption={words.sessions}
        captionHidden
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          {
            label: words.device,
            header: true,
            cell: (session) => (session.isThisOne ? `${name(session)} (${words.thisOne})` : name(session)),
          },
          { label: words.signedInAt, cell: ({ signedInAt }) => <Time at={signedInAt} /> },
          { label: words.lastUsed, cell: ({ lastUsedAt }) => <Time at={lastUsedAt} as="day" /> },
          { label: words.address, cell: ({ address }) => <bdi>{address}</bdi> },
          {
            label: words.signOut,
            labelHidden: true,
            cell: (session) =>
              session.isThisOne ? null : (
                <Form id={`sign-out-${session.id}`} act="sign-out-one" action={visit.path} {...visit.refused("sign-out-one")}>
                  <input type="hidden" name="sessionId" value={session.id} />
                  <Button kind="quiet" small aria-label={words.signOutDevice(name(session))}>
                    {words.signOut}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
      <Form id="sign-out-all" action={visit.path} {...(visit.refused("sign-out-others") ?? visit.refused("sign-out-everywhere"))}>
        <Buttons>
          {sessions.length > 1 && (
            <Button kind="plain" name="act" value="sign-out-others">
              {words.signOutOthers}
            </Button>
          )}
          <Button kind="quiet" name="act" value="sign-out-everywhere">
            {words.signOutEverywhere}
          </Button>
        </Buttons>
      </Form>
    </Section>
  );
}
