import type { ColumnType, Generated } from "kysely";
import type { Classes } from "../data-classes.ts";
import type { LetterKind, LetterState } from "./letter.ts";

export interface LetterTable {
  id: string;
  organization_id: string | null;
  person_id: string | null;
  to_address: string;
  to_name: Generated<string>;
  reply_to: string | null;
  language: string;
  kind: LetterKind;
  dedupe_key: string;
  subject: string;
  text_body: string;
  html_body: string;
  unsubscribe_token: string | null;
  state: ColumnType<LetterState, LetterState | undefined, LetterState>;
  attempts: Generated<number>;
  last_error: string | null;
  created_at: Generated<Date>;
  sent_at: Date | null;
  calendar_method: "REQUEST" | "CANCEL" | null;
  calendar_body: string | null;
  /** When its words and its addressee went. */
  forgotten_at: Date | null;
}

export interface UnsubscriptionTable {
  organization_id: string;
  person_id: string;
  kind: LetterKind;
  created_at: Generated<Date>;
}

declare module "../database.ts" {
  interface Tables {
    letter: LetterTable;
    unsubscription: UnsubscriptionTable;
  }
}

export const letterClasses = {
  letter: {
    id: "internal",
    organization_id: "internal",
    person_id: "personal",
    to_address: "personal",
    to_name: "personal",
    reply_to: "personal",
    language: "internal",
    kind: "internal",
    dedupe_key: "internal",
    subject: "personal",
    text_body: "personal",
    html_body: "personal",
    unsubscribe_token: "internal",
    state: "internal",
    attempts: "internal",
    last_error: "personal",
    created_at: "internal",
    sent_at: "internal",
    calendar_method: "internal",
    calendar_body: "personal",
    forgotten_at: "internal",
  },
  unsubscription: { organization_id: "internal", person_id: "personal", kind: "internal", created_at: "internal" },
} satisfies Classes<"letter" | "unsubscription">;
