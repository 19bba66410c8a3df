-- The ground: who is asking, what they may see, letters, files, the audit, and what was answered already.
create extension if not exists citext;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;

-- Set once at the start of each transaction; row-level security reads nothing else.
create function current_person() returns uuid language sql stable
  return nullif(current_setting('app.person_id', true), '')::uuid;
create function visible_organizations() returns uuid[] language sql stable
  return coalesce(nullif(current_setting('app.organization_ids', true), '')::uuid[], '{}'::uuid[]);
-- True for the program's own work only (delivering letters, the installation owner's mailbox), never for a person's request.
create function is_system() returns boolean language sql stable
  return coalesce(current_setting('app.system', true), '') = 'on';

-- Every tenant table calls this once: even its owner then sees only the organizations that the transaction was opened for.
create procedure protect(tenant_table regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format('create policy organization on %s using (organization_id = any ((select visible_organizations())::uuid[]))', tenant_table);
end $$;

create table installation (
  only_one boolean primary key default true check (only_one),
  owner_person_id uuid,
  set_up_at timestamptz,
  demo_loaded_at timestamptz,
  demo_progress jsonb                      -- how far the loading of the demo is, until it is there
);
insert into installation default values;

create table organization (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  purpose text not null default '' check (length(purpose) <= 2000),
  language text not null default 'en',
  time_zone text not null default 'UTC',
  -- Roles for whom a second factor is required.
  second_factor_roles text[] not null default '{}',
  is_demo boolean not null default false,
  created_at timestamptz not null default now()
);
alter table organization enable row level security;
alter table organization force row level security;
create policy organization on organization using (id = any ((select visible_organizations())::uuid[]) or is_system());

create table answered_form (
  person_id uuid not null,                 -- the nil UUID for visitors
  form_key uuid not null,
  content_hash bytea not null,             -- the same key with other content is another wish
  location text,
  notice text,
  created_at timestamptz not null default now(),
  primary key (person_id, form_key, content_hash)
);
create index on answered_form (created_at);
alter table answered_form enable row level security;
alter table answered_form force row level security;
create policy own on answered_form
  using (person_id = coalesce((select current_person()), '00000000-0000-0000-0000-000000000000') or is_system());

create table audit_entry (
  id uuid primary key,
  organization_id uuid references organization on delete cascade,
  at timestamptz not null,
  actor_id uuid,                           -- a pseudonym: erasing the person cuts the link
  act text not null,
  subject_kind text not null,
  subject_id uuid,
  detail jsonb not null default '{}'
);
create index on audit_entry (organization_id, at desc);
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy readable on audit_entry for select using (organization_id = any ((select visible_organizations())::uuid[]) or is_system());
create policy writable on audit_entry for insert
  with check (organization_id is null or organization_id = any ((select visible_organizations())::uuid[]) or is_system());

create table letter (
  id uuid primary key,                     -- also the Message-ID: a second delivery is recognized as the same letter
  organization_id uuid references organization on delete cascade,  -- null: about one's own account
  person_id uuid,
  to_address text not null,
  to_name text not null default '',
  reply_to text,                           -- a person who reads answers; else they go to the installation's own address
  language text not null,
  kind text not null,
  dedupe_key text not null unique,         -- one letter for one occasion, whatever is tried again
  subject text not null,
  text_body text not null,
  html_body text not null,
  unsubscribe_token uuid,
  state text not null default 'queued' check (state in ('queued', 'sent', 'kept', 'failed', 'bounced', 'unsubscribed')),
  attempts integer not null default 0,
  last_error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create index on letter (organization_id, created_at desc);
create index on letter (person_id, created_at desc);
-- Letters that came back, or do not get through.
create index on letter (organization_id, person_id) where state in ('bounced', 'failed');
alter table letter enable row level security;
alter table letter force row level security;
create policy readable on letter for select using (organization_id = any ((select visible_organizations())::uuid[]) or is_system());
create policy own on letter for select using (person_id = (select current_person()));
create policy updatable on letter for update using (organization_id = any ((select visible_organizations())::uuid[]) or is_system());
create policy deletable on letter for delete using (is_system());
create policy writable on letter for insert with check (organization_id is null or organization_id = any ((select visible_organizations())::uuid[]) or is_system());

create table unsubscription (
  organization_id uuid not null references organization on delete cascade,
  person_id uuid not null,
  kind text not null,
  created_at timestamptz not null default now(),
  primary key (organization_id, person_id, kind)
);
call protect('unsubscription');
create policy readable on unsubscription for select using (is_system());

create table file (
  id uuid primary key,
  organization_id uuid not null references organization on delete cascade,
  person_id uuid,                          -- who brought it
  kind text not null,
  name text not null,
  content_type text not null,
  size_bytes bigint not null,
  sha256 bytea not null,
  created_at timestamptz not null default now()
);
create index on file (organization_id, kind, created_at);
call protect('file');

create table file_chunk (
  organization_id uuid not null references organization on delete cascade,
  file_id uuid not null references file on delete cascade,
  number integer not null,
  bytes bytea not null,
  primary key (file_id, number)
);
call protect('file_chunk');
