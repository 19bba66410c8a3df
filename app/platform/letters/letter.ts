/** What letters are about: each kind but `account` can be unsubscribed by itself. */
export type LetterKind =
  | "account"
  | "invitation"
  | "offer"
  | "answer"
  | "relationship"
  | "message"
  | "session"
  | "pulse"
  | "concern"
  | "announcement"
  | "program"
  | "team"
  | "team-invitation";

/** `kept`: stays here, because nothing may leave; `failed` is tried again, `bounced` is not. */
export type LetterState = "queued" | "sent" | "kept" | "failed" | "bounced" | "unsubscribed";

/** What a letter says, apart from how it looks: the same blocks become plain text and HTML. */
export type Block =
  | { readonly kind: "paragraph"; readonly text: string }
  /** The one thing to do, as a button. */
  | { readonly kind: "action"; readonly label: string; readonly href: string }
  /** Short facts: who, when, until when. */
  | { readonly kind: "facts"; readonly facts: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: "list"; readonly items: readonly string[] }
  /** A question with its answers in a row, each a link: from the least to the most. */
  | { readonly kind: "scale"; readonly text: string; readonly steps: readonly ScaleStep[] }
  /** Somebody's own words. */
  | { readonly kind: "quote"; readonly text: string }
  /** Smaller, at the end. */
  | { readonly kind: "note"; readonly text: string };

export interface ScaleStep {
  /** What stands in the row: a figure. */
  readonly mark: string;
  /** What it means. */
  readonly label: string;
  readonly href: string;
}

export interface Letter {
  readonly subject: string;
  readonly body: readonly Block[];
}

export const paragraph = (text: string): Block => ({ kind: "paragraph", text });
export const action = (label: string, href: string): Block => ({ kind: "action", label, href });
export const facts = (list: readonly { label: string; value: string }[]): Block => ({ kind: "facts", facts: list });
export const list = (items: readonly string[]): Block => ({ kind: "list", items });
export const scale = (text: string, steps: readonly ScaleStep[]): Block => ({ kind: "scale", text, steps });
export const quote = (text: string): Block => ({ kind: "quote", text });
export const note = (text: string): Block => ({ kind: "note", text });
