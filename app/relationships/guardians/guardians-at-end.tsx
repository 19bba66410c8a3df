import { DescriptionList } from "../../ui/description-list.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { OwnWords } from "../../ui/own-words.tsx";
import { useReader } from "../../ui/reader.ts";
import { guardianScales } from "./guardian-farewell.ts";
import { guardianPageWords } from "./guardian-page.messages.ts";
import type { GuardianFarewellOf } from "./save-guardian-farewell.ts";

/** To coordinators, and to nobody else: what guardians say at the end. */
export function GuardiansAtEnd({ farewells }: { farewells: readonly GuardianFarewellOf[] }) {
  const { language } = useReader();
  const words = guardianPageWords(language);
  if (farewells.length === 0) return null;
  return (
    <>
      {farewells.map(({ personId, name, scales, words: said }) => {
        const items = guardianScales.flatMap((scale) => {
          const value = scales[scale];
          return value === null
            ? []
            : [{ name: words.scales[scale], value: `${formatNumber(language, value)} / ${formatNumber(language, 5)}` }];
        });
        return (
          <Section key={personId} title={words.coordinator.guardianOf(name)}>
            {items.length > 0 && <DescriptionList items={items} />}
            {said !== undefined && <OwnWords text={said} />}
            {items.length === 0 && said === undefined && <p>{words.coordinator.noWord}</p>}
          </Section>
        );
      })}
    </>
  );
}
