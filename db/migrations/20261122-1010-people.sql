-- Accounts are one for a person in the whole installation; what a person shows of herself belongs to each organization.
create schema auth;

create table auth.person (
  id uuid primary key,
  email citext not null unique check (length(email) <= 320),
  email_verified boolean not null default false,
  name text not null default '' check (length(name) <= 200),
  image text,
  two_factor_enabled boolean not null default false,
  language text,
  time_zone text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table auth.session (
  id uuid primary key,
  person_id uuid not null references auth.person on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on auth.session (person_id);
create table auth.credential (
  id uuid primary key,
  person_id uuid not null references auth.person on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index on auth.credential (person_id);
create table auth.verification (
  id text primary key,                     -- a UUID, or a hash where there may be only one of its kind
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on auth.verification (identifier);
create table auth.two_factor (
  id uuid primary key,
  person_id uuid not null references auth.person on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
create index on auth.two_factor (person_id);
-- A code from the authenticator works once, although it stays right for a minute and a half (RFC 6238, 5.2).
create table auth.used_code (
  person_id uuid not null references auth.person on delete cascade,
  code text not null,
  used_at timestamptz not null,
  primary key (person_id, code)
);
create table auth.rate_limit (
  key text primary key,                    -- a hash of what is limited, and for whom
  count integer not null,
  ends_at timestamptz not null
);
alter table installation add foreign key (owner_person_id) references auth.person on delete set null;

create table profile (
  organization_id uuid not null references organization on delete cascade,
  person_id uuid not null references auth.person on delete cascade,
  name text not null check (length(name) between 1 and 200),
  pronouns text not null default '' check (length(pronouns) <= 60),
  headline text not null default '' check (length(headline) <= 200),
  story text not null default '' check (length(story) <= 5000),
  languages text[] not null default '{}',
  time_zone text,
  place text not null default '' check (length(place) <= 200),
  country text,
  interests text[] not null default '{}',
  gives text not null default '' check (length(gives) <= 2000),
  hopes text not null default '' check (length(hopes) <= 2000),
  -- Hours of the week in the person's own time zone: 0 is Monday 00:00-01:00, 167 is Sunday 23:00-24:00.
  availability smallint[] not null default '{}' check (0 <= all (availability) and 167 >= all (availability)),
  picture_id uuid references file on delete set null,
  paused_until date,
  -- field → who sees it: coordinators, matches, program, organization
  visibility jsonb not null default '{}',
  edited_at timestamptz,                   -- by the person herself
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, person_id)
);
create index on profile (person_id);
create index on profile (organization_id, name);
create index on profile using gin (name gin_trgm_ops);
call protect('profile');
create policy own on profile for select using (person_id = (select current_person()));

create table profile_skill (
  organization_id uuid not null references organization on delete cascade,
  person_id uuid not null,
  skill text not null check (length(skill) between 1 and 100),
  direction text not null check (direction in ('gives', 'hopes')),
  level smallint check (level between 1 and 5),
  primary key (organization_id, person_id, direction, skill),
  foreign key (organization_id, person_id) references profile on delete cascade
);
call protect('profile_skill');
create policy own on profile_skill for select using (person_id = (select current_person()));
