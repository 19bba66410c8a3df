import type { Generated, GeneratedAlways } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";
import type { JsonWithDefault } from "../../platform/table.ts";
import type { HeldFile, HeldReason } from "./held-answer.ts";
import type { FileKind, SaidBefore, SnapshotFile } from "./message.ts";
import type { LettersWish } from "./letter-time.ts";

export interface ConversationTable {
  organization_id: string;
  relationship_id: string;
  newest: Generated<number>;
  revision: Generated<number>;
  life_revision: Generated<number>;
}

export interface MessageTable {
  organization_id: string;
  id: string;
  relationship_id: string;
  number: number;
  revision: number;
  author_id: string | null;
  words: string;
  /** The same words, to look through. */
  findable: GeneratedAlways<string>;
  sent_at: Date;
  came_by: Generated<"page" | "mail">;
  sent_key: string;
  sent_hash: Buffer;
  edited_at: Date | null;
  deleted_at: Date | null;
  unseen_by: Generated<string[]>;
}

export interface MessageVersionTable {
  organization_id: string;
  message_id: string;
  version: number;
  words: string;
  said_at: Date;
  replaced_at: Date;
}

export interface MessageFileTable {
  organization_id: string;
  message_id: string;
  file_id: string;
  position: number;
  name: string;
  kind: FileKind;
  size_bytes: number;
  width: number | null;
  height: number | null;
}

export interface ConversationPersonTable {
  organization_id: string;
  relationship_id: string;
  person_id: string;
  id: Generated<string>;
  read_number: Generated<number>;
  read_at: Date | null;
  revision: Generated<number>;
  look_at: Date | null;
  told_number: Generated<number>;
  told_at: Date | null;
}

export interface ConversationBlockTable {
  organization_id: string;
  relationship_id: string;
  blocker_id: string;
  blocked_id: string;
  at: Date;
}

export interface MessageReportTable {
  organization_id: string;
  id: string;
  relationship_id: string;
  message_id: string;
  reporter_id: string | null;
  reported_at: Date;
  note: Generated<string>;
  author_id: string | null;
  author_name: string;
  words: string;
  sent_at: Date;
  versions: JsonWithDefault<readonly SaidBefore[]>;
  files: JsonWithDefault<readonly SnapshotFile[]>;
}

export interface MessageSettingTable {
  person_id: string;
  letters: Generated<LettersWish>;
  daily_hour: Generated<number>;
  quiet_from: Generated<number>;
  quiet_until: Generated<number>;
}

export interface HeldAnswerTable {
  organization_id: string;
  id: string;
  relationship_id: string;
  person_id: string;
  reason: HeldReason;
  words: string;
  files: JsonWithDefault<readonly HeldFile[]>;
  sent_key: string;
  came_at: Date;
}

declare module "../../platform/database.ts" {
  interface Tables {
    conversation: ConversationTable;
    message: MessageTable;
    message_version: MessageVersionTable;
    message_file: MessageFileTable;
    conversation_person: ConversationPersonTable;
    conversation_block: ConversationBlockTable;
    message_report: MessageReportTable;
    "auth.message_setting": MessageSettingTable;
    held_answer: HeldAnswerTable;
  }
}

declare module "../../platform/facts.ts" {
  interface Facts {
    "message.sent": { organizationId: string; relationshipId: string; messageId: string };
    "message.reported": { organizationId: string; relationshipId: string; messageId: string };
    "conversation.blocked": { organizationId: string; relationshipId: string };
  }
}

export const messageClasses = {
  conversation: {
    organization_id: "internal",
    relationship_id: "internal",
    newest: "internal",
    revision: "internal",
    life_revision: "internal",
  },
  message: {
    organization_id: "internal",
    id: "internal",
    relationship_id: "internal",
    number: "internal",
    revision: "internal",
    author_id: "personal",
    words: "personal",
    findable: "personal",
    sent_at: "personal",
    came_by: "internal",
    sent_key: "internal",
    sent_hash: "personal",
    edited_at: "internal",
    deleted_at: "internal",
    unseen_by: "personal",
  },
  message_version: {
    organization_id: "internal",
    message_id: "internal",
    version: "internal",
    words: "personal",
    said_at: "internal",
    replaced_at: "internal",
  },
  message_file: {
    organization_id: "internal",
    message_id: "internal",
    file_id: "internal",
    position: "internal",
    name: "personal",
    kind: "internal",
    size_bytes: "internal",
    width: "internal",
    height: "internal",
  },
  conversation_person: {
    organization_id: "internal",
    relationship_id: "internal",
    person_id: "personal",
    id: "internal",
    read_number: "personal",
    read_at: "personal",
    revision: "internal",
    look_at: "internal",
    told_number: "internal",
    told_at: "internal",
  },
  conversation_block: {
    organization_id: "internal",
    relationship_id: "internal",
    blocker_id: "personal",
    blocked_id: "personal",
    at: "personal",
  },
  message_report: {
    organization_id: "internal",
    id: "internal",
    relationship_id: "internal",
    message_id: "internal",
    reporter_id: "personal",
    reported_at: "internal",
    note: "personal",
    author_id: "personal",
    author_name: "personal",
    words: "personal",
    sent_at: "internal",
    versions: "personal",
    files: "personal",
  },
  "auth.message_setting": {
    person_id: "personal",
    letters: "internal",
    daily_hour: "internal",
    quiet_from: "personal",
    quiet_until: "personal",
  },
  held_answer: {
    organization_id: "internal",
    id: "internal",
    relationship_id: "internal",
    person_id: "personal",
    reason: "internal",
    words: "personal",
    files: "personal",
    sent_key: "internal",
    came_at: "personal",
  },
} satisfies Classes<
  | "conversation"
  | "message"
  | "message_version"
  | "message_file"
  | "conversation_person"
  | "conversation_block"
  | "message_report"
  | "auth.message_setting"
  | "held_answer"
>;
