/** Starts the built-in server again when it ends although nobody asked it to. */
import type { Postmaster } from "./postmaster.ts";

export interface KeptServer {
  /** Called once, with one sentence, when the server is gone for good. */
  readonly onLost: (callback: (sentence: string) => void) => void;
  readonly stop: () => Promise<void>;
}

/** A second loss so soon after the first is a cause that another start does not mend. */
const graceMs = 10 * 60_000;

export function keepRunning(first: Postmaster, startAgain: () => Promise<Postmaster>, say: (sentence: string) => void): KeptServer {
  let server = first;
  let isStopping = false;
  let lastLoss = -Infinity;
  let lost: string | undefined;
  let restarting: Promise<unknown> = Promise.resolve();
  const callbacks: ((sentence: string) => void)[] = [];

  const giveUp = (sentence: string): void => {
    lost = sentence;
    for (const callback of callbacks) callback(sentence);
  };
  const restart = async (how: string): Promise<void> => {
    const at = Date.now();
    if (at - lastLoss < graceMs) return giveUp(`The database server ${how} for the second time within ten minutes.`);
    lastLoss = at;
    say(`The database server ${how}; starting it again.`);
    try {
      server = await startAgain();
    } catch (error) {
      const [reason] = (error as Error).message.split("\n");
      return giveUp(`The database server ${how} and could not be started again: ${reason}`);
    }
    say(`The database server is back after ${((Date.now() - at) / 1000).toFixed(1)} seconds.`);
    watch();
  };
  const watch = (): void => {
    void server.ended.then((how) => (isStopping ? undefined : (restarting = restart(how))));
  };
  watch();

  return {
    onLost(callback) {
      if (lost !== undefined) callback(lost);
      else callbacks.push(callback);
    },
    async stop() {
      isStopping = true;
      await restarting;
      await server.stop();
    },
  };
}
