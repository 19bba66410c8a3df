create table member (
  organization_id uuid not null references organization on delete cascade,
  person_id uuid not null references auth.person on delete cascade,
  role text not null default 'member' check (role in ('owner', 'administrator', 'member')),
  joined_at timestamptz,                   -- null: brought by an import or an invitation, has not signed in yet
  created_at timestamptz not null default now(),
  primary key (organization_id, person_id)
);
create index on member (person_id);
create index on member (organization_id, role) where role <> 'member';
call protect('member');
create policy own on member for select using (person_id = (select current_person()));

create table invitation (
  id uuid primary key,
  organization_id uuid not null references organization on delete cascade,
  program_id uuid,
  person_id uuid not null references auth.person on delete cascade,
  -- What accepting it makes of the person; null: nothing new (an offer's letter, for instance).
  member_role text check (member_role in ('administrator', 'member')),
  is_coordinator boolean not null default false,
  token_hash bytea not null unique,
  destination text not null default '/',
  expires_at timestamptz not null,
  accepted_at timestamptz,
  created_by uuid references auth.person on delete set null,
  created_at timestamptz not null default now()
);
create index on invitation (organization_id, person_id);
call protect('invitation');

create table program (
  organization_id uuid not null references organization on delete cascade,
  id uuid not null unique,
  name text not null check (length(name) between 1 and 200),
  purpose text not null default '' check (length(purpose) <= 5000),
  format text not null default 'one-to-one' check (format in ('one-to-one')),
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  default_capacity smallint not null default 1 check (default_capacity between 1 and 50),
  sign_up text not null default 'invitation' check (sign_up in ('invitation', 'open')),
  offer_days smallint not null default 3 check (offer_days between 1 and 60),
  on_decline text not null default 'offer-next' check (on_decline in ('offer-next', 'ask-coordinator')),
  -- Texts that the program may write itself: welcome, offer, first-steps …
  texts jsonb not null default '{}',
  adults_only_attested_by uuid references auth.person on delete set null,
  adults_only_attested_at timestamptz,
  copied_from uuid,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (organization_id, id)
);
call protect('program');
alter table invitation add foreign key (organization_id, program_id) references program on delete cascade;

create table coordinator (
  organization_id uuid not null,
  program_id uuid not null,
  person_id uuid not null references auth.person on delete cascade,
  created_at timestamptz not null default now(),
  primary key (organization_id, program_id, person_id),
  foreign key (organization_id, program_id) references program on delete cascade,
  foreign key (organization_id, person_id) references member on delete cascade
);
create index on coordinator (person_id);
call protect('coordinator');

create table question (
  organization_id uuid not null,
  id uuid not null unique,
  program_id uuid not null,
  position integer not null,
  kind text not null check (kind in ('choice', 'choices', 'scale', 'number', 'text', 'skills', 'languages', 'availability')),
  label text not null check (length(label) between 1 and 300),
  help text not null default '' check (length(help) <= 1000),
  asked_of text not null check (asked_of in ('mentors', 'mentees', 'both')),
  options text[] not null default '{}',    -- of choice and choices, and the steps of a scale from low to high
  minimum numeric,
  maximum numeric,
  is_required boolean not null default false,
  shown_to text not null default 'coordinators' check (shown_to in ('coordinators', 'matches', 'program')),
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, program_id) references program on delete cascade
);
create index on question (organization_id, program_id, position);
call protect('question');

create table participant (
  organization_id uuid not null,
  id uuid not null unique,
  program_id uuid not null,
  person_id uuid not null references auth.person on delete cascade,
  role text not null check (role in ('mentor', 'mentee')),
  capacity smallint check (capacity between 0 and 50),   -- mentors; null: the program's default
  added_by text not null default 'coordinator' check (added_by in ('coordinator', 'import', 'sign-up', 'demo')),
  import_id uuid,
  invited_at timestamptz,
  joined_at timestamptz,
  adult_attested_at timestamptz,
  completed_at timestamptz,                -- every required question is answered
  withdrawn_at timestamptz,
  edited_at timestamptz,                   -- by a person, after an import brought it: bars undoing the import
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, program_id, role, person_id),
  foreign key (organization_id, program_id) references program on delete cascade,
  foreign key (organization_id, person_id) references member on delete cascade,
  foreign key (organization_id, person_id) references profile on delete cascade
);
create index on participant (person_id);
create index on participant (organization_id, program_id, role, created_at);
create index on participant (organization_id, import_id) where import_id is not null;
call protect('participant');
create policy own on participant for select using (person_id = (select current_person()));

