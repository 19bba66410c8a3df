import fc from "fast-check";
import { expect, test } from "vitest";
import { bestAssignment } from "./assignment.ts";
import { guessColumns, type ColumnTarget } from "./guess-columns.ts";
import type { KnownField } from "./known-fields.ts";

const field = (id: KnownField, kind: ColumnTarget["kind"], label: string): ColumnTarget => ({ id, label, kind, field: id });
const FIELDS: ColumnTarget[] = [
  field("email", "email", "E-mail"),
  field("given-name", "given-name", "First name"),
  field("family-name", "family-name", "Last name"),
  field("full-name", "full-name", "Full name"),
  field("headline", "text", "Headline"),
  field("story", "long-text", "Story"),
  field("languages", "languages", "Languages"),
  field("time-zone", "time-zone", "Time zone"),
  field("place", "text", "Place"),
  field("country", "country", "Country"),
  field("organization", "text", "Organization"),
  field("skills-offered", "list", "Skills I can offer"),
  field("skills-wanted", "list", "Skills I hope for"),
  field("interests", "list", "Interests"),
  field("capacity", "capacity", "How many mentees"),
  field("availability", "availability", "Availability"),
  field("both-roles", "yes-no", "Mentor and mentee"),
];

const guessed = (headers: string[], rows: string[][] = [], targets = FIELDS) =>
  Object.fromEntries(guessColumns(headers, rows, targets).map(({ column, targetId }) => [headers[column], targetId]));

test("the layout of a government department needs no hand", () => {
  const headers = [
    "first name",
    "last name",
    "email address",
    "both mentor and mentee",
    "job title",
    "grade",
    "organisation",
    "profession",
    "characteristics",
    "biography",
  ];
  const rows = Array.from({ length: 20 }, (_, index) => [
    "mentor",
    String(index),
    `m${index}@example.org`,
    index % 2 === 0 ? "yes" : "no",
    "Some role",
    ["AA", "Grade 7", "SEO"][index % 3]!,
    "Department of Joy",
    ["Policy", "HR"][index % 2]!,
    ["Gay, Non-binary", "", "Asexual or aromantic"][index % 3]!,
    `My name is mentor ${index}. I am in the Department of Joy.`,
  ]);
  const questions: ColumnTarget[] = [
    { id: "grade", label: "Grade", kind: "scale", options: ["AA", "AO", "SEO", "Grade 7"] },
    { id: "profession", label: "Your profession", kind: "choice", options: ["HR", "Policy", "Security"] },
    { id: "identity", label: "Identity", kind: "choices", options: ["Asexual or aromantic", "Gay", "Non-binary"] },
  ];
  expect(guessed(headers, rows, [...FIELDS, ...questions])).toEqual({
    "first name": "given-name",
    "last name": "family-name",
    "email address": "email",
    "both mentor and mentee": "both-roles",
    "job title": "headline",
    grade: "grade",
    organisation: "organization",
    profession: "profession",
    characteristics: "identity",
    biography: "story",
  });
});

test("the list of a community leaves alone what it has no place for", () => {
  const headers = ["Mentor ID", "E-mail", "Country", "Spoken languages", "Can help with", "Reachable by"];
  const rows = [
    ["cc0", "cc0@example.org", "IE", "en", "reactjs; nodejs", "twitter; email"],
    ["cc1", "cc1@example.org", "IN", "en; hi", "android; go", "linkedin; email"],
  ];
  expect(guessed(headers, rows)).toEqual({
    "E-mail": "email",
    Country: "country",
    "Spoken languages": "languages",
    "Can help with": "skills-offered",
  });
});

