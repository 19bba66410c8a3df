-- Short pieces on how to accompany somebody, in the program's words; who has read which; what somebody thinks after a meeting.

-- What a program says otherwise than we do, hides, or adds.
create table practice_piece (
  organization_id uuid not null,
  program_id uuid not null,
  key text not null check (key ~ '^[a-z0-9-]{1,40}$'),   -- one of ours, or an id
  title text check (length(title) between 1 and 120),    -- null: ours
  body text check (length(body) between 1 and 4000),
  moment text not null check (moment in ('before-first-meeting', 'after-first-meeting', 'underway', 'after-hard-pulse', 'at-the-end', 'any-time')),
  is_hidden boolean not null default false,
  changed_at timestamptz not null,
  changed_by uuid references auth.person on delete set null,
  primary key (organization_id, program_id, key),
  foreign key (organization_id, program_id) references program on delete cascade,
  check ((title is null) = (body is null))
);
call protect('practice_piece');

create table practice_reading (
  organization_id uuid not null,
  relationship_id uuid not null,
  person_id uuid not null references auth.person on delete cascade,
  key text not null check (length(key) <= 40),
  read_at timestamptz not null,
  primary key (organization_id, relationship_id, person_id, key),
  foreign key (organization_id, relationship_id) references relationship on delete cascade
);
create index on practice_reading (person_id);
call protect('practice_reading');

-- Sealed, for its author alone; the others of the relationship read it while she shares it.
create table reflection (
  organization_id uuid not null,
  relationship_id uuid not null,
  session_id uuid not null,
  person_id uuid not null references auth.person on delete cascade,
  sealed bytea not null check (octet_length(sealed) <= 20000),
  written_at timestamptz not null,
  shared_at timestamptz,
  primary key (organization_id, session_id, person_id),
  foreign key (organization_id, relationship_id) references relationship on delete cascade
);
create index on reflection (organization_id, relationship_id, written_at desc);
create index on reflection (person_id);
call protect('reflection');
