-- How a relationship changes and ends, and what comes after it.
alter table relationship_setting
  -- What its people wrote to each other is kept so long after the end.
  add keep_months smallint not null default 12 check (keep_months between 1 and 60);

alter table relationship
  add forget_on date,                      -- once concluded: the day on which what its people wrote goes
  add forgotten_at timestamptz;
create index on relationship (forget_on) where forgotten_at is null;

-- Somebody asks her coordinator for a start with somebody else. Nobody of the relationship but she ever sees it.
create table new_start (
  organization_id uuid not null,
  id uuid not null unique,
  relationship_id uuid not null,
  person_id uuid not null,
  reason text not null check (reason in ('time', 'topic', 'distance', 'style', 'silence', 'unwell', 'other')),
  words bytea not null,                    -- sealed
  state text not null default 'open' check (state in ('open', 'talking', 'agreed', 'declined', 'withdrawn')),
  asked_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid references auth.person on delete set null,
  answer text not null default '' check (length(answer) <= 2000),
  primary key (organization_id, id),
  foreign key (organization_id, relationship_id) references relationship on delete cascade,
  foreign key (organization_id, person_id) references profile on delete cascade
);
create unique index one_open_new_start on new_start (organization_id, relationship_id, person_id) where state in ('open', 'talking');
create index on new_start (organization_id, person_id);
call protect('new_start');

-- What each of them says at the end.
create table farewell (
  organization_id uuid not null,
  relationship_id uuid not null,
  person_id uuid not null,
  reason text check (reason in ('reached', 'time-over', 'time', 'topic', 'distance', 'style', 'silence', 'life', 'other')),
  reason_words bytea,                      -- sealed, for coordinators
  reached text not null default '' check (length(reached) <= 4000),
  thanks text not null default '' check (length(thanks) <= 4000),
  keeps_contact boolean,
  answers jsonb not null default '{}',     -- to the exit questions, for coordinators
  changed_at timestamptz not null,
  primary key (organization_id, relationship_id, person_id),
  foreign key (organization_id, relationship_id) references relationship on delete cascade,
  foreign key (organization_id, person_id) references profile on delete cascade
);
create index on farewell (organization_id, person_id);
call protect('farewell');

-- Somebody whose relationship is over would like another: from that day on she can be matched again.
create table search_again (
  organization_id uuid not null,
  relationship_id uuid not null,
  participant_id uuid not null,
  from_on date not null,
  learned text not null default '' check (length(learned) <= 2000),
  chosen_at timestamptz not null,
  primary key (organization_id, participant_id, relationship_id),
  foreign key (organization_id, relationship_id) references relationship on delete cascade,
  foreign key (organization_id, participant_id) references participant on delete cascade
);
create index on search_again (organization_id, relationship_id);
call protect('search_again');

-- A relationship without contact: what it was told, since when.
create table quiet_time (
  organization_id uuid not null,
  relationship_id uuid not null,
  since timestamptz not null,              -- the last contact, when it was looked at
  nudged_days smallint not null default 0, -- the longest silence that it was nudged about
  asked_on date,                           -- whether it goes on
  warned_on date,
  answered_at timestamptz,                 -- "we go on"
  answered_by uuid references auth.person on delete set null,
  primary key (organization_id, relationship_id),
  foreign key (organization_id, relationship_id) references relationship on delete cascade
);
call protect('quiet_time');
