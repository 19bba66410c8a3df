/** The books of the drill, and whether what is in the database and what was heard agree with them. Pure. */

export interface SentMessage {
  readonly relationshipId: string;
  readonly key: string;
  readonly writer: string;
  /** When it was first sent, and when the server first said that it has it; in milliseconds. */
  readonly sentAt: number;
  readonly acknowledgedAt: number;
}

export interface KeptMessage {
  readonly relationshipId: string;
  readonly key: string;
  readonly number: number;
}

export interface Books {
  readonly acknowledged: readonly SentMessage[];
  /** What the database holds. */
  readonly kept: readonly KeptMessage[];
  /** What the listener of each conversation heard, in the order in which she heard it. */
  readonly heard: readonly KeptMessage[];
}

export type Check = "nothing acknowledged is lost" | "nothing is doubled" | "one order" | "heard as it is";

/** One line for each fault; empty where everything is right. */
export function faultsOf({ acknowledged, kept, heard }: Books): { check: Check; words: string }[] {
  const faults: { check: Check; words: string }[] = [];
  const keptByKey = Map.groupBy(kept, ({ key }) => key);
  for (const { key } of acknowledged) if (!keptByKey.has(key)) faults.push({ check: "nothing acknowledged is lost", words: key });
  for (const [key, all] of keptByKey)
    if (all.length > 1) faults.push({ check: "nothing is doubled", words: `${key}: ${all.length} times` });
  const keptOf = Map.groupBy(kept, ({ relationshipId }) => relationshipId);
  const heardOf = Map.groupBy(heard, ({ relationshipId }) => relationshipId);
  for (const [relationshipId, sent] of Map.groupBy(acknowledged, (one) => one.relationshipId)) {
    const own = (keptOf.get(relationshipId) ?? []).toSorted((a, b) => a.number - b.number);
    if (own.some(({ number }, index) => number !== index + 1))
      faults.push({ check: "one order", words: `${relationshipId}: the numbers are not 1 to ${own.length}` });
    faults.push(...overtaken(sent, new Map(own.map(({ key, number }) => [key, number]))));
    const listened = heardOf.get(relationshipId) ?? [];
    if (JSON.stringify(listened.map(({ key, number }) => [number, key])) !== JSON.stringify(own.map(({ key, number }) => [number, key])))
      faults.push({ check: "heard as it is", words: `${relationshipId}: ${listened.length} heard, ${own.length} kept` });
  }
  return faults;
}

/** What was sent after another had been acknowledged stands after it. */
function overtaken(sent: readonly SentMessage[], numbers: ReadonlyMap<string, number>): { check: Check; words: string }[] {
  const byTime = sent.toSorted((a, b) => a.sentAt - b.sentAt);
  const acknowledged = sent.toSorted((a, b) => a.acknowledgedAt - b.acknowledgedAt);
  const faults: { check: Check; words: string }[] = [];
  let highest = 0;
  let next = 0;
  for (const message of byTime) {
    for (; next < acknowledged.length && acknowledged[next]!.acknowledgedAt < message.sentAt; next++)
      highest = Math.max(highest, numbers.get(acknowledged[next]!.key) ?? 0);
    const number = numbers.get(message.key);
    if (number !== undefined && number <= highest)
      faults.push({
        check: "one order",
        words: `${message.key} has the number ${number}, and ${highest} had been acknowledged before it was sent`,
      });
  }
  return faults;
}

/** Each check is shown a fault of its kind, and must name it: one that finds nothing may be looking at nothing. */
export function plantedFaults(books: Books): { what: string; check: Check; isFound: boolean }[] {
  const those = books.kept.filter(({ relationshipId }) => relationshipId === books.kept[0]?.relationshipId);
  // Far apart: of two that were said at the same time either may be the first.
  const [first, second] = [those[0], those.at(-1)];
  if (!first || !second || those.length < 10) throw new Error("there is nothing to plant a fault in");
  const others = books.kept.filter((one) => one !== first && one !== second);
  const show = (what: string, check: Check, changed: Partial<Books>) => ({
    what,
    check,
    isFound: faultsOf({ ...books, ...changed }).some((fault) => fault.check === check),
  });
  return [
    show("an acknowledged message is gone", "nothing acknowledged is lost", { kept: books.kept.filter((one) => one !== first) }),
    show("a message is there twice", "nothing is doubled", { kept: [...books.kept, { ...first, number: books.kept.length + 1 }] }),
    show("two messages have changed places", "one order", {
      kept: [{ ...first, number: second.number }, { ...second, number: first.number }, ...others],
    }),
    show("a listener missed one", "heard as it is", { heard: books.heard.slice(1) }),
    show("a listener heard one twice", "heard as it is", { heard: [...books.heard, books.heard[0]!] }),
  ];
}
