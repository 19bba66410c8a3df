/** Every setting: its name in the environment, what it is when left out, what it is for, and what counts as right. */
import { isIP } from "node:net";
import { z } from "zod";

interface Setting {
  readonly name: string;
  /** As `--help` shows it. */
  readonly fallback: string;
  readonly description: string;
  readonly schema: z.ZodType;
}

const address = /^(?:[^<>\r\n]*<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/;

const wholeNumber = (lowest: number, highest: number) => {
  const sentence = `must be a whole number from ${lowest} to ${highest}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, sentence)
    .transform(Number)
    .refine((value) => value >= lowest && value <= highest, sentence);
};

const urlOf = (schemes: readonly string[], sentence: string) =>
  z.string().refine((text) => {
    const url = URL.parse(text);
    return url !== null && schemes.includes(url.protocol) && url.hostname !== "";
  }, sentence);

/** libpq also takes `postgres://user@/name?host=/run/postgresql`, which is no URL: the host in the query wins over any other. */
const databaseUrl = z
  .string()
  .transform((text) => text.replace("@/", "@localhost/"))
  .refine(
    (text) => ["postgres:", "postgresql:"].includes(URL.parse(text)?.protocol ?? ""),
    "must look like postgres://user:password@host:5432/database",
  );

const isNetwork = (text: string): boolean => {
  const [ip = "", bits, ...rest] = text.split("/");
  const version = isIP(ip);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
};

/** An origin is scheme, host and port: what every link in a letter begins with. */
const origin = z
  .string()
  .refine((text) => {
    const url = URL.parse(text);
    if (!url || !["http:", "https:"].includes(url.protocol)) return false;
    return url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
  }, "must be the address that people type, without a path, such as https://mentoring.example.org")
  .transform((text) => new URL(text).origin);

const partsOf = (text: string): string[] => text.split(",").map((part) => part.trim());

export const catalog = {
  port: {
    name: "PORT",
    fallback: "3000",
    description: "the port on which the server listens",
    schema: wholeNumber(1, 65_535).prefault("3000"),
  },
  host: {
    name: "HOST",
    fallback: "127.0.0.1",
    description: "the address on which the server listens; 0.0.0.0 for all, behind a proxy",
    schema: z
      .string()
      .regex(/^[\w.:%-]+$/, "must be an IP address or the name of a host, such as 127.0.0.1")
      .default("127.0.0.1"),
  },
  dataDir: {
    name: "DATA_DIR",
    fallback: "data",
    description: "the folder that holds the database and the secret; back it up",
    schema: z.string().default("data"),
  },
  publicUrl: {
    name: "PUBLIC_URL",
    fallback: "http://HOST:PORT",
    description: "the address that people type; https, unless only this machine uses it",
    schema: origin.optional(),
  },
  trustedProxies: {
    name: "TRUSTED_PROXY",
    fallback: "none",
    description: "address of the proxy that speaks HTTPS and whose X-Forwarded-* is believed; several with commas, networks as 10.0.0.0/8",
    schema: z
      .string()
      .transform(partsOf)
      .refine((parts) => parts.every(isNetwork), "must be IP addresses or networks, such as 127.0.0.1 or 10.0.0.0/8")
      .default([]),
  },
  databaseUrl: {
    name: "DATABASE_URL",
    fallback: "the built-in server",
    description: "a PostgreSQL server of your own (15 or later): the login that owns the database and runs migrations",
    schema: databaseUrl.optional(),
  },
  databaseAppUrl: {
    name: "DATABASE_APP_URL",
    fallback: "made from DATABASE_URL",
    description: "the login for requests, which owns nothing; needed only when the first may not create roles",
    schema: databaseUrl.optional(),
  },
  databasePoolSize: {
    name: "DATABASE_POOL_SIZE",
    fallback: "10",
    description: "the most connections that one server process keeps for requests",
    schema: wholeNumber(1, 500).prefault("10"),
  },
  smtpUrl: {
    name: "SMTP_URL",
    fallback: "letters are kept for the owner to read",
    description: "the mail server: smtp://user:password@host:587 or smtps://user:password@host",
    schema: urlOf(["smtp:", "smtps:"], "must look like smtp://user:password@host:587 or smtps://user:password@host").optional(),
  },
  mailFrom: {
    name: "MAIL_FROM",
    fallback: "Understory <understory@host of PUBLIC_URL>",
    description: "who letters come from",
    schema: z.string().regex(address, "must be an address, such as Understory <mentoring@example.org>").optional(),
  },
  inboundMailPort: {
    name: "INBOUND_MAIL_PORT",
    fallback: "letters cannot be answered by mail",
    description: "the port on which mail is received (SMTP), for answers to letters; your mail server passes them on to it",
    schema: wholeNumber(1, 65_535).optional(),
  },
  inboundMailHost: {
    name: "INBOUND_MAIL_HOST",
    fallback: "127.0.0.1",
    description: "the address on which mail is received",
    schema: z
      .string()
      .regex(/^[\w.:%-]+$/, "must be an IP address or the name of a host, such as 127.0.0.1")
      .default("127.0.0.1"),
  },
  inboundMailDomain: {
    name: "INBOUND_MAIL_DOMAIN",
    fallback: "host of PUBLIC_URL",
    description: "what stands after the @ in addresses that answers go to; its mail must arrive at INBOUND_MAIL_PORT",
    schema: z
      .string()
      .toLowerCase()
      .regex(/^(?=.{1,190}$)[a-z0-9-]+(\.[a-z0-9-]+)*$/, "must be a domain, such as reply.example.org")
      .optional(),
  },
  inboundMailCertificate: {
    name: "INBOUND_MAIL_CERTIFICATE",
    fallback: "mail is received without TLS",
    description: "the file that holds the certificate for receiving mail, with those that it rests on; then TLS is asked for",
    schema: z.string().optional(),
  },
  inboundMailKey: {
    name: "INBOUND_MAIL_KEY",
    fallback: "none",
    description: "the file that holds the private key of that certificate",
    schema: z.string().optional(),
  },
  inboundTrustedServer: {
    name: "INBOUND_TRUSTED_AUTHSERV",
    fallback: "the address that a letter says it is from is believed",
    description: "the name by which your mail server says in Authentication-Results whether a letter is from whom it says",
    schema: z
      .string()
      .regex(/^[\w.:-]+$/, "must be a name as it stands first in Authentication-Results, such as mx.example.org")
      .optional(),
  },
  jitsiUrl: {
    name: "JITSI_URL",
    fallback: "sessions have no video rooms of their own",
    description: "a Jitsi Meet server of yours or of somebody you trust, for sessions' video rooms, such as https://meet.example.org",
    schema: urlOf(["https:"], "must begin with https://, such as https://meet.example.org").optional(),
  },
  secret: {
    name: "SECRET",
    fallback: "made at first start, kept in DATA_DIR/secret",
    description: "what signs sessions and links, and encrypts; at least 32 bytes; the same on every server of one installation",
    schema: z
      .string()
      .refine((text) => Buffer.byteLength(text) >= 32, "must be at least 32 bytes long, as `openssl rand -base64 32` gives")
      .optional(),
  },
  formerSecrets: {
    name: "FORMER_SECRETS",
    fallback: "the lines below the first in DATA_DIR/secret",
    description: "what SECRET was before, with commas between: they open what was encrypted with them, until that is encrypted anew",
    schema: z
      .string()
      .transform(partsOf)
      .refine((parts) => parts.every((part) => Buffer.byteLength(part) >= 32), "must be secrets of at least 32 bytes, with commas between")
      .default([]),
  },
  lostSecrets: {
    name: "LOST_SECRETS",
    fallback: "none",
    description: "names of keys whose secrets are lost for good, as a refused start gives them: what only they open is deleted",
    schema: z
      .string()
      .transform(partsOf)
      .refine(
        (parts) => parts.every((part) => /^([0-9a-f]{8}|unnamed)$/.test(part)),
        "must be names of keys, such as 3fa29c11, with commas between",
      )
      .default([]),
  },
} as const satisfies Record<string, Setting>;

export const settingNames: readonly string[] = Object.values(catalog).map((setting) => setting.name);

/** What `npm start -- --help` prints. */
export function helpText(): string {
  const entries = Object.values(catalog).map(
    ({ name, fallback, description }) => `  ${name.padEnd(26)}${description}\n${" ".repeat(28)}(default: ${fallback})`,
  );
  return [
    "Understory: one self-hosted place in which a whole mentorship ecosystem lives.",
    "",
    "  npm start                starts it; all it needs is in the folder",
    "  PORT=8080 npm start      the same, with a setting",
    "  npm run demo             the same, with invented people to look around with",
    "",
    "Settings come from the environment:",
    "",
    ...entries,
    "",
  ].join("\n");
}
