/** Prepares what is to be killed, measures how long it takes undisturbed, and lets it be killed. */
import { setTimeout as sleep } from "node:timers/promises";
import type { HttpVisitor } from "../http-visitor.ts";
import { inTheEnd, type Expected, lettersArrived, type ImportTrial, type RoundTrial, violations } from "./checks.ts";
import { importWhole, isDone, makeProgram, prepareImport, prepareRound, type Program } from "./coordinator.ts";
import type { Installation } from "./installation.ts";
import type { Ledger } from "./ledger.ts";
import { menteeAddress, menteesCsv, mentorAddress, mentorsCsv } from "./people.ts";
import type { PostOffice } from "./post-office.ts";
import { runTrial, type Trial, type Victim, type Work } from "./trial.ts";

interface Stage {
  readonly installation: Installation;
  readonly ruth: HttpVisitor;
  readonly ledger: Ledger;
  readonly organizationId: string;
  /** Where rounds are published. */
  readonly program: Program;
  /** People in each import. */
  readonly rows: number;
  /** Mentees in each round; half as many mentors, with two places each. */
  readonly pairs: number;
  readonly say: (words: string) => void;
}

const rehearsals = 2;
const pool = "pool";

export class Rehearsal {
  readonly #stage: Stage;
  readonly #imports: ImportTrial[] = [];
  readonly #rounds: RoundTrial[] = [];
  #durations = { import: 0, answer: 0, publish: 0 };

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  get expected(): Expected {
    return { imports: this.#imports, rounds: this.#rounds, acknowledged: this.#stage.ledger.acknowledged };
  }

  /** Brings enough people for so many rounds, and measures an import and a publishing that nobody disturbs. */
  async prepare(rounds: number): Promise<void> {
    const { ruth, program, pairs, say } = this.#stage;
    const needed = (rounds + rehearsals) * pairs;
    await importWhole(ruth, program, "mentor", mentorsCsv(pool, Math.ceil(needed / 2), 2));
    await importWhole(ruth, program, "mentee", menteesCsv(pool, needed));
    say(`${needed} mentees and half as many mentors are there`);
    for (let count = 0; count < rehearsals; count++) {
      this.#durations.import = Math.max(this.#durations.import, await this.#measureImport());
      const { answer, publish } = await this.#measurePublish();
      this.#durations.answer = Math.max(this.#durations.answer, answer);
      this.#durations.publish = Math.max(this.#durations.publish, publish);
    }
    const { import: whole, answer, publish } = this.#durations;
    say(`undisturbed: an import ${whole} ms; a publishing ${answer} ms to its answer, ${publish} ms to its last letter`);
  }

  async #newImport() {
    const { ruth, organizationId, rows } = this.#stage;
    const name = `trial${this.#imports.length}`;
    const program = await makeProgram(ruth, organizationId, `Import ${name}`);
    const prepared = await prepareImport(ruth, program, "mentor", mentorsCsv(name, rows, 1));
    this.#imports.push({ importId: prepared.importId, name, rows });
    return prepared;
  }

  async #newRound() {
    const { ruth, program, pairs } = this.#stage;
    const from = this.#rounds.length * pairs;
    const take = (count: number, first: number, address: (name: string, index: number) => string): string[] =>
      Array.from({ length: count }, (_, index) => address(pool, first + index));
    const prepared = await prepareRound(ruth, program, {
      mentees: take(pairs, from, menteeAddress),
      mentors: take(pairs / 2, from / 2, mentorAddress),
    });
    this.#rounds.push({ roundId: prepared.roundId });
    return prepared;
  }

  async #measureImport(): Promise<number> {
    const { ruth } = this.#stage;
    const { path, start } = await this.#newImport();
    const from = Date.now();
    await ruth.submit(start);
    await ruth.openUntil(path, isDone);
    return Date.now() - from;
  }

  async #measurePublish(): Promise<{ answer: number; publish: number }> {
    const { ruth } = this.#stage;
    const { publish } = await this.#newRound();
    const from = Date.now();
    await ruth.submit(publish);
    const answer = Date.now() - from;
    while ((await this.#unsent()) > 0) await sleep(20);
    return { answer, publish: Date.now() - from };
  }

  #unsent(): Promise<number> {
    return this.#stage.installation.asSuperuser(async (client) => {
      const { rows } = await client.query<{ n: number }>(
        `select (select 2 * count(*)::int from offer) - (select count(*)::int from letter where kind = 'offer' and state = 'sent') as n`,
      );
      return rows[0]!.n;
    });
  }

  /** `moment` from 0 to 1: how far into the work the kill comes. */
  async run(work: Work, victim: Victim, moment: number): Promise<Trial> {
    const around = { ...this.#stage, expected: this.expected };
    if (work === "import") {
      const { start } = await this.#newImport();
      return runTrial(around, { work, victim, atMs: Math.round(moment * 1.1 * this.#durations.import), forms: [start] });
    }
    const { publish, publishToo } = await this.#newRound();
    // Every second one of each victim within the transaction, the others while the letters are written and sent.
    const within = this.#rounds.length % 4 < 2 ? 1.2 * this.#durations.answer : this.#durations.publish;
    return runTrial(around, { work, victim, atMs: Math.round(moment * within), forms: [publish, publishToo] });
  }

  /** Waits until nothing is left to do, and looks at everything once more. */
  async settle(postOffice: PostOffice, limitMs = 240_000): Promise<{ violations: { check: string; words: string }[]; waitedMs: number }> {
    const { installation } = this.#stage;
    const from = Date.now();
    while (!(await this.#isQuiet()) && Date.now() - from < limitMs) await sleep(500);
    const waitedMs = Date.now() - from;
    return installation.asSuperuser(async (client) => ({
      waitedMs,
      violations: [
        ...(await violations(inTheEnd, client, this.expected)),
        ...(await lettersArrived(client, postOffice)).map((words) => ({ check: "every letter arrived, as itself", words })),
        ...(await this.#unfinished(client)).map((words) => ({ check: "everything acknowledged is done", words })),
      ],
    }));
  }

  #isQuiet(): Promise<boolean> {
    return this.#stage.installation.asSuperuser(async (client) => {
      const { rows } = await client.query<{ n: number }>(
        `select count(*)::int as n from jobs.job where state in ('created', 'retry', 'active') and start_after < now() + interval '1 hour'
         and name not like '\\_\\_%' and name <> all ($1)`,
        [["offers.remind", "offers.expire"]],
      );
      return rows[0]!.n === 0;
    });
  }

  /** Every button was answered with success in the end: so everything must have come to its end. */
  async #unfinished(client: import("pg").ClientBase): Promise<string[]> {
    const { rows } = await client.query<{ words: string }>(
      `select 'import ' || id || ' is ' || state as words from spreadsheet_import where state <> 'done'
       union all select 'round ' || id || ' is ' || state from round where state <> 'published'
       union all select count(*) || ' jobs ' || name || ' are ' || state from jobs.job
         where state in ('created', 'retry', 'active', 'failed') and name not like '\\_\\_%' group by name, state`,
    );
    return rows.map(({ words }) => words);
  }
}
