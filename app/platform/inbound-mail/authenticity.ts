/** Whether the mail server that we trust has proved who wrote (RFC 8601). Pure. */

/** `unknown` where no server is trusted with that question. */
export type Authenticity = "proved" | "unproved" | "unknown";

interface Result {
  readonly method: string;
  readonly result: string;
  /** Such as "header.d", in lower case. */
  readonly properties: ReadonlyMap<string, string>;
}

/** What DMARC says without having found anything wrong: its domain has no policy. */
const says = { pass: "pass", none: "none" } as const;

/**
 * @param values of all headers Authentication-Results, as they stand in the letter; those of other servers count for nothing,
 * since anybody can write them. The trusted one must take out what others wrote in its name (RFC 8601, 5).
 * @param from the address in the header From
 */
export function authenticityOf(values: readonly string[], trustedServer: string | undefined, from: string | undefined): Authenticity {
  if (trustedServer === undefined) return "unknown";
  const domain = domainOf(from ?? "");
  const results = values.flatMap((value) => resultsOf(value, trustedServer));
  if (domain === "") return "unproved";
  const dmarc = results.filter(({ method }) => method === "dmarc");
  // Two that contradict each other: one of them is forged.
  if (dmarc.some(({ result }) => result !== says.pass && result !== says.none)) return "unproved";
  if (dmarc.some(({ result, properties }) => result === says.pass && (properties.get("header.from") ?? domain) === domain)) return "proved";
  const proves = ({ method, result, properties }: Result): boolean =>
    result === says.pass &&
    ((method === "dkim" && speaksFor(properties.get("header.d") ?? domainOf(properties.get("header.i") ?? ""), domain)) ||
      (method === "spf" && speaksFor(domainOf(properties.get("smtp.mailfrom") ?? ""), domain)));
  return results.some(proves) ? "proved" : "unproved";
}

/** The domain itself, or one that it is part of; never one below it, which may be anybody's. */
const speaksFor = (signer: string, domain: string): boolean =>
  signer !== "" && (domain === signer || (signer.includes(".") && domain.endsWith(`.${signer}`)));

const domainOf = (address: string): string =>
  address
    .slice(address.lastIndexOf("@") + 1)
    .toLowerCase()
    .replace(/\.$/, "");

function resultsOf(value: string, trustedServer: string): Result[] {
  const [server = "", ...statements] = withoutComments(value).split(";");
  // A version may follow the name.
  if (server.trim().split(/\s+/)[0]?.toLowerCase() !== trustedServer.toLowerCase()) return [];
  return statements.flatMap((statement) => {
    const [first, ...others] = [...statement.matchAll(/([\w.-]+)\s*(?:\/\s*\d+\s*)?=\s*("[^"]*"|[^\s"]+)/g)].map(
      ([, name = "", said = ""]) => [name.toLowerCase(), said.replaceAll('"', "").toLowerCase()] as const,
    );
    return first ? [{ method: first[0], result: first[1], properties: new Map(others) }] : [];
  });
}

/** Comments stand in brackets, which may hold others. */
function withoutComments(value: string): string {
  let depth = 0;
  let kept = "";
  for (const sign of value) {
    if (sign === "(") depth++;
    else if (sign === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += sign;
  }
  return kept;
}
