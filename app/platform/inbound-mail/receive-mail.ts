/** Receives mail for our own addresses (SMTP), and says that it has it only when it is in the database. Off unless a port is set. */
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import type { App } from "../context.ts";
import type { InboundHandler, ReadLetter, Taken } from "./inbound-letter.ts";
import { letterInThread } from "./letter-in-thread.ts";
import { readReplyAddress } from "./reply-address.ts";
import { certificateOf } from "./certificate.ts";

/** Five files of 10 MB, as they swell on their way. */
const mostLetterBytes = 72 << 20;
const mostAtOnce = 10;
/** What all letters that are on their way in hold in memory together. */
const mostBytesAtOnce = 160 << 20;
/** So long the other side waits for our answer (RFC 5321, 4.5.3.2.6); letters are read one after the other. */
const silenceMs = 10 * 60_000;
const mostReceivers = 10;
/** They are renewed every few weeks, in the same files. */
const lookForNewCertificateMs = 60 * 60_000;

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
  const room = new Room();
  // Whoever passes mail on to us without one does so on this machine or in its network.
  const certificate = certificateOf(app.settings);
  const server = new SMTPServer({
    banner: "Understory",
    ...certificate?.(),
    disabledCommands: certificate ? ["AUTH"] : ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: mostLetterBytes,
    maxClients: mostAtOnce,
    socketTimeout: silenceMs,
    closeTimeout: 5000,
    logger: false,
    onMailFrom(_address, { secure }, callback) {
      // Whoever sets a certificate does not want to be talked out of it by somebody in between.
      callback(certificate && !secure ? new Refused(530, "Must issue a STARTTLS command first") : null);
    },
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
        const refused = await take(app, handlers, stream, { session, room }).then(() => undefined, refusalOf);
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
  const renewing = setInterval(() => {
    try {
      if (certificate) server.updateSecureContext(certificate());
    } catch (error) {
      console.error("receiving mail goes on with its old certificate, since the new one cannot be used:", (error as Error).message);
    }
  }, lookForNewCertificateMs);
  renewing.unref();
  const address = server.server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    stop() {
      clearInterval(renewing);
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

interface About {
  readonly handler: InboundHandler;
  readonly id: string;
  readonly isLate: boolean;
}

function aboutOf(app: App, handlers: readonly InboundHandler[], address: string): About | undefined {
  const about = readReplyAddress(app.settings, address);
  const handler = handlers.find(({ name }) => name === about?.handler);
  return handler && about && { handler, id: about.id, isLate: about.endsAt !== null && about.endsAt <= app.now() };
}

async function take(
  app: App,
  handlers: readonly InboundHandler[],
  stream: SMTPServerDataStream,
  { session, room }: { readonly session: SMTPServerSession; readonly room: Room },
): Promise<void> {
  const letter = await gather(stream, room, async (raw) => {
    try {
      return await letterInThread({ raw, trustedServer: app.settings.inboundTrustedServer });
    } catch (error) {
      console.error("a letter came in that cannot be read:", (error as Error).message);
      throw new Refused(550, "This letter cannot be read. Please answer on the page that the letter links to.");
    }
  });
  const { mailFrom, rcptTo } = session.envelope;
  // Bounces have no sender.
  const isAutomatic = letter.isAutomatic || (mailFrom !== false && mailFrom.address === "");
  const outcomes: Taken[] = [];
  for (const { address } of rcptTo) {
    const about = aboutOf(app, handlers, address);
    if (about) outcomes.push(await about.handler.take(app, about.id, { ...letter, isAutomatic, isLate: about.isLate }));
  }
  const [refusal] = outcomes.flatMap((outcome) => (typeof outcome === "object" ? outcome.refusal : []));
  if (refusal !== undefined && outcomes.every((outcome) => typeof outcome === "object")) throw new Refused(550, refusal);
}

/** Room in memory for what is on its way in. */
class Room {
  #taken = 0;
  takes(bytes: number): boolean {
    if (this.#taken + bytes > mostBytesAtOnce) return false;
    this.#taken += bytes;
    return true;
  }
  gives(bytes: number): void {
    this.#taken -= bytes;
  }
}

/** Has all of a letter for `work`. */
async function gather(
  stream: SMTPServerDataStream,
  room: Room,
  work: (raw: Uint8Array<ArrayBuffer>) => Promise<ReadLetter>,
): Promise<ReadLetter> {
  const parts: Buffer[] = [];
  let length = 0;
  let hasRoom = true;
  try {
    // To its end, even where it is too large: the other side listens only then.
    for await (const part of stream as AsyncIterable<Buffer>) {
      if (stream.sizeExceeded) continue;
      hasRoom &&= room.takes(part.length);
      if (!hasRoom) continue;
      length += part.length;
      parts.push(part);
    }
    if (stream.sizeExceeded) {
      throw new Refused(
        552,
        "This letter is too large: at most five files of 10 MB each. Please send less, or answer on the page that the letter links to.",
      );
    }
    if (!hasRoom) throw new Refused(452, "Too much mail at once. Please try again later.");
    const raw = new Uint8Array(length);
    let at = 0;
    for (const part of parts.splice(0)) {
      raw.set(part, at);
      at += part.length;
    }
    return await work(raw);
  } finally {
    room.gives(length);
  }
}
