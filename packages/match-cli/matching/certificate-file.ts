import { createHash } from "node:crypto";
import { checkOutcome, type Outcome, type OutcomeCheck } from "../../matching-engine/index.ts";
import { Failure } from "../failure.ts";
import { Field } from "../rules/field.ts";
import type { OpenMarket } from "./match-project.ts";

/** The bytes of what went in, by what they are. */
export type Inputs = Readonly<Record<"mentees" | "mentors" | "rules", Uint8Array>>;

const FORMAT = "understory-match certificate 1";
const inputs = ["mentees", "mentors", "rules"] as const;

/** What proves a matching, as JSON: from which files, which pairs in the order of these files, and the prices. */
export function certificateFile(from: Inputs, { market, cut }: OpenMarket, outcome: Outcome, version: string): string {
  const sha256 = Object.fromEntries(inputs.map((name) => [name, digest(from[name])]));
  const candidates = { ...cut, pairs: market.col.length };
  return `${JSON.stringify({ format: FORMAT, madeBy: `understory-match ${version}`, sha256, candidates, outcome })}\n`;
}

function digest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Reads a certificate and sees that it is about these very files. @throws {Failure} where it is not */
export function readCertificate(text: string, file: string, from: Inputs): Outcome {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Failure("badInput", `${file} is no JSON. Give the certificate that was written beside the pairs.`);
  }
  const { format, sha256, outcome } = new Field(value, file).fields("format", "madeBy", "sha256", "candidates", "outcome");
  format.oneOf([FORMAT]);
  const claimed = sha256.fields(...inputs);
  for (const name of inputs) {
    if (claimed[name].text() === digest(from[name])) continue;
    throw new Failure(
      "badInput",
      `The certificate was made from other ${name}: the file that you give has changed since, or is another one.`,
    );
  }
  return readOutcome(outcome);
}

/** The outlines of an outcome; what its proof consists of is for the checker to judge. */
function readOutcome(field: Field): Outcome {
  const { objective, assignment, total, matched, proof } = field.fields("objective", "assignment", "total", "matched", "proof", "fairness");
  if (!assignment.isThere) assignment.refuse("It is a list of numbers.");
  for (const mentor of assignment.list()) mentor.number({ least: -1, whole: true });
  total.number({ least: 0 });
  matched.number({ least: 0, whole: true });
  for (const part of [objective, proof])
    if (typeof part.value !== "object" || part.value === null) part.refuse("Write nothing here by hand.");
  return field.value as Outcome;
}

/** @throws {Failure} where the certificate does not prove the matching, or is about another objective than the rules */
export function verify(file: string, outcome: Outcome, { market, preferences }: OpenMarket, objective: Outcome["objective"]): void {
  if (JSON.stringify(outcome.objective) !== JSON.stringify(objective)) {
    throw new Failure(
      "notProven",
      `${file} is about another objective than the rules: ${JSON.stringify(outcome.objective).slice(0, 200)}.`,
    );
  }
  let check: OutcomeCheck;
  try {
    check = checkOutcome(market, outcome, { preferences });
  } catch (error) {
    // Lists that are missing or hold something else than numbers.
    throw new Failure("notProven", `${file} does not prove its matching: its proof cannot be read (${(error as Error).message}).`);
  }
  if (check.proven) return;
  const first = check.violations.slice(0, 3).map((violation) => `  ${JSON.stringify(violation)}`);
  throw new Failure("notProven", `${file} does not prove its matching. What is wrong, or the first of it:\n${first.join("\n")}`);
}
