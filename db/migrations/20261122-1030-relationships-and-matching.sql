create table criterion (
  organization_id uuid not null,
  id uuid not null unique,
  program_id uuid not null,
  position integer not null,
  strength text not null check (strength in ('must', 'should')),
  rule text not null,                      -- see app/matching/criteria
  settings jsonb not null default '{}',
  weight smallint not null default 50 check (weight between 0 and 100),
  removed_at timestamptz,                  -- taken away, but can be put back
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, program_id) references program on delete cascade
);
create index on criterion (organization_id, program_id, position);
call protect('criterion');

create table pair_wish (
  organization_id uuid not null,
  program_id uuid not null,
  mentee_id uuid not null,
  mentor_id uuid not null,
  kind text not null check (kind in ('lock', 'forbid')),
  made_by uuid references auth.person on delete set null,
  created_at timestamptz not null default now(),
  primary key (organization_id, mentee_id, mentor_id),
  foreign key (organization_id, program_id) references program on delete cascade,
  foreign key (organization_id, mentee_id) references participant on delete cascade,
  foreign key (organization_id, mentor_id) references participant on delete cascade
);
create index on pair_wish (organization_id, program_id);
create unique index one_lock_for_a_mentee on pair_wish (organization_id, mentee_id) where kind = 'lock';
call protect('pair_wish');

create table round (
  organization_id uuid not null,
  id uuid not null unique,
  program_id uuid not null,
  number integer not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled', 'published')),
  seed bigint not null,
  engine_version text not null,
  objective text not null default 'most-good',
  criteria jsonb not null,                 -- the rules and weights as they were
  chosen jsonb not null default '{}',      -- who takes part
  progress jsonb not null default '{}',
  total bigint,
  certificate jsonb,
  problem jsonb,
  cancel_asked boolean not null default false,
  created_by uuid references auth.person on delete set null,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  published_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, program_id, number),
  foreign key (organization_id, program_id) references program on delete cascade
);
call protect('round');

create table round_pair (
  organization_id uuid not null,
  round_id uuid not null,
  mentee_id uuid not null,
  mentor_id uuid not null,
  weight smallint not null check (weight between 0 and 10000),
  parts jsonb not null,                    -- the share of each criterion, and the facts that made it
  choice smallint not null,                -- how many mentors would have been better for this mentee, plus one
  is_locked boolean not null default false,
  primary key (organization_id, round_id, mentee_id),
  foreign key (organization_id, round_id) references round on delete cascade,
  foreign key (organization_id, mentee_id) references participant on delete cascade,
  foreign key (organization_id, mentor_id) references participant on delete cascade
);
create index on round_pair (organization_id, round_id, mentor_id);
call protect('round_pair');

create table round_unmatched (
  organization_id uuid not null,
  round_id uuid not null,
  mentee_id uuid not null,
  reason jsonb not null,
  primary key (organization_id, round_id, mentee_id),
  foreign key (organization_id, round_id) references round on delete cascade,
  foreign key (organization_id, mentee_id) references participant on delete cascade
);
call protect('round_unmatched');

create table round_mentor (
  organization_id uuid not null,
  round_id uuid not null,
  mentor_id uuid not null,
  capacity smallint not null,
  price double precision not null,
  primary key (organization_id, round_id, mentor_id),
  foreign key (organization_id, round_id) references round on delete cascade,
  foreign key (organization_id, mentor_id) references participant on delete cascade
);
call protect('round_mentor');

-- The people and their answers as a round saw them, packed: so that what another pair would cost can be asked for later.
create table round_snapshot (
  organization_id uuid not null,
  round_id uuid not null,
  bytes bytea not null,
  primary key (organization_id, round_id),
  foreign key (organization_id, round_id) references round on delete cascade
);
call protect('round_snapshot');

create table offer (
  organization_id uuid not null,
  id uuid not null unique,
  program_id uuid not null,
  round_id uuid,
  mentee_id uuid not null,
  mentor_id uuid not null,
  -- An outstanding offer holds a place: no two hold the same one, whatever arrives at once.
  place smallint not null check (place between 1 and 50),
  weight smallint not null,
  reasons jsonb not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'expired', 'withdrawn', 'ended')),
  mentee_accepted_at timestamptz,
  mentor_accepted_at timestamptz,
  declined_by text check (declined_by in ('mentee', 'mentor')),
  decline_reason text,
  decline_note text not null default '' check (length(decline_note) <= 1000),
  answer_by timestamptz not null,
  reminded_at timestamptz,
  closed_at timestamptz,
  follows uuid,                            -- the offer that this one takes the place of
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, program_id) references program on delete cascade,
  foreign key (organization_id, round_id) references round,
  foreign key (organization_id, mentee_id) references participant on delete cascade,
  foreign key (organization_id, mentor_id) references participant on delete cascade
);
create unique index a_place_is_held_once on offer (organization_id, mentor_id, place) where state in ('open', 'accepted');
create unique index a_mentee_holds_one_offer on offer (organization_id, mentee_id) where state in ('open', 'accepted');
create index on offer (organization_id, program_id, state);
create index on offer (organization_id, mentee_id, created_at);
create index on offer (organization_id, mentor_id, created_at);
create index on offer (answer_by) where state = 'open';
call protect('offer');

create table offer_question (
  organization_id uuid not null,
  id uuid not null unique,
  offer_id uuid not null,
  asked_by text not null check (asked_by in ('mentee', 'mentor')),
  question text not null check (length(question) between 1 and 1000),
  asked_at timestamptz not null,
  answer text check (length(answer) between 1 and 2000),
  answered_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, offer_id, asked_by),   -- one question each
  foreign key (organization_id, offer_id) references offer on delete cascade
);
call protect('offer_question');

create table relationship (
  organization_id uuid not null,
  id uuid not null unique,
  program_id uuid not null,
  offer_id uuid unique,
  state text not null default 'active' check (state in ('active', 'concluded')),
  reasons jsonb not null,
  begun_at timestamptz not null,
  concluded_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, program_id) references program on delete cascade
);
create index on relationship (organization_id, program_id, state);
call protect('relationship');

create table relationship_person (
  organization_id uuid not null,
  relationship_id uuid not null,
  participant_id uuid not null,
  person_id uuid not null references auth.person on delete cascade,
  role text not null check (role in ('mentor', 'mentee')),
  primary key (organization_id, relationship_id, participant_id),
  foreign key (organization_id, relationship_id) references relationship on delete cascade,
  foreign key (organization_id, participant_id) references participant on delete cascade
);
create index on relationship_person (person_id);
create index on relationship_person (organization_id, participant_id);
call protect('relationship_person');

-- After an import or a round the planner knows nothing of thousands of new rows until autovacuum comes by, and joins them row by
-- row. Whoever brought them says so.
create function refresh_statistics() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  analyze auth.person, member, profile, profile_skill, participant, answer, pair_wish, round_pair, round_unmatched, round_mentor, offer;
end $$;
