-- What a mentee wants to reach, in words that tell how far she has come; steps on the way; and how far it was, when.
create table goal (
  organization_id uuid not null,
  id uuid not null,
  relationship_id uuid not null,
  participant_id uuid not null,            -- whose goal it is
  state text not null check (state in ('proposed', 'agreed', 'aside')),
  hope text not null default '' check (length(hope) <= 1000),     -- in her own words
  title text not null check (length(title) between 1 and 200),
  -- What each level from -2 to +2 looks like; empty where it is not said yet.
  scale text[] not null check (cardinality(scale) = 5 and length(array_to_string(scale, '')) <= 2000),
  weight smallint not null default 3 check (weight between 1 and 5),
  due_on date,
  skills text[] not null default '{}' check (cardinality(skills) <= 20),
  proposed_by uuid references auth.person on delete set null,
  proposed_at timestamptz not null,
  decided_at timestamptz,
  changed_at timestamptz not null,
  changed_by uuid references auth.person on delete set null,
  primary key (organization_id, id),
  foreign key (organization_id, relationship_id) references relationship on delete cascade,
  foreign key (organization_id, participant_id) references participant on delete cascade,
  -- Agreed before the work begins, at every level.
  check (state <> 'agreed' or '' <> all (scale))
);
create index on goal (organization_id, relationship_id, proposed_at, id);
create index on goal (organization_id, participant_id);
call protect('goal');

create table goal_level (
  organization_id uuid not null,
  id uuid not null,
  goal_id uuid not null,
  level smallint not null check (level between -2 and 2),
  word text not null default '' check (length(word) <= 500),
  at timestamptz not null,
  by_id uuid references auth.person on delete set null,
  primary key (organization_id, id),
  foreign key (organization_id, goal_id) references goal on delete cascade
);
create index on goal_level (organization_id, goal_id, at, id);
call protect('goal_level');

create table goal_step (
  organization_id uuid not null,
  id uuid not null,
  goal_id uuid not null,
  words text not null check (length(words) between 1 and 300),
  owner_id uuid references auth.person on delete set null,
  due_on date,
  made_at timestamptz not null,
  done_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, goal_id) references goal on delete cascade
);
create index on goal_step (organization_id, goal_id, made_at, id);
call protect('goal_step');
