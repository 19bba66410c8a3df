import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type AgreementSection,
  changedSections,
  isAccompanied,
  isComplete,
  joinChanges,
  missingSigners,
  missingWards,
  ourSections,
  wordChanges,
} from "./agreement.ts";

const section = (key: string, text: string): AgreementSection => ({ key, title: null, text });
const agreement = fc
  .array(fc.constantFrom("", "at six", "at seven", "in the library"), { minLength: ourSections.length, maxLength: ourSections.length })
  .map((texts) => ourSections.map((key, index) => section(key, texts[index]!)));
const textsOf = (sections: readonly AgreementSection[]) => new Map(sections.map(({ key, text }) => [key, text]));

test("of two changes made at once nothing is lost: each section says what one of them wanted", () => {
  fc.assert(
    fc.property(agreement, agreement, agreement, (seen, current, hers) => {
      const joined = joinChanges(seen, current, textsOf(hers));
      for (const [index, { key, text }] of joined.sections.entries()) {
        const [before, now, wanted] = [seen[index]!.text, current[index]!.text, hers[index]!.text];
        expect(text).toBe(wanted === before ? now : wanted);
        expect(joined.both.includes(key)).toBe(wanted !== before && now !== before && wanted !== now);
        expect(joined.theirs.includes(key)).toBe(now !== before && wanted === before);
      }
    }),
  );
});

test("without anybody else at it a change is what was written", () => {
  fc.assert(
    fc.property(agreement, agreement, (seen, hers) => {
      expect(joinChanges(seen, seen, textsOf(hers))).toEqual({ sections: hers, theirs: [], both: [] });
      expect(changedSections(seen, hers)).toEqual(ourSections.filter((_, index) => seen[index]!.text !== hers[index]!.text));
    }),
  );
});

test("what became of a text gives both texts back, and marks nothing where nothing changed", () => {
  const text = fc.array(fc.constantFrom("we ", "meet\n", "on ", "Monday", " "), { maxLength: 12 }).map((words) => words.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = wordChanges(before, after);
      const without = (kind: string) =>
        changes
          .filter((change) => change.kind !== kind)
          .map((change) => change.text)
          .join("");
      expect(without("new")).toBe(before);
      expect(without("gone")).toBe(after);
      if (before === after) expect(changes.every(({ kind }) => kind === "same")).toBe(true);
    }),
  );
});

test("only the word that is another is marked", () => {
  expect(wordChanges("We meet on Monday at six.", "We meet on Friday at six.")).toEqual([
    { kind: "same", text: "We meet on" },
    { kind: "gone", text: " Monday" },
    { kind: "new", text: " Friday" },
    { kind: "same", text: " at six." },
  ]);
});

test("it is complete once all of them have signed, and a coordinator where the program wants it", () => {
  const signedAt = new Date();
  const people = [{ personId: "jonas" }, { personId: "maya" }];
  const jonas = { personId: "jonas", signedAs: "mentor", name: "Jonas", signedAt } as const;
  const maya = { personId: "maya", signedAs: "mentee", name: "Maya", signedAt } as const;
  const ruth = { personId: "ruth", signedAs: "coordinator", name: "Ruth", signedAt } as const;
  expect(missingSigners([jonas], people)).toEqual([{ personId: "maya" }]);
  const wants = (coordinatorSigns: boolean) => ({ coordinatorSigns, wards: [] });
  expect(isComplete([jonas, ruth], people, wants(false))).toBe(false);
  expect(isComplete([jonas, maya], people, wants(false))).toBe(true);
  expect(isComplete([jonas, maya], people, wants(true))).toBe(false);
  expect(isComplete([jonas, maya, ruth], people, wants(true))).toBe(true);
});

test("where guardians sign, one for each who is accompanied; who is a guardian no more has not signed", () => {
  const signedAt = new Date();
  const people = [{ personId: "jonas" }, { personId: "maya" }, { personId: "bo" }];
  const own = people.map(({ personId }) => ({ personId, signedAs: "mentee" as const, name: personId, signedAt }));
  const by = (personId: string) => ({ personId, signedAs: "guardian" as const, name: personId, signedAt });
  const ward = (personId: string, ...guardians: string[]) => ({
    personId,
    name: personId,
    guardians: guardians.map((one) => ({ personId: one, name: one })),
    isNamed: guardians.length > 0,
  });
  const wants = (...wards: ReturnType<typeof ward>[]) => ({ coordinatorSigns: false, wards });
  expect(isComplete([...own, by("ana")], people, wants(ward("maya", "ana", "tom"), ward("bo", "tom")))).toBe(false);
  expect(isComplete([...own, by("tom")], people, wants(ward("maya", "ana", "tom"), ward("bo", "tom")))).toBe(true);
  expect(isComplete(own, people, wants(ward("maya")))).toBe(false);
  expect(missingWards([...own, by("ana")], wants(ward("maya", "tom"))).map(({ name }) => name)).toEqual(["maya"]);
  // Her own name under it makes nobody's guardian of her.
  expect(isComplete(own, people, wants(ward("maya", "jonas")))).toBe(false);
});

test("a guardian is for who is accompanied: the younger one who mentors, and both of two equals", () => {
  expect(isAccompanied("one-to-one", "mentee")).toBe(true);
  expect(isAccompanied("one-to-one", "mentor")).toBe(false);
  expect(isAccompanied("reverse", "mentor")).toBe(true);
  expect(isAccompanied("reverse", "mentee")).toBe(false);
  expect((["mentor", "mentee"] as const).map((role) => isAccompanied("peer", role))).toEqual([true, true]);
});