create table answer (
  organization_id uuid not null,
  participant_id uuid not null,
  question_id uuid not null,
  value jsonb not null,                    -- string, number, array of strings, array of hours; see question.kind
  updated_at timestamptz not null default now(),
  primary key (organization_id, participant_id, question_id),
  foreign key (organization_id, participant_id) references participant on delete cascade,
  foreign key (organization_id, question_id) references question on delete cascade
);
create index on answer (organization_id, question_id);
call protect('answer');

-- A letter that a coordinator writes to a chosen set of people of the program.
create table announcement (
  organization_id uuid not null,
  id uuid not null unique,
  program_id uuid not null,
  chosen jsonb not null default '{}',      -- who: as the list of people is narrowed
  subject text not null check (length(subject) between 1 and 200),
  body text not null check (length(body) between 1 and 10000),
  state text not null default 'draft' check (state in ('draft', 'sending', 'sent')),
  recipients integer not null default 0,
  created_by uuid references auth.person on delete set null,
  created_at timestamptz not null default now(),
  confirmed_at timestamptz,                -- from then on neither its words nor its people change
  finished_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, program_id) references program on delete cascade
);
create index on announcement (organization_id, program_id, created_at desc);
call protect('announcement');

create table announcement_recipient (
  organization_id uuid not null,
  announcement_id uuid not null,
  person_id uuid not null references auth.person on delete cascade,
  number integer not null,                 -- the order in which they are written to, by which batches are kept apart
  letter_id uuid,                          -- once it is written
  primary key (organization_id, announcement_id, person_id),
  foreign key (organization_id, announcement_id) references announcement on delete cascade
);
create index on announcement_recipient (organization_id, announcement_id, number);
create index on announcement_recipient (person_id);
call protect('announcement_recipient');

create table spreadsheet_import (
  organization_id uuid not null,
  id uuid not null unique,
  program_id uuid not null,
  role text not null check (role in ('mentor', 'mentee')),
  file_id uuid references file on delete set null,   -- null: forgotten some time after the import
  file_name text not null,
  sheet text,
  -- Where the guess of how to read the file was wrong: encoding, delimiter, line of the header.
  reading jsonb not null default '{}',
  -- What the columns hold, as the whole file was looked over once.
  columns jsonb,
  state text not null default 'reading'
    check (state in ('reading', 'mapping', 'checking', 'checked', 'running', 'done', 'failed', 'undoing', 'undone')),
  mapping jsonb not null default '{}',
  overwrites boolean not null default false,         -- also what people wrote themselves
  counts jsonb not null default '{}',
  -- Questions that the import made or changed, as they were before.
  questions_before jsonb not null default '[]',
  done_rows integer not null default 0,
  total_rows integer,
  problem jsonb,
  cancel_asked boolean not null default false,
  created_by uuid references auth.person on delete set null,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, program_id) references program on delete cascade
);
create index on spreadsheet_import (organization_id, program_id, created_at desc);
call protect('spreadsheet_import');

-- Rows as the dry run understood them; the import reads these, set by set, in one transaction.
create table import_row (
  organization_id uuid not null,
  import_id uuid not null,
  line integer not null,
  email citext,
  person jsonb not null default '{}',      -- fields of the profile that are not empty, by the names of their columns
  answers jsonb not null default '{}',     -- question id → value
  outcome text not null check (outcome in ('make', 'change', 'same', 'merged', 'skip')),
  -- Fields that differ from what is known, and those of them that stay because the person wrote them herself.
  changes text[] not null default '{}',
  kept text[] not null default '{}',
  -- Ids to be given, if the person and her parts in the program do not exist yet.
  new_person_id uuid,
  new_participant_id uuid,
  new_other_id uuid,
  -- What exists, as of the last look.
  person_id uuid,
  participant_id uuid,
  other_id uuid,                           -- her part in the other role, where the file says both
  made text[] not null default '{}',       -- by the running import: person, member, profile, participant, other
  primary key (organization_id, import_id, line),
  foreign key (organization_id, import_id) references spreadsheet_import on delete cascade
) with (fillfactor = 50);   -- each row is written three times: the later versions stay beside the first
create index on import_row (organization_id, import_id, email);
create index on import_row (organization_id, import_id, outcome, line);
call protect('import_row');
-- A hundred thousand rows that came a second ago are unknown to the planner; only their owner may tell it of them.
create function know_import_rows() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  analyze import_row;
end $$;

