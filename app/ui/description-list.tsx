/**
 * Names and what they stand for.
 *
 *     <DescriptionList items={[{ name: "Languages", value: "Spanish, Arabic" }]} />
 */
import type { ComponentChildren } from "preact";

export interface Described {
  name: string;
  value: ComponentChildren;
}

export function DescriptionList({ items }: { items: readonly Described[] }) {
  return (
    <dl class="description-list">
      {items.map(({ name, value }) => (
        <div key={name}>
          <dt>
            <bdi>{name}</bdi>
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
