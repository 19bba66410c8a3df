/**
 * A reason not to start that the operator can mend: `app/main.ts` prints the message alone, without a stack,
 * and ends with `exitCode` (2 for settings, 1 for everything around them).
 */
export class CannotStart extends Error {
  override readonly name = "CannotStart";
  readonly exitCode: number;

  constructor(sentence: string, exitCode = 1) {
    super(sentence);
    this.exitCode = exitCode;
  }
}
