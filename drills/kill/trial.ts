/** One kill: something is begun, everything is torn away at a certain moment, and what is left is looked at. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Answered, FilledForm, HttpVisitor } from "../http-visitor.ts";
import { always, type Expected, violations } from "./checks.ts";
import type { Installation } from "./installation.ts";
import type { Ledger } from "./ledger.ts";

export type Victim = "server" | "PostgreSQL";
export type Work = "import" | "publish";

export interface Trial {
  readonly work: Work;
  readonly victim: Victim;
  readonly atMs: number;
  /** Whether the button's answer came before the kill. */
  readonly wasAnswered: boolean;
  /** Until the server answered well again. */
  readonly recoveredMs: number;
  readonly found: readonly { check: string; words: string }[];
}

interface Subject {
  readonly work: Work;
  readonly victim: Victim;
  readonly atMs: number;
  /** Sent at once, the first and the same in a second window. */
  readonly forms: readonly FilledForm[];
}

export interface Surroundings {
  readonly installation: Installation;
  readonly ruth: HttpVisitor;
  readonly ledger: Ledger;
  readonly expected: Expected;
}

const look = ({ installation, expected }: Surroundings): Promise<{ check: string; words: string }[]> =>
  installation.asSuperuser((client) => violations(always, client, expected));

export async function runTrial(around: Surroundings, { work, victim, atMs, forms }: Subject): Promise<Trial> {
  const { installation, ruth, ledger } = around;
  ledger.start();
  const answers: (Answered | undefined)[] = forms.map(() => undefined);
  const sending = forms.map(async (form, index) => {
    try {
      answers[index] = await ruth.send(form);
    } catch {
      // Torn away: nobody knows what came of it.
    }
  });
  await sleep(atMs);
  const found: { check: string; words: string }[] = [];
  const wasAnswered = answers[0]?.status === 303;
  if (victim === "server") {
    await installation.killServer();
  } else {
    installation.killPostgres();
    // The first question to a server that still runs may come before it has noticed.
    await sleep(100);
  }
  const recoveredMs = await installation.recover();
  await Promise.all(sending);
  // Before the work that was torn is taken up again: that takes the queue half a minute.
  found.push(...(await look(around)));
  await sendAgain(around, forms, answers);
  await ledger.settle();
  found.push(...(await look(around)));
  return { work, victim, atMs, wasAnswered, recoveredMs, found };
}

/** As a browser does that asks "send again?": the same form with the same key. */
async function sendAgain(
  { ruth, installation }: Surroundings,
  forms: readonly FilledForm[],
  answers: (Answered | undefined)[],
): Promise<void> {
  for (const [index, form] of forms.entries()) {
    for (let tries = 0; !isFinal(answers[index]); tries++) {
      if (tries === 5) throw new Error(`the form of ${form.action} gets no answer: ${answers[index]?.status}`);
      await installation.recover();
      answers[index] = await ruth.send(form).catch(() => undefined);
    }
  }
}

/** Done; or refused because it is done already (the second window). */
const isFinal = (answer: Answered | undefined): boolean => answer !== undefined && [303, 409].includes(answer.status);
