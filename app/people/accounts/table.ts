import type { Generated } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";

export interface AuthPersonTable {
  id: string;
  email: string;
  email_verified: Generated<boolean>;
  name: Generated<string>;
  image: string | null;
  two_factor_enabled: Generated<boolean>;
  language: string | null;
  time_zone: string | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface AuthSessionTable {
  id: string;
  person_id: string;
  token: string;
  expires_at: Date;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface AuthCredentialTable {
  id: string;
  person_id: string;
  account_id: string;
  provider_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Date | null;
  refresh_token_expires_at: Date | null;
  scope: string | null;
  password: string | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface AuthVerificationTable {
  id: string;
  identifier: string;
  value: string;
  expires_at: Date;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface AuthTwoFactorTable {
  id: string;
  person_id: string;
  secret: string;
  backup_codes: string;
  verified: boolean | null;
  failed_verification_count: Generated<number>;
  locked_until: Date | null;
}

export interface AuthUsedCodeTable {
  person_id: string;
  code: string;
  used_at: Date;
}

export interface AuthRateLimitTable {
  key: string;
  count: number;
  ends_at: Date;
}

declare module "../../platform/database.ts" {
  interface Tables {
    "auth.person": AuthPersonTable;
    "auth.session": AuthSessionTable;
    "auth.credential": AuthCredentialTable;
    "auth.verification": AuthVerificationTable;
    "auth.two_factor": AuthTwoFactorTable;
    "auth.used_code": AuthUsedCodeTable;
    "auth.rate_limit": AuthRateLimitTable;
  }
}

export const accountClasses = {
  "auth.person": {
    id: "internal",
    email: "personal",
    email_verified: "internal",
    name: "personal",
    image: "personal",
    two_factor_enabled: "internal",
    language: "internal",
    time_zone: "personal",
    created_at: "internal",
    updated_at: "internal",
  },
  "auth.session": {
    id: "internal",
    person_id: "personal",
    token: "personal",
    expires_at: "internal",
    ip_address: "personal",
    user_agent: "personal",
    created_at: "internal",
    updated_at: "internal",
  },
  "auth.credential": {
    id: "internal",
    person_id: "personal",
    account_id: "internal",
    provider_id: "internal",
    access_token: "internal",
    refresh_token: "internal",
    id_token: "internal",
    access_token_expires_at: "internal",
    refresh_token_expires_at: "internal",
    scope: "internal",
    password: "personal",
    created_at: "internal",
    updated_at: "internal",
  },
  "auth.verification": {
    id: "internal",
    identifier: "personal",
    value: "personal",
    expires_at: "internal",
    created_at: "internal",
    updated_at: "internal",
  },
  "auth.two_factor": {
    id: "internal",
    person_id: "personal",
    secret: "personal",
    backup_codes: "personal",
    verified: "internal",
    failed_verification_count: "internal",
    locked_until: "internal",
  },
  "auth.used_code": { person_id: "personal", code: "internal", used_at: "internal" },
  "auth.rate_limit": { key: "internal", count: "internal", ends_at: "internal" },
} satisfies Classes<
  "auth.person" | "auth.session" | "auth.credential" | "auth.verification" | "auth.two_factor" | "auth.used_code" | "auth.rate_limit"
>;
