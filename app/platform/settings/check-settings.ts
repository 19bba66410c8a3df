/** From the environment to settings, or to everything that is wrong with it: a pure function. */
import { isIP } from "node:net";
import path from "node:path";
import { z } from "zod";
import { catalog } from "./catalog.ts";

type Read = { [Key in keyof typeof catalog]: z.output<(typeof catalog)[Key]["schema"]> };

/** `secret` may still be missing: making one writes a file, which `readSettings` does. */
export interface CheckedSettings extends Omit<Read, "publicUrl" | "mailFrom" | "inboundMailDomain"> {
  /** Scheme, host and port, without a slash at the end. */
  readonly publicUrl: string;
  readonly mailFrom: string;
  readonly inboundMailDomain: string;
}

export type Outcome = { readonly settings: CheckedSettings; readonly problems?: never } | { readonly problems: readonly string[] };

const schema = z.object(Object.fromEntries(Object.entries(catalog).map(([key, setting]) => [key, setting.schema])));

/** Whether only this machine reaches `host`. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, "");
  return bare === "localhost" || bare.endsWith(".localhost") || bare === "::1" || (isIP(bare) === 4 && bare.startsWith("127."));
}

export function checkSettings(env: Readonly<Record<string, string | undefined>>): Outcome {
  // An empty variable is what an unset one becomes in compose files: it counts as left out.
  const given = Object.entries(catalog).map(([key, { name }]) => [key, env[name]?.trim() || undefined] as const);
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const sentences = parsed.error.issues.map((issue) => {
      const { name } = catalog[issue.path[0] as keyof typeof catalog];
      // Passwords and secrets stay out of terminals and logs.
      const shown = /URL|SECRET/.test(name) && name !== "PUBLIC_URL" ? "" : ` (it is «${env[name]}»)`;
      return `${name} ${issue.message}${shown}.`;
    });
    return { problems: [...new Set(sentences)] };
  }
  const read = parsed.data as unknown as Read;
  const host = read.host.includes(":") ? `[${read.host}]` : read.host;
  const publicUrl = read.publicUrl ?? `http://${host}:${read.port}`;
  const settings: CheckedSettings = {
    ...read,
    dataDir: path.resolve(read.dataDir),
    publicUrl,
    mailFrom: read.mailFrom ?? `Understory <understory@${senderDomain(publicUrl)}>`,
    inboundMailDomain: read.inboundMailDomain ?? senderDomain(publicUrl),
  };
  const problems = contradictions(settings, read.publicUrl !== undefined);
  return problems.length > 0 ? { problems } : { settings };
}

function senderDomain(publicUrl: string): string {
  const { hostname } = new URL(publicUrl);
  return isIP(hostname.replace(/^\[|\]$/g, "")) ? "localhost" : hostname;
}

/** What is wrong between settings that are each right alone. */
function contradictions(settings: CheckedSettings, publicUrlGiven: boolean): string[] {
  const problems: string[] = [];
  const url = new URL(settings.publicUrl);
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    problems.push(
      publicUrlGiven
        ? `PUBLIC_URL must begin with https:// (it is «${settings.publicUrl}»): off this machine, browsers keep sign-ins over HTTPS only, which a proxy in front of Understory speaks.`
        : `HOST ${settings.host} lets other machines in: set PUBLIC_URL to the https:// address that people type, and TRUSTED_PROXY to the proxy that speaks HTTPS.`,
    );
  }
  if (url.protocol === "https:" && settings.trustedProxies.length === 0) {
    problems.push(
      "TRUSTED_PROXY must name the proxy that speaks HTTPS for PUBLIC_URL (127.0.0.1 if it runs on this machine): otherwise all visitors look like one.",
    );
  }
  if (settings.databaseAppUrl && !settings.databaseUrl) {
    problems.push("DATABASE_APP_URL needs DATABASE_URL beside it: the login that owns the database and runs migrations.");
  }
  if ((settings.inboundMailCertificate === undefined) !== (settings.inboundMailKey === undefined)) {
    problems.push("INBOUND_MAIL_CERTIFICATE and INBOUND_MAIL_KEY belong together: set both, or neither.");
  }
  return problems;
}
