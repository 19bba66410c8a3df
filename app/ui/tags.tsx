/**
 * Short words in a row: skills, languages, interests.
 *
 *     <Tags label="Skills" tags={["Grant writing", "Python"]} shared={["Python"]} />
 */
import { Icon } from "./icon.tsx";

const none: readonly string[] = [];

interface TagsProps {
  label?: string;
  tags: readonly string[];
  /** Those that both have: marked by a sign, not by color alone. */
  shared?: readonly string[];
}

export function Tags({ tags, shared = none, label }: TagsProps) {
  return (
    <ul class="tags" aria-label={label}>
      {tags.map((tag) => (
        <li key={tag} class={shared.includes(tag) ? "tag shared" : "tag"}>
          {shared.includes(tag) && <Icon name="check" />}
          <bdi>{tag}</bdi>
        </li>
      ))}
    </ul>
  );
}
