import { concernWords } from "../../relationships/concerns/concerns.messages.ts";
import { decisionWords } from "../../relationships/concerns/decision.messages.ts";
import type { ListedCase } from "../../relationships/concerns/list-cases.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Entries, Entry } from "../../ui/entries.tsx";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { Time } from "../../ui/time.tsx";
import { todayWords } from "./today.messages.ts";

/** Above everything else, for those who look after safety; for everybody else they do not exist. */
export function OpenConcerns({ concerns }: { concerns: readonly ListedCase[] }) {
  const { language } = useReader();
  const words = todayWords(language).concerns;
  const concern = concernWords(language);
  if (concerns.length === 0) return null;
  return (
    <Section title={words.title}>
      <Entries label={words.title}>
        {concerns.map(({ organizationId, concernId, category, urgency, openedAt, handlerName, objectedAt }) => (
          <Entry
            key={concernId}
            title={<strong>{concern.categories[category]}</strong>}
            actions={
              <ButtonLink href={`/organizations/${organizationId}/concerns/${concernId}`} small>
                {words.open}
              </ButtonLink>
            }
          >
            {objectedAt === null ? concern.urgencies[urgency] : decisionWords(language).lead.title} ·{" "}
            <Time at={objectedAt ?? openedAt} as="relative" />
            {handlerName !== null && (
              <>
                {" "}
                · <bdi>{handlerName}</bdi>
              </>
            )}
          </Entry>
        ))}
      </Entries>
    </Section>
  );
}
