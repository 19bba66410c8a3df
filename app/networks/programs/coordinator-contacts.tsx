import { DescriptionList } from "../../ui/description-list.tsx";
import { useReader } from "../../ui/reader.ts";
import type { Coordinator } from "./list-coordinators.ts";
import { programWords } from "./program.messages.ts";

/** Whom those who take part can write to, wherever a page tells them to. */
export function CoordinatorContacts({ coordinators }: { coordinators: readonly Coordinator[] }) {
  const words = programWords(useReader().language);
  const here = coordinators.filter(({ joinedAt }) => joinedAt !== null);
  if (here.length === 0) return null;
  return (
    <DescriptionList
      items={[
        {
          name: words.yourCoordinator,
          value: here.map(({ personId, name, email }) => (
            <p key={personId}>
              <bdi>{name}</bdi>
              {" · "}
              <a href={`mailto:${email}`}>
                <bdi>{email}</bdi>
              </a>
            </p>
          )),
        },
      ]}
    />
  );
}
