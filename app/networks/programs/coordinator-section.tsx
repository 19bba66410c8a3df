import type { Visit } from "../../platform/page.ts";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { Select } from "../../ui/choices.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Form } from "../../ui/form.tsx";
import { Section } from "../../ui/layout.tsx";
import { Person } from "../../ui/person.tsx";
import { useReader } from "../../ui/reader.ts";
import type { Coordinator } from "./list-coordinators.ts";
import { programWords } from "./program.messages.ts";

interface CoordinatorSectionProps {
  organizationId: string;
  runBy: readonly Coordinator[];
  /** On the team, and not yet coordinating this program. */
  others: readonly { readonly personId: string; readonly name: string }[];
  ownId: string;
  mayInvite: boolean;
  visit: Visit;
}

/** Who coordinates the program; add somebody from the team, or remove one. */
export function CoordinatorSection({ organizationId, runBy, others, ownId, mayInvite, visit }: CoordinatorSectionProps) {
  const words = programWords(useReader());
  const refused = visit.refused("removeCoordinator");
  return (
    <Section
      title={words.coordinators}
      id="coordinators"
      {...(mayInvite && {
        actions: (
          <ButtonLink href={`/organizations/${organizationId}/members#invite`} kind="quiet" icon="plus">
            {words.inviteMore}
          </ButtonLink>
        ),
      })}
    >
      {refused && <Callout kind="warn">{refused.errors[""]}</Callout>}
      <ul class="plain-list">
        {runBy.map(({ personId, name, email, joinedAt }) => (
          <li key={personId}>
            <Person name={name} note={personId === ownId ? words.you : joinedAt ? <bdi>{email}</bdi> : words.invited} />
            {runBy.length > 1 && (
              <Form action={visit.path} act="removeCoordinator" id={`remove-${personId}`}>
                <input type="hidden" name="personId" value={personId} />
                <Button kind="quiet" small>
                  {words.remove(name)}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 ? (
        <Form action={visit.path} act="addCoordinator" {...visit.refused("addCoordinator")} inline>
          <Select
            name="personId"
            label={words.addCoordinator}
            emptyLabel={words.choosePerson}
            options={others.map(({ personId, name }) => ({ value: personId, label: name }))}
          />
          <Buttons>
            <Button kind="plain">{words.add}</Button>
          </Buttons>
        </Form>
      ) : (
        <p class="hint">{words.everybodyAdded}</p>
      )}
    </Section>
  );
}
