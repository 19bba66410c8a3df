import { expect, test } from "vitest";
import { catalog, helpText } from "./catalog.ts";
import { checkSettings, isLoopback } from "./check-settings.ts";

const settingsOf = (env: Record<string, string>) => {
  const outcome = checkSettings(env);
  if (outcome.problems) throw new Error(outcome.problems.join("\n"));
  return outcome.settings;
};
const problemsOf = (env: Record<string, string>) => checkSettings(env).problems ?? [];

test("with nothing set, everything has a value that suits one machine", () => {
  expect(settingsOf({})).toMatchObject({
    port: 3000,
    host: "127.0.0.1",
    publicUrl: "http://127.0.0.1:3000",
    trustedProxies: [],
    databaseUrl: undefined,
    databasePoolSize: 10,
    mailFrom: "Understory <understory@localhost>",
  });
});

test("an empty variable counts as left out", () => {
  expect(settingsOf({ PORT: "", SMTP_URL: " " })).toMatchObject({ port: 3000, smtpUrl: undefined });
});

test("all that is wrong is told at once, each with the setting's name", () => {
  const problems = problemsOf({
    PORT: "eighty",
    SECRET: "short",
    SMTP_URL: "mail.example.org",
    DATABASE_POOL_SIZE: "0",
  });
  expect(problems.map((problem) => problem.split(" ")[0])).toEqual(["PORT", "DATABASE_POOL_SIZE", "SMTP_URL", "SECRET"]);
  expect(problems[0]).toBe("PORT must be a whole number from 1 to 65535 (it is «eighty»).");
});

test("a password in a wrong setting is not repeated", () => {
  const problems = problemsOf({ DATABASE_URL: "mysql://me:hunter2@db/x", SECRET: "hunter2", SMTP_URL: "http://me:hunter2@mail" });
  expect(problems).toHaveLength(3);
  expect(problems.join("\n")).not.toContain("hunter2");
});

test("listening beyond this machine needs an https address and the proxy that speaks it", () => {
  expect(problemsOf({ HOST: "0.0.0.0" })[0]).toMatch(/^HOST 0\.0\.0\.0 lets other machines in: set PUBLIC_URL/);
  expect(problemsOf({ PUBLIC_URL: "http://mentoring.example.org" })[0]).toMatch(/^PUBLIC_URL must begin with https/);
  expect(problemsOf({ PUBLIC_URL: "https://mentoring.example.org" })[0]).toMatch(/^TRUSTED_PROXY must name the proxy/);
  const behindProxy = { HOST: "0.0.0.0", PUBLIC_URL: "https://mentoring.example.org/", TRUSTED_PROXY: "10.0.0.2, fd00::/8" };
  expect(settingsOf(behindProxy)).toMatchObject({
    publicUrl: "https://mentoring.example.org",
    trustedProxies: ["10.0.0.2", "fd00::/8"],
    mailFrom: "Understory <understory@mentoring.example.org>",
  });
});

test("a mapped port on this machine may stay http", () => {
  expect(settingsOf({ HOST: "0.0.0.0", PUBLIC_URL: "http://localhost:8080" }).publicUrl).toBe("http://localhost:8080");
  expect(settingsOf({ HOST: "::1" }).publicUrl).toBe("http://[::1]:3000");
});

test("an address with a path, and a proxy that is no address, are refused", () => {
  expect(problemsOf({ PUBLIC_URL: "https://example.org/mentoring", TRUSTED_PROXY: "proxy" })).toHaveLength(2);
  expect(problemsOf({ TRUSTED_PROXY: "10.0.0.0/33" })).toHaveLength(1);
});

test("a database behind a Unix socket may be written as libpq takes it", () => {
  const { databaseUrl } = settingsOf({ DATABASE_URL: "postgres://me@/understory?host=/run/postgresql" });
  expect(databaseUrl).toBe("postgres://me@localhost/understory?host=/run/postgresql");
});

test("a login for requests alone is not enough", () => {
  expect(problemsOf({ DATABASE_APP_URL: "postgres://app@db/understory" })[0]).toMatch(/^DATABASE_APP_URL needs DATABASE_URL/);
});

test("a certificate for receiving mail needs its key", () => {
  expect(problemsOf({ INBOUND_MAIL_KEY: "key.pem" })[0]).toMatch(/^INBOUND_MAIL_CERTIFICATE and INBOUND_MAIL_KEY belong together/);
  expect(problemsOf({ INBOUND_MAIL_KEY: "key.pem", INBOUND_MAIL_CERTIFICATE: "certificate.pem" })).toEqual([]);
  expect(problemsOf({ INBOUND_TRUSTED_AUTHSERV: "mx.example.org; dmarc" })[0]).toMatch(/^INBOUND_TRUSTED_AUTHSERV must be a name/);
});

test("names that only look like this machine are not", () => {
  expect(["127.0.0.1", "127.9.9.9", "localhost", "[::1]"].filter(isLoopback)).toHaveLength(4);
  expect(["127.0.0.1.example.org", "localhost.example.org", "0.0.0.0", "::"].filter(isLoopback)).toEqual([]);
});

test("the help names every setting", () => {
  for (const { name, description } of Object.values(catalog)) {
    expect(helpText()).toContain(`  ${name} `);
    expect(helpText()).toContain(description);
  }
});
