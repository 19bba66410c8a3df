-- What the people of a relationship write to each other: one conversation, however many they are.
-- Immutable as long as nobody changes the dictionary.
create function words_to_find(words text) returns tsvector language sql immutable parallel safe
  return to_tsvector('simple'::regconfig, unaccent('unaccent'::regdictionary, words));

-- Held while something is written, so that numbers are given in the order of commits.
create table conversation (
  organization_id uuid not null,
  relationship_id uuid not null,
  newest bigint not null default 0,        -- the number of the newest message
  revision bigint not null default 0,      -- counts everything that changes: messages, changes of them, read marks
  life_revision bigint not null default 0, -- when it last was paused, resumed, closed
  primary key (organization_id, relationship_id),
  foreign key (organization_id, relationship_id) references relationship on delete cascade
);
call protect('conversation');

create table message (
  organization_id uuid not null,
  id uuid not null,
  relationship_id uuid not null,
  number bigint not null check (number > 0),
  revision bigint not null,
  author_id uuid references auth.person on delete set null,
  words text not null check (length(words) <= 8000),
  -- Looked through within one conversation, which its index finds: an index of words would not be used under row-level security,
  -- since matching is no leakproof operator.
  findable tsvector not null generated always as (words_to_find(words)) stored,
  sent_at timestamptz not null,
  came_by text not null default 'page' check (came_by in ('page', 'mail')),
  -- Made where it is written, and of what was said: the same message sent twice is one.
  sent_key uuid not null,
  sent_hash bytea not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  -- Who had blocked her when she wrote it: they never see it.
  unseen_by uuid[] not null default '{}',
  primary key (organization_id, id),
  unique (organization_id, relationship_id, number),
  unique (organization_id, relationship_id, author_id, sent_key, sent_hash),
  foreign key (organization_id, relationship_id) references conversation on delete cascade
);
create index on message (organization_id, relationship_id, revision);
create index on message (organization_id, author_id);
call protect('message');

-- What was said before it was changed or taken back: for safeguarding, and for nobody else.
create table message_version (
  organization_id uuid not null,
  message_id uuid not null,
  version smallint not null,
  words text not null,
  said_at timestamptz not null,
  replaced_at timestamptz not null,
  primary key (organization_id, message_id, version),
  foreign key (organization_id, message_id) references message on delete cascade
);
call protect('message_version');

create table message_file (
  organization_id uuid not null,
  message_id uuid not null,
  file_id uuid not null references file on delete cascade,
  position smallint not null,
  name text not null check (length(name) between 1 and 300),
  kind text not null check (kind in ('picture', 'document', 'sound')),
  size_bytes bigint not null,
  width integer,
  height integer,
  primary key (organization_id, message_id, position),
  unique (organization_id, file_id),
  foreign key (organization_id, message_id) references message on delete cascade
);
call protect('message_file');

-- How far somebody has read, and what she is to be told by mail.
create table conversation_person (
  organization_id uuid not null,
  relationship_id uuid not null,
  person_id uuid not null references auth.person on delete cascade,
  id uuid not null default gen_random_uuid() unique,   -- stands in the address that her answers by mail go to
  read_number bigint not null default 0,
  read_at timestamptz,
  revision bigint not null default 0,
  look_at timestamptz,                     -- when to see whether a letter is due; null: nothing waits for her
  told_number bigint not null default 0,   -- the newest message that a letter told her of
  told_at timestamptz,
  primary key (organization_id, relationship_id, person_id),
  foreign key (organization_id, relationship_id) references conversation on delete cascade
);
create index on conversation_person (organization_id, look_at) where look_at is not null;
create index on conversation_person (person_id);
call protect('conversation_person');
-- Whose conversation an answer by mail belongs to is not known before it is found.
create policy addressed on conversation_person for select using (is_system());

-- Nobody is told.
create table conversation_block (
  organization_id uuid not null,
  relationship_id uuid not null,
  blocker_id uuid not null references auth.person on delete cascade,
  blocked_id uuid not null references auth.person on delete cascade,
  at timestamptz not null,
  primary key (organization_id, relationship_id, blocker_id, blocked_id),
  foreign key (organization_id, relationship_id) references relationship on delete cascade
);
call protect('conversation_block');

-- What was said, as it was when somebody reported it; it stays as it is, whatever becomes of the message.
create table message_report (
  organization_id uuid not null,
  id uuid not null,
  relationship_id uuid not null,
  message_id uuid not null,
  reporter_id uuid references auth.person on delete set null,
  reported_at timestamptz not null,
  note text not null default '' check (length(note) <= 2000),
  author_id uuid references auth.person on delete set null,
  author_name text not null,
  words text not null,
  sent_at timestamptz not null,
  versions jsonb not null default '[]',
  files jsonb not null default '[]',
  primary key (organization_id, id),
  unique (organization_id, message_id, reporter_id),
  foreign key (organization_id, relationship_id) references relationship on delete cascade
);
create index on message_report (organization_id, relationship_id, reported_at);
call protect('message_report');

-- When she wants letters about messages; of the person, in all organizations.
create table auth.message_setting (
  person_id uuid primary key references auth.person on delete cascade,
  letters text not null default 'soon' check (letters in ('soon', 'daily', 'never')),
  daily_hour smallint not null default 8 check (daily_hour between 0 and 23),
  quiet_from smallint not null default 21 check (quiet_from between 0 and 23),
  quiet_until smallint not null default 8 check (quiet_until between 0 and 23)
);
