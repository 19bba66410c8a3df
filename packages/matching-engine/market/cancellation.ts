/** The caller asked to stop; nothing was decided. */
export class MatchingCancelled extends Error {
  constructor() {
    super("The matching was cancelled before it was complete.");
    this.name = "MatchingCancelled";
  }
}
