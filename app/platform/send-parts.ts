/** Who takes nothing of a file for so long has gone away, or means to keep the connection to the database that reads it. */
const patienceMs = 60_000;

/**
 * The body of a response, made while it is read. `sent` is settled with the last part, and rejected where the reader has left, or
 * stands still for `patience` milliseconds; whatever makes the parts has ended by then.
 */
export function partsToSend(
  parts: AsyncIterable<string | Uint8Array>,
  patience = patienceMs,
): { readonly body: ReadableStream<Uint8Array>; readonly sent: Promise<void> } {
  const making = parts[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const { promise: sent, resolve, reject } = Promise.withResolvers<void>();
  let standing: NodeJS.Timeout | undefined;
  async function breakOff(reason: unknown): Promise<void> {
    clearTimeout(standing);
    try {
      await making.return?.();
    } finally {
      reject(reason);
    }
  }
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        clearTimeout(standing);
        try {
          const { done, value } = await making.next();
          if (done) {
            controller.close();
            return resolve();
          }
          controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
          standing = setTimeout(() => {
            const reason = new Error("the reader of a download stood still");
            controller.error(reason);
            void breakOff(reason);
          }, patience);
        } catch (error) {
          controller.error(error);
          reject(error);
        }
      },
      cancel: (reason) => breakOff(reason ?? new Error("the reader of a download left")),
    },
    { highWaterMark: 16 },
  );
  return { body, sent };
}
