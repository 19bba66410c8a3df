/** A mail server that takes every letter and writes down which came. */
import { createHash } from "node:crypto";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface Arrived {
  readonly to: string;
  /** Of each copy that came, what is left when the lines that may differ are taken away. */
  readonly contents: Set<string>;
  copies: number;
}

export class PostOffice {
  /** Message-ID (without its brackets and host) → what came under it. */
  readonly arrived = new Map<string, Arrived>();
  readonly #server: SMTPServer;

  constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS", "AUTH"],
      logger: false,
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on("data", (part: Buffer) => parts.push(part));
        stream.on("end", () => {
          this.#take(Buffer.concat(parts).toString("utf8"), session.envelope.rcptTo[0]?.address ?? "");
          done();
        });
      },
    });
    // A server that is killed in the middle of a letter tears its connection.
    this.#server.on("error", () => undefined);
  }

  #take(letter: string, to: string): void {
    const id = /^message-id:\s*<([^@>]+)@/im.exec(letter)?.[1] ?? "a letter without a Message-ID";
    const before = this.arrived.get(id) ?? { to, contents: new Set<string>(), copies: 0 };
    before.copies++;
    // The boundary between text and HTML is drawn anew for each copy.
    const same = letter.replaceAll(/-{2,}_NmP-[\w-]+/g, "boundary");
    before.contents.add(createHash("sha256").update(`${to}\n${same}`).digest("hex"));
    this.arrived.set(id, before);
  }

  open(): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#server.server.once("error", reject);
      this.#server.listen(0, "127.0.0.1", () => resolve(`smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`));
    });
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}
