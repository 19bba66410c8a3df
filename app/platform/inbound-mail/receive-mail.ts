/** Receives mail for our own addresses (SMTP), and says that it has it only when it is in the database. Off unless a port is set. */
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import type { App } from "../context.ts";
import type { InboundHandler, InboundLetter, Taken } from "./inbound-letter.ts";
import { readLetter } from "./read-letter.ts";
import { readReplyAddress } from "./reply-address.ts";

/** Five files of 10 MB, as they swell on their way. */
const mostLetterBytes = 72 << 20;
/** Each holds a letter in memory. */
const mostAtOnce = 10;
const mostReceivers = 10;

/** What the other server is told: codes that begin with 4 ask it to try again, with 5 never to. */
class Refused extends Error {
  readonly responseCode: number;
  constructor(responseCode: number, sentence: string) {
    super(sentence);
    this.responseCode = responseCode;
  }
}

function refusalOf(error: unknown): Refused {
  if (error instanceof Refused) return error;
  console.error("mail came in and could not be kept; its sender will try again:", (error as Error).message);
  return new Refused(451, "Not now. Please try again later.");
}

export interface MailReceiver {
  readonly port: number;
  stop(): Promise<void>;
}

/** Listens where the settings say; nothing where they name no port. */
export async function receiveMail(app: App, handlers: readonly InboundHandler[]): Promise<MailReceiver | undefined> {
  const { inboundMailPort: port, inboundMailHost: host } = app.settings;
  if (port === undefined) return undefined;
  const server = new SMTPServer({
    banner: "Understory",
    // Whoever passes mail on to us does so on this machine or in its network.
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: mostLetterBytes,
    maxClients: mostAtOnce,
    socketTimeout: 60_000,
    closeTimeout: 5000,
    logger: false,
    onRcptTo({ address }, { envelope }, callback) {
      if (envelope.rcptTo.length >= mostReceivers) return callback(new Refused(452, "Too many recipients"));
      return callback(
        aboutOf(app, handlers, address)
          ? null
          : new Refused(550, "No such address here. Please answer on the page that the letter links to."),
      );
    },
    onData(stream, session, callback) {
      const answer = async (): Promise<void> => {
        const refused = await take(app, handlers, stream, session).then(() => undefined, refusalOf);
        callback(refused ?? null, "Thank you");
      };
      void answer();
    },
  });
  server.on("error", (error) => console.error("receiving mail:", error.message));
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, host, () => resolve());
  });
  const address = server.server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function aboutOf(app: App, handlers: readonly InboundHandler[], address: string): { handler: InboundHandler; id: string } | undefined {
  const about = readReplyAddress(app.settings, address);
  const handler = handlers.find(({ name }) => name === about?.handler);
  return handler && about && { handler, id: about.id };
}

async function take(
  app: App,
  handlers: readonly InboundHandler[],
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<void> {
  const raw = await gather(stream);
  let letter: InboundLetter;
  try {
    letter = await readLetter(raw);
  } catch {
    throw new Refused(550, "This letter cannot be read. Please answer on the page that the letter links to.");
  }
  const { mailFrom, rcptTo } = session.envelope;
  // Bounces have no sender.
  const isAutomatic = letter.isAutomatic || (mailFrom !== false && mailFrom.address === "");
  const outcomes: Taken[] = [];
  for (const { address } of rcptTo) {
    const about = aboutOf(app, handlers, address);
    if (about) outcomes.push(await about.handler.take(app, about.id, { ...letter, isAutomatic }));
  }
  const [refusal] = outcomes.flatMap((outcome) => (typeof outcome === "object" ? outcome.refusal : []));
  if (refusal !== undefined && outcomes.every((outcome) => typeof outcome === "object")) throw new Refused(550, refusal);
}

async function gather(stream: SMTPServerDataStream): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  // To its end, even where it is too large: the other side listens only then.
  for await (const part of stream as AsyncIterable<Buffer>) {
    length += part.length;
    if (length <= mostLetterBytes) parts.push(part);
  }
  if (stream.sizeExceeded || length > mostLetterBytes)
    throw new Refused(
      552,
      "This letter is too large: at most five files of 10 MB each. Please send less, or answer on the page that the letter links to.",
    );
  return Buffer.concat(parts);
}