create table import_problem (
  organization_id uuid not null,
  import_id uuid not null,
  line integer not null,
  number integer not null,
  column_name text not null default '',
  value text not null default '',
  reason jsonb not null,
  loses text not null check (loses in ('row', 'cell', 'nothing')),   -- what is left out because of it
  primary key (organization_id, import_id, line, number),
  foreign key (organization_id, import_id) references spreadsheet_import on delete cascade
);
call protect('import_problem');

-- What an import made and changed, so that it can be undone.
create table import_change (
  organization_id uuid not null,
  import_id uuid not null,
  participant_id uuid not null,            -- no reference: it outlives what is undone
  person_id uuid not null,
  made text[] not null default '{}',       -- of person, member, profile, participant: what did not exist before
  before jsonb not null default '{}',      -- profile, skills, capacity, answers: what stood there
  primary key (organization_id, import_id, participant_id),
  foreign key (organization_id, import_id) references spreadsheet_import on delete cascade
);
create index on import_change (organization_id, person_id);
call protect('import_change');

create table column_memory (
  organization_id uuid not null,
  program_id uuid not null,
  role text not null,
  header text not null,
  target text not null,
  primary key (organization_id, program_id, role, header),
  foreign key (organization_id, program_id) references program on delete cascade
);
call protect('column_memory');

-- Finds who holds the session, and opens her organizations to the transaction: all of them, or the one of the address.
-- A person never opens an organization in which she has no part, unless the address is open to visitors.
create function enter(session_token text, opened uuid, is_public boolean) returns jsonb language plpgsql as $$
declare
  found_session record;
  mine uuid[];
  memberships jsonb;
begin
  perform set_config('app.system', '', true);
  select s.id as session_id, s.updated_at as session_updated, p.* into found_session
    from auth.session s join auth.person p on p.id = s.person_id
    where s.token = session_token and s.expires_at > now();
  if found_session.id is null then
    perform set_config('app.person_id', '', true),
            set_config('app.organization_ids', case when is_public and opened is not null then array[opened]::text else '' end, true);
    return null;
  end if;

  perform set_config('app.person_id', found_session.id::text, true);
  select coalesce(array_agg(organization_id), '{}') into mine from member where person_id = found_session.id;
  perform set_config('app.organization_ids', mine::text, true);
  select coalesce(jsonb_agg(jsonb_build_object(
      'organizationId', o.id,
      'organizationName', o.name,
      'role', m.role,
      'coordinates', coordinates,
      'lacksSecondFactor', not found_session.two_factor_enabled and (
        m.role = any (o.second_factor_roles)
        or ('coordinator' = any (o.second_factor_roles) and coordinates <> '[]')
        or exists (select from participant pt where pt.organization_id = o.id and pt.person_id = m.person_id
                   and pt.withdrawn_at is null and pt.role = any (o.second_factor_roles)))
    ) order by o.name, o.id), '[]') into memberships
    from member m
    join organization o on o.id = m.organization_id
    cross join lateral (select coalesce(jsonb_agg(c.program_id), '[]') as coordinates from coordinator c
                        where c.organization_id = m.organization_id and c.person_id = m.person_id) c
    where m.person_id = found_session.id;
  if opened is not null then
    perform set_config('app.organization_ids', case when is_public or opened = any (mine) then array[opened]::text else '' end, true);
  else
    -- An organization that asks for a second factor shows nothing before there is one, wherever she looks from.
    perform set_config('app.organization_ids', (
      select coalesce(array_agg((membership ->> 'organizationId')::uuid), '{}')::text
      from jsonb_array_elements(memberships) membership where not (membership ->> 'lacksSecondFactor')::boolean), true);
  end if;
  -- Somebody who comes every month stays signed in; a forgotten device does not.
  if found_session.session_updated < now() - interval '1 day' then
    update auth.session set updated_at = now(), expires_at = now() + interval '30 days' where id = found_session.session_id;
  end if;
  return jsonb_build_object(
    'personId', found_session.id, 'email', found_session.email, 'name', found_session.name,
    'sessionId', found_session.session_id, 'language', found_session.language, 'timeZone', found_session.time_zone,
    'ownsInstallation', exists (select from installation where owner_person_id = found_session.id),
    'memberships', memberships);
end $$;
