import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fetchPublic, NotFetched, type Outgoing } from "./fetch-public.ts";
import { isPublicAddress } from "./public-address.ts";

let server: Server;
let at: string;
let answer: RequestListener;
const asked: { path: string; headers: NodeJS.Dict<string | string[]> }[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ path: request.url ?? "", headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const here: Outgoing = { accept: "text/plain", maxBytes: 1000, timeoutMs: 2000, mayConnect: () => true };
const problem = (sending: Promise<unknown>): Promise<unknown> =>
  sending.then(
    () => "fetched",
    (error: unknown) => (error instanceof NotFetched ? error.problem : error),
  );

test.each([
  "0.0.0.0",
  "10.1.2.3",
  "100.64.0.1",
  "127.0.0.1",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.0.2.1",
  "192.168.1.1",
  "198.18.0.1",
  "203.0.113.9",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::ffff:10.0.0.1",
  "::ffff:7f00:1",
  "64:ff9b::7f00:1",
  "2001:db8::1",
  "2002:7f00:1::",
  "fc00::1",
  "fd12::1",
  "fe80::1",
  "ff02::1",
  "not an address",
])("%s is not of the public internet", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(["1.1.1.1", "93.184.216.34", "172.32.0.1", "100.128.0.1", "::ffff:1.1.1.1", "2606:4700:4700::1111", "2a00:1450:4001::1"])(
  "%s is",
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test("what is not public is not asked, however it is written, by number or by name", async () => {
  asked.length = 0;
  answer = (_request, response) => response.end("inside");
  const { port } = server.address() as AddressInfo;
  for (const host of [
    "127.0.0.1",
    "localhost",
    "127.1",
    "2130706433",
    "0x7f.0.0.1",
    "017700000001",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "0.0.0.0",
  ])
    expect(await problem(fetchPublic(`http://${host}:${port}/`, { accept: "*/*", maxBytes: 1000, timeoutMs: 2000 })), host).toBe(
      "not-public",
    );
  expect(asked).toEqual([]);
});

test("only addresses of the web are taken, and none that holds a password", async () => {
  for (const address of ["", "file:///etc/passwd", "ftp://example.org/", "javascript:alert(1)", "https://maya:secret@example.org/"])
    expect(await problem(fetchPublic(address, here)), address).toBe("address");
});

test("what is there arrives, packed or not, and nothing of ours goes along", async () => {
  asked.length = 0;
  answer = (_request, response) => response.end("Grüße");
  expect(await fetchPublic(`${at}/calendar.ics`, here)).toBe("Grüße");
  expect(Object.keys(asked[0]!.headers).toSorted()).toEqual(["accept", "accept-encoding", "connection", "host", "user-agent"]);
  answer = (_request, response) => response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("packed"));
  expect(await fetchPublic(at, here)).toBe("packed");
});

test("redirects are followed, a few, and each is held to the same", async () => {
  answer = ({ url }, response) => (url === "/end" ? response.end("here") : response.writeHead(302, { location: "/end" }).end());
  expect(await fetchPublic(`${at}/begin`, here)).toBe("here");
  answer = (_request, response) => response.writeHead(302, { location: "/again" }).end();
  expect(await problem(fetchPublic(at, here))).toBe("refused");
  // The first host is allowed; the one it sends to is not.
  const { port } = server.address() as AddressInfo;
  asked.length = 0;
  answer = (_request, response) => response.writeHead(302, { location: `http://127.0.0.2:${port}/secret` }).end();
  expect(await problem(fetchPublic(at, { ...here, mayConnect: (address) => address === "127.0.0.1" }))).toBe("not-public");
  answer = (_request, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end();
  expect(await problem(fetchPublic(at, here))).toBe("address");
  expect(asked.map(({ path }) => path)).not.toContain("/secret");
});

test("what is too large or too slow is broken off, also when it is small only while packed", async () => {
  answer = (_request, response) => response.end("x".repeat(1001));
  expect(await problem(fetchPublic(at, here))).toBe("too-large");
  answer = (_request, response) => response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("x".repeat(1_000_000)));
  expect(await problem(fetchPublic(at, here))).toBe("too-large");
  answer = (_request, response) => void response.write("it begins");
  expect(await problem(fetchPublic(at, { ...here, timeoutMs: 150 }))).toBe("too-slow");
});

test("each refusal is told apart", async () => {
  for (const [status, what] of [
    [404, "missing"],
    [410, "missing"],
    [401, "refused"],
    [500, "unreachable"],
  ] as const) {
    answer = (_request, response) => response.writeHead(status).end();
    expect(await problem(fetchPublic(at, here))).toBe(what);
  }
  answer = (_request, response) => response.destroy();
  expect(await problem(fetchPublic(at, here))).toBe("unreachable");
});
