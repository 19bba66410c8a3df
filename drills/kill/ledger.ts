/**
 * Somebody who works on while everything is killed: she makes one small program after another, and remembers which of them she was
 * told are made. What was not answered is sent again afterwards, the same form with the same key, as a browser does.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { FilledForm, HttpVisitor } from "../http-visitor.ts";
import { newProgramForm } from "./coordinator.ts";

export class Ledger {
  /** Names of programs whose making was answered with success. */
  readonly acknowledged = new Set<string>();
  readonly #unanswered: { name: string; form: FilledForm }[] = [];
  /** Answer's status → how often. */
  readonly statuses = new Map<number, number>();
  lostAnswers = 0;
  #count = 0;
  #stop: (() => Promise<void>) | undefined;
  readonly #visitor: HttpVisitor;
  readonly #organizationId: string;

  constructor(visitor: HttpVisitor, organizationId: string) {
    this.#visitor = visitor;
    this.#organizationId = organizationId;
  }

  start(pauseMs = 120): void {
    const ended = new AbortController();
    const work = (async () => {
      while (!ended.signal.aborted) {
        await this.#writeOne();
        await sleep(pauseMs);
      }
    })();
    this.#stop = () => {
      ended.abort();
      return work;
    };
  }

  async #writeOne(): Promise<void> {
    const name = `Entry ${++this.#count}`;
    let form: FilledForm;
    try {
      form = await newProgramForm(this.#visitor, this.#organizationId, name);
    } catch {
      return;
    }
    await this.#send(name, form);
  }

  async #send(name: string, form: FilledForm): Promise<void> {
    try {
      const { status } = await this.#visitor.send(form);
      this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
      if (status === 303) this.acknowledged.add(name);
      else this.#unanswered.push({ name, form });
    } catch {
      this.lostAnswers++;
      this.#unanswered.push({ name, form });
    }
  }

  /** Stops, and sends again what was not answered. The server must be well. */
  async settle(): Promise<void> {
    await this.#stop?.();
    this.#stop = undefined;
    for (const { name, form } of this.#unanswered.splice(0)) await this.#send(name, form);
    if (this.#unanswered.length > 0)
      throw new Error(`${this.#unanswered.length} forms are not answered although the server is well (${[...this.statuses].join("; ")})`);
  }
}