test("headers in Spanish, Arabic and the style of forms are understood", () => {
  expect(guessed(["Nombre", "Apellidos", "Correo electrónico", "Idiomas", "Ciudad", "¿Cuántos mentees?", "Disponibilidad"])).toEqual({
    Nombre: "given-name",
    Apellidos: "family-name",
    "Correo electrónico": "email",
    Idiomas: "languages",
    Ciudad: "place",
    "¿Cuántos mentees?": "capacity",
    Disponibilidad: "availability",
  });
  expect(guessed(["الاسم", "البريد الإلكتروني", "اللغات", "المدينة", "نبذة عني"])).toEqual({
    الاسم: "full-name",
    "البريد الإلكتروني": "email",
    اللغات: "languages",
    المدينة: "place",
    "نبذة عني": "story",
  });
  expect(
    guessed([
      "Timestamp",
      "Name",
      "What is your e-mail address?",
      "Which languages do you speak?",
      "What would you like to learn?",
      "timeZone",
    ]),
  ).toEqual({
    Name: "full-name",
    "What is your e-mail address?": "email",
    "Which languages do you speak?": "languages",
    "What would you like to learn?": "skills-wanted",
    timeZone: "time-zone",
  });
});

test("a column of addresses is one, whatever its header", () => {
  const [guess] = guessColumns(
    ["Login", "Ref"],
    [
      ["ann@example.org", "x1"],
      ["bo@example.org", "x2"],
    ],
    FIELDS,
  );
  expect(guess).toMatchObject({ column: 0, targetId: "email" });
  expect(guessColumns(["xyz"], [["ann@example.org"]], FIELDS)).toMatchObject([{ targetId: "email", because: "content" }]);
});

test("a header that its cells contradict is less sure", () => {
  const sure = guessColumns(["E-mail"], [["ann@example.org"], ["bo@example.org"]], FIELDS)[0]?.confidence ?? 0;
  const doubtful = guessColumns(["E-mail"], [["yes"], ["no"]], FIELDS)[0]?.confidence ?? 0;
  expect(sure).toBeGreaterThan(0.95);
  expect(doubtful).toBeLessThan(0.75);
  // And the column that holds the addresses wins over the one that is called so.
  expect(
    guessed(
      ["E-mail", "Address 2"],
      [
        ["yes", "ann@example.org"],
        ["no", "bo@example.org"],
      ],
    ),
  ).toMatchObject({ "Address 2": "email" });
});

test("headers that mean nothing here are left alone", () => {
  expect(guessed(["Shoe size", "Row", "Approved by", "2024"], [["42", "1", "Dana", "x"]])).toEqual({});
});

test("no column and no target is given twice, and confidence lies between 0 and 1", () => {
  const header = fc.oneof(
    fc.constantFrom("Name", "E-mail", "Email address", "Skills", "City", "Country", "Language", "Idiomas"),
    fc.string({ maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.array(header, { maxLength: 10 }), (headers) => {
      const guesses = guessColumns(headers, [headers.map(() => "ann@example.org")], FIELDS);
      expect(new Set(guesses.map(({ column }) => column)).size).toBe(guesses.length);
      expect(new Set(guesses.map(({ targetId }) => targetId)).size).toBe(guesses.length);
      for (const { confidence } of guesses) expect(confidence).toSatisfy((value: number) => value >= 0.5 && value <= 1);
    }),
    { numRuns: 50 },
  );
});

/** By trying all. */
const largest = (rows: readonly (readonly number[])[], taken: ReadonlySet<number>): number => {
  const [row, ...others] = rows;
  if (!row) return 0;
  const withRow = row.flatMap((weight, column) => (taken.has(column) ? [] : [weight + largest(others, new Set([...taken, column]))]));
  return Math.max(largest(others, taken), ...withRow);
};

test("the assignment has the largest total that any has", () => {
  const weights = fc
    .integer({ min: 1, max: 5 })
    .chain((width) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
    );
  fc.assert(
    fc.property(weights, (table) => {
      const pairs = bestAssignment(table);
      expect(pairs.reduce((sum, { row, column }) => sum + table[row]![column]!, 0)).toBe(largest(table, new Set()));
      expect(new Set(pairs.map(({ row }) => row)).size).toBe(pairs.length);
      expect(new Set(pairs.map(({ column }) => column)).size).toBe(pairs.length);
    }),
  );
});
