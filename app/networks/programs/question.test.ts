import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerText, isAnswerTo, parseAnswer, type Question, type QuestionKind } from "./question.ts";

const question = (kind: QuestionKind, more: Partial<Question> = {}): Question => ({
  id: "q",
  kind,
  label: "What?",
  help: "",
  askedOf: "both",
  options: [],
  minimum: null,
  maximum: null,
  isRequired: false,
  shownTo: "coordinators",
  ...more,
});
const grades = question("scale", { options: ["Junior", "Senior", "Lead"] });

const valueOf = (asked: Question, ...sent: string[]): unknown => {
  const parsed = parseAnswer(asked, sent);
  return parsed.ok ? parsed.value : { refused: parsed.problem("en") };
};

describe("what people type", () => {
  test("one option of a choice or a scale, and no other words", () => {
    expect(valueOf(grades, "Senior")).toBe("Senior");
    expect(valueOf(grades, "Boss")).toEqual({ refused: "Please choose one of the options." });
  });

  test("several options come back in the order of the question, each once", () => {
    const topics = question("choices", { options: ["Art", "Law", "Math"] });
    expect(valueOf(topics, "Math", "Art", "Math")).toEqual(["Art", "Math"]);
    expect(valueOf(topics, "Math", "Sport")).toEqual({ refused: "Please choose one of the options." });
  });

  test("numbers with a comma or in Arabic digits are numbers, within their limits", () => {
    const years = question("number", { minimum: 0, maximum: 60 });
    expect(valueOf(years, "2,5")).toBe(2.5);
    expect(valueOf(years, "١٢")).toBe(12);
    expect(valueOf(years, "-1")).toEqual({ refused: "Please give a number from 0 to 60." });
    expect(valueOf(years, "1e3")).toEqual({ refused: "Please give a number from 0 to 60." });
    expect(valueOf(question("number"), "NaN")).toEqual({ refused: "Please give a number, such as 3 or 2.5." });
  });

  test("skills are split at lines, commas and semicolons, and said once", () => {
    expect(valueOf(question("skills"), "Grant writing, Python;  grant  writing\nتحليل، رسم")).toEqual([
      "grant writing",
      "Python",
      "تحليل",
      "رسم",
    ]);
    expect(valueOf(question("skills"), "x".repeat(101))).toHaveProperty("refused");
  });

  test("languages are named in any of our languages and kept as codes", () => {
    expect(valueOf(question("languages"), "Spanish, árabe, الإنجليزية")).toEqual(["es", "ar", "en"]);
    expect(valueOf(question("languages"), "Klingonish")).toHaveProperty("refused");
  });

  test("hours are hours of the week", () => {
    expect(valueOf(question("availability"), "42", "18", "42")).toEqual([18, 42]);
    for (const wrong of ["168", "-1", "x", "1.5"]) expect(valueOf(question("availability"), wrong)).toHaveProperty("refused");
  });

  test("nothing is no answer, and refused where one is needed", () => {
    expect(valueOf(question("text"), "  ")).toBeNull();
    expect(valueOf(question("text"))).toBeNull();
    expect(valueOf(question("text", { isRequired: true }), " ")).toEqual({ refused: "Please fill this in." });
    expect(valueOf(question("skills", { isRequired: true }), " , ")).toEqual({ refused: "Please fill this in." });
  });
});

test("whatever is taken is an answer to the question", () => {
  const asked = fc.constantFrom(
    grades,
    question("choices", { options: ["Art", "Law"] }),
    question("number", { minimum: -5, maximum: 5 }),
    question("text"),
    question("skills"),
    question("languages"),
    question("availability"),
  );
  const sent = fc.array(fc.oneof(fc.string(), fc.constantFrom("Junior", "Art", "Law", "3", "-4.5", "Spanish, ar", "100")), {
    maxLength: 4,
  });
  const holds = fc.check(
    fc.property(asked, sent, (one, values) => {
      const parsed = parseAnswer(one, values);
      return !parsed.ok || parsed.value === null || isAnswerTo(one, parsed.value);
    }),
  );
  expect(holds.counterexample).toBeNull();
});

test("answers are read in the reader's language", () => {
  expect(answerText(question("languages"), ["es", "ar"], "en")).toBe("Spanish and Arabic");
  expect(answerText(question("languages"), ["es", "ar"], "es")).toBe("español y árabe");
  expect(answerText(question("number"), 1234.5, "es")).toBe("1234,5");
  expect(answerText(question("choices"), ["Art", "Law"], "ar")).toBe("Art وLaw");
  expect(answerText(question("text"), undefined, "en")).toBe("");
});

test("hours read as stretches of days, or as a number where there are many", () => {
  expect(answerText(question("availability"), [18, 19, 23, 24], "en").replaceAll("\u202F", " ")).toBe(
    "Mon 6:00 PM–8:00 PM; Mon 11:00 PM–12:00 AM; Tue 12:00 AM–1:00 AM",
  );
  const odd = Array.from({ length: 84 }, (_, index) => index * 2);
  expect(answerText(question("availability"), odd, "en")).toBe("84 hours a week");
  expect(answerText(question("availability"), odd, "ar")).toBe("84 ساعة في الأسبوع");
});
