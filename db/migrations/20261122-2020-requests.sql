-- Mentees ask mentors themselves, or choose among the mentors that were suggested to them.

alter table matching_mode
  -- Mixed: mentees ask until and with this day, or until the coordinator closes asking; then a round matches the rest.
  add column asking_until date,
  add column asking_closed_at timestamptz,
  -- Suggestions: days to choose, and whether the first counts as chosen where nobody has chosen by then.
  add column suggestion_days smallint not null default 7 check (suggestion_days between 1 and 60),
  add column takes_first boolean not null default false;

create table request (
  organization_id uuid not null,
  id uuid not null unique,
  program_id uuid not null,
  mentee_id uuid not null,
  mentor_id uuid not null,
  words text not null check (length(words) between 1 and 2000),
  -- A mentee has only so many open at once: each holds a numbered slot of hers, and no two the same.
  slot smallint not null check (slot between 1 and 10),
  -- Where it comes to nothing, her next choice is asked by itself.
  falls_on boolean not null default false,
  state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'expired', 'withdrawn')),
  withdrawn_because text check (withdrawn_because in ('mentee', 'found-somebody', 'mentor-full', 'mentor-paused', 'somebody-left', 'coordinator', 'mode-changed')),
  decline_reason text,
  decline_note text not null default '' check (length(decline_note) <= 1000),
  -- The mentor's one question before she answers.
  question text check (length(question) between 1 and 1000),
  asked_at timestamptz,
  answer text check (length(answer) between 1 and 2000),
  answered_at timestamptz,
  answer_by timestamptz not null,
  reminded_at timestamptz,
  closed_at timestamptz,
  offer_id uuid,                           -- the accepted pair that it became
  follows uuid,                            -- the request that this one takes the place of
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, program_id) references program on delete cascade,
  foreign key (organization_id, mentee_id) references participant on delete cascade,
  foreign key (organization_id, mentor_id) references participant on delete cascade,
  check ((state = 'withdrawn') = (withdrawn_because is not null))
);
create unique index a_slot_is_held_once on request (organization_id, mentee_id, slot) where state = 'open';
create unique index a_mentor_is_asked_once on request (organization_id, mentee_id, mentor_id) where state in ('open', 'accepted');
create unique index a_request_is_followed_once on request (organization_id, follows) where follows is not null;
create index on request (organization_id, program_id, state);
create index on request (organization_id, mentee_id, created_at);
create index on request (organization_id, mentor_id, created_at);
create index on request (answer_by) where state = 'open';
call protect('request');

-- By her own wish a mentor is asked at most so many times a month.
create table request_limit (
  organization_id uuid not null,
  program_id uuid not null,
  participant_id uuid not null,
  each_month smallint not null check (each_month between 0 and 50),
  set_by uuid references auth.person on delete set null,
  set_at timestamptz not null default now(),
  primary key (organization_id, participant_id),
  foreign key (organization_id, program_id) references program on delete cascade,
  foreign key (organization_id, participant_id) references participant on delete cascade
);
create index on request_limit (organization_id, program_id);
call protect('request_limit');

-- Three mentors of a round, put to one mentee; she chooses one of them, or none.
create table suggestion (
  organization_id uuid not null,
  id uuid not null unique,
  program_id uuid not null,
  round_id uuid not null,
  mentee_id uuid not null,
  -- `chosen`: the mentor is asked, by the offer; `lapsed`: the time was over, or nobody was left to choose.
  state text not null default 'open' check (state in ('open', 'chosen', 'none', 'lapsed', 'withdrawn')),
  reason text,
  note text not null default '' check (length(note) <= 1000),
  answer_by timestamptz not null,
  reminded_at timestamptz,
  closed_at timestamptz,
  offer_id uuid,                           -- the offer that her choice made
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, program_id) references program on delete cascade,
  foreign key (organization_id, round_id) references round on delete cascade,
  foreign key (organization_id, mentee_id) references participant on delete cascade
);
create unique index a_mentee_chooses_once on suggestion (organization_id, mentee_id) where state = 'open';
create index on suggestion (organization_id, program_id, state);
create index on suggestion (organization_id, mentee_id, created_at);
create index on suggestion (organization_id, offer_id);
create index on suggestion (answer_by) where state = 'open';
call protect('suggestion');

create table suggested_mentor (
  organization_id uuid not null,
  suggestion_id uuid not null,
  mentor_id uuid not null,
  rank smallint not null check (rank between 1 and 10),
  weight smallint not null check (weight between 0 and 10000),
  reasons jsonb not null,
  primary key (organization_id, suggestion_id, mentor_id),
  unique (organization_id, suggestion_id, rank),
  foreign key (organization_id, suggestion_id) references suggestion on delete cascade,
  foreign key (organization_id, mentor_id) references participant on delete cascade
);
create index on suggested_mentor (organization_id, mentor_id);
call protect('suggested_mentor');
