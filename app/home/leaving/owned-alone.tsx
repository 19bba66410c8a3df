import { Callout } from "../../ui/callout.tsx";
import { formatList } from "../../ui/formats.ts";
import { useReader } from "../../ui/reader.ts";
import { leavingWords } from "./leaving.messages.ts";

/** Why she cannot go yet, and where she can change that. */
export function OwnedAlone({ organizations }: { organizations: readonly { id: string; name: string }[] }) {
  const { language } = useReader();
  const words = leavingWords(language);
  const names = organizations.map(({ name }) => name);
  return (
    <Callout kind="warn" title={words.ownsTitle}>
      <p>{words.owns(formatList(language, names))}</p>
      <ul>
        {organizations.map(({ id, name }) => (
          <li key={id}>
            <a href={`/organizations/${id}/members`}>{words.handOver(name)}</a>
          </li>
        ))}
      </ul>
    </Callout>
  );
}
