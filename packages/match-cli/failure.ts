/** What the command ends with. Scripts may rely on these numbers. */
export const exitCodes = { done: 0, bug: 1, badUsage: 2, badInput: 3, notProven: 4, interrupted: 130 } as const;

/** Something that the user can mend, said in a sentence that says how. */
export class Failure extends Error {
  readonly exitCode: number;

  constructor(exitCode: "badUsage" | "badInput" | "notProven", message: string) {
    super(message);
    this.name = "Failure";
    this.exitCode = exitCodes[exitCode];
  }
}
