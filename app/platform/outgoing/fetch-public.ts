/**
 * The one way out to an address that somebody typed: http or https, public network addresses only, each resolved once and the
 * connection made to what was found, redirects held to the same, size and time capped. Nothing of ours goes along: no cookie, no
 * name of a person.
 */
import { type LookupAddress, lookup } from "node:dns";
import http from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import { createBrotliDecompress, createGunzip } from "node:zlib";
import { isPublicAddress } from "./public-address.ts";

export type OutgoingProblem = "address" | "not-public" | "unreachable" | "refused" | "missing" | "too-large" | "too-slow";

/** It could not be fetched, and why. */
export class NotFetched extends Error {
  override readonly name = "NotFetched";
  readonly problem: OutgoingProblem;
  constructor(problem: OutgoingProblem) {
    super(problem);
    this.problem = problem;
  }
}

export interface Outgoing {
  readonly accept: string;
  readonly maxBytes: number;
  /** For everything together, redirects too. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /** Which network addresses may be connected to; public ones unless a test says otherwise. */
  readonly mayConnect?: (address: string) => boolean;
}

const mostRedirects = 4;

/** `webcal:` is how calendar programs write the address of a calendar. @throws {NotFetched} */
export function readAddress(typed: string): URL {
  const url = URL.parse(typed.trim().replace(/^webcals?:/i, "https:"));
  if (!url || !["http:", "https:"].includes(url.protocol) || url.hostname === "") throw new NotFetched("address");
  // Whoever types a password into an address would send it on with each redirect.
  if (url.username !== "" || url.password !== "") throw new NotFetched("address");
  return url;
}

/** Looks a name up and gives only addresses that may be connected to: the connection goes to what was checked, and nowhere else. */
const guardedLookup =
  (mayConnect: (address: string) => boolean): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return callback(error, "", 4);
      // One that is not public among them is a sign of a trap: none is used.
      const [first] = found;
      if (!first || !found.every(({ address }) => mayConnect(address))) return callback(new NotFetched("not-public"), "", 4);
      return options.all === true ? callback(null, found) : callback(null, first.address, first.family);
    });
  };

/** @returns the body as text. @throws {NotFetched} */
export async function fetchPublic(typed: string, outgoing: Outgoing): Promise<string> {
  const { timeoutMs, signal } = outgoing;
  const timeout = AbortSignal.timeout(timeoutMs);
  const stopping = signal ? AbortSignal.any([timeout, signal]) : timeout;
  let url = readAddress(typed);
  try {
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      const answer = await ask(url, outgoing, stopping);
      if ("body" in answer) return answer.body;
      const next = readAddress(new URL(answer.to, url).href);
      // Once private, always private.
      if (url.protocol === "https:" && next.protocol === "http:") throw new NotFetched("refused");
      url = next;
    }
    throw new NotFetched("refused");
  } catch (error) {
    if (error instanceof NotFetched) throw error;
    if (timeout.aborted) throw new NotFetched("too-slow");
    throw new NotFetched("unreachable");
  }
}

function ask(
  url: URL,
  { accept, maxBytes, mayConnect = isPublicAddress }: Outgoing,
  signal: AbortSignal,
): Promise<{ body: string } | { to: string }> {
  return new Promise((resolve, reject) => {
    const host = url.hostname.replace(/^\[|\]$/g, "");
    // A literal address is not looked up, so that the guard would not see it.
    if (/^[\d.]+$|:/.test(host) && !mayConnect(host)) return reject(new NotFetched("not-public"));
    const request = (url.protocol === "https:" ? https : http).request(url, {
      agent: false,
      signal,
      lookup: guardedLookup(mayConnect),
      headers: { accept, "accept-encoding": "gzip, br", "user-agent": "Understory" },
    });
    request.once("error", reject);
    request.once("response", (response) => {
      const { statusCode = 0, headers } = response;
      const end = (outcome: Error | { to: string }): void => {
        response.destroy();
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      };
      if ([301, 302, 303, 307, 308].includes(statusCode))
        return end(headers.location ? { to: headers.location } : new NotFetched("refused"));
      if ([404, 410].includes(statusCode)) return end(new NotFetched("missing"));
      if (statusCode !== 200) return end(new NotFetched(statusCode >= 500 ? "unreachable" : "refused"));
      if (Number(headers["content-length"] ?? 0) > maxBytes) return end(new NotFetched("too-large"));
      const encoding = headers["content-encoding"];
      const body =
        encoding === "gzip" ? response.pipe(createGunzip()) : encoding === "br" ? response.pipe(createBrotliDecompress()) : response;
      const parts: Buffer[] = [];
      let size = 0;
      response.once("error", reject);
      body.once("error", reject);
      body.on("data", (part: Buffer) => {
        size += part.length;
        // Counted as unpacked: a small answer can hold a large one.
        if (size > maxBytes) end(new NotFetched("too-large"));
        else parts.push(part);
      });
      body.once("end", () => resolve({ body: Buffer.concat(parts).toString("utf8") }));
    });
    request.end();
  });
}
