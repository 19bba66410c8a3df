import { inWorkerThread } from "../worker-thread.ts";
import type { ReadLetter } from "./inbound-letter.ts";

export interface LetterRequest {
  readonly raw: Uint8Array<ArrayBuffer>;
  readonly trustedServer: string | undefined;
}

/** Five files of 10 MB take about fifteen seconds. */
const limits = { patienceMs: 45_000, memoryMegabytes: 512 };

/** One at a time: a letter of 70 MB takes several times as much memory while it is read. */
let before: Promise<unknown> = Promise.resolve();

/**
 * As `readLetter`, beside the server's own thread, and ended where it takes too much time or memory. `raw` is gone afterwards.
 *
 * @throws {ThreadEnded} where it cannot be read
 */
export async function letterInThread({ raw, trustedServer }: LetterRequest): Promise<ReadLetter> {
  const asked: LetterRequest = { raw, trustedServer };
  const reading = before.then(() =>
    inWorkerThread<ReadLetter>("platform/inbound-mail/read-letter", asked, { ...limits, transfer: [raw.buffer] }),
  );
  before = reading.catch(() => undefined);
  const letter = await reading;
  // On their way they become plain bytes.
  const files = letter.files.map(({ bytes, ...file }) => ({
    ...file,
    bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  }));
  return { ...letter, files };
}
