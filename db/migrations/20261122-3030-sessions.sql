-- Sessions of a relationship: proposed, agreed, moved, held; what is noted of them; calendars that know of them.

-- Meetings that repeat keep their local time in one zone, whatever its clocks do.
create table session_series (
  organization_id uuid not null,
  id uuid not null,
  relationship_id uuid not null,
  repeats text not null check (repeats in ('weekly', 'fortnightly', 'monthly-day', 'monthly-weekday')),
  starts_on date not null,                 -- the first day, in its zone
  local_time text not null check (local_time ~ '^\d\d:\d\d$'),
  time_zone text not null check (length(time_zone) between 1 and 100),
  minutes smallint not null check (minutes between 10 and 480),
  until_on date,                           -- the last day on which one may be; null: until somebody ends it
  made_until date not null,                -- sessions are made ahead until this day
  place_kind text not null check (place_kind in ('link', 'room', 'phone', 'place')),
  place text not null default '' check (length(place) <= 500),
  sequence integer not null default 0,     -- of its invitations, rising (RFC 5545, 3.8.7.4)
  agreed_by uuid references auth.person on delete set null,
  made_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, relationship_id) references relationship on delete cascade
);
create index on session_series (organization_id, relationship_id);
create index on session_series (made_until) where until_on is null or until_on > made_until;
call protect('session_series');
create policy readable on session_series for select using (is_system());

create table session (
  organization_id uuid not null,
  id uuid not null,
  relationship_id uuid not null,
  series_id uuid,
  occurs_on date,                          -- the day in the series that it stands for, also where it was moved
  is_moved boolean not null default false, -- apart from its series
  state text not null default 'agreed' check (state in ('agreed', 'cancelled', 'held', 'missed', 'moved')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  time_zone text not null check (length(time_zone) between 1 and 100),
  place_kind text not null check (place_kind in ('link', 'room', 'phone', 'place')),
  place text not null default '' check (length(place) <= 500),
  sequence integer not null default 0,
  agreed_at timestamptz not null,          -- on this time
  agreed_by uuid references auth.person on delete set null,
  cancelled_at timestamptz,
  cancelled_by uuid references auth.person on delete set null,
  cancel_words text not null default '' check (length(cancel_words) <= 1000),
  agenda text not null default '' check (length(agenda) <= 5000),
  agenda_by uuid references auth.person on delete set null,
  agenda_at timestamptz,
  notes text not null default '' check (length(notes) <= 20000),
  notes_by uuid references auth.person on delete set null,
  notes_at timestamptz,
  reminded_day_at timestamptz,
  reminded_hour_at timestamptz,
  asked_at timestamptz,                    -- whether it happened
  asked_again_at timestamptz,              -- because the answers differ
  waited_at timestamptz,                   -- long enough for answers: what was said until then stands
  primary key (organization_id, id),
  foreign key (organization_id, relationship_id) references relationship on delete cascade,
  foreign key (organization_id, series_id) references session_series on delete cascade,
  unique (organization_id, series_id, occurs_on),
  check (ends_at > starts_at),
  check ((state = 'cancelled') = (cancelled_at is not null)),
  -- Two sessions of a relationship never overlap; while a series is moved they may, until the last of it has moved.
  constraint sessions_apart exclude using gist (
    organization_id with =, relationship_id with =, tstzrange(starts_at, ends_at) with &&
  ) where (state in ('agreed', 'held')) deferrable initially immediate
);
create index on session (organization_id, relationship_id, starts_at, id);
create index on session (organization_id, relationship_id, starts_at desc) where state = 'held';
-- What time does by itself: reminders and questions are found by their moment.
create index on session (starts_at) where state = 'agreed' and reminded_hour_at is null;
create index on session (ends_at) where state = 'agreed';
call protect('session');
create policy readable on session for select using (is_system());

-- What each of them said to it. The private note is sealed, and for nobody else.
create table session_person (
  organization_id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  reply text check (reply in ('accepted', 'tentative', 'declined')),
  replied_at timestamptz,
  outcome text check (outcome in ('held', 'moved', 'missed')),
  outcome_at timestamptz,
  private_note bytea,
  private_note_at timestamptz,
  primary key (organization_id, session_id, person_id),
  foreign key (organization_id, session_id) references session on delete cascade,
  foreign key (organization_id, person_id) references profile on delete cascade
);
create index on session_person (organization_id, person_id);
call protect('session_person');

create table session_proposal (
  organization_id uuid not null,
  id uuid not null,
  relationship_id uuid not null,
  moves_session_id uuid,                   -- another time for this one
  state text not null default 'open' check (state in ('open', 'accepted', 'replaced', 'withdrawn', 'past')),
  proposed_by uuid references auth.person on delete set null,
  proposed_at timestamptz not null,
  minutes smallint not null check (minutes between 10 and 480),
  time_zone text not null check (length(time_zone) between 1 and 100),
  repeats text check (repeats in ('weekly', 'fortnightly', 'monthly-day', 'monthly-weekday')),
  until_on date,
  place_kind text not null check (place_kind in ('link', 'room', 'phone', 'place')),
  place text not null default '' check (length(place) <= 500),
  words text not null default '' check (length(words) <= 1000),
  answered_at timestamptz,
  answered_by uuid references auth.person on delete set null,
  session_id uuid,                         -- what came of it
  primary key (organization_id, id),
  foreign key (organization_id, relationship_id) references relationship on delete cascade,
  foreign key (organization_id, moves_session_id) references session on delete cascade,
  foreign key (organization_id, session_id) references session on delete set null (session_id)
);
-- One question is open at a time: whoever proposes others takes the former back.
create unique index on session_proposal (organization_id, relationship_id, coalesce(moves_session_id, '00000000-0000-0000-0000-000000000000'))
  where state = 'open';
create index on session_proposal (organization_id, moves_session_id);
create index on session_proposal (organization_id, session_id);
call protect('session_proposal');
create policy readable on session_proposal for select using (is_system());

create table session_proposal_time (
  organization_id uuid not null,
  proposal_id uuid not null,
  starts_at timestamptz not null,
  primary key (organization_id, proposal_id, starts_at),
  foreign key (organization_id, proposal_id) references session_proposal on delete cascade
);
call protect('session_proposal_time');
create policy readable on session_proposal_time for select using (is_system());

-- Whom a time suits, where there are more than two.
create table session_proposal_choice (
  organization_id uuid not null,
  proposal_id uuid not null,
  starts_at timestamptz not null,
  person_id uuid not null,
  primary key (organization_id, proposal_id, starts_at, person_id),
  foreign key (organization_id, proposal_id, starts_at) references session_proposal_time on delete cascade,
  foreign key (organization_id, person_id) references profile on delete cascade
);
create index on session_proposal_choice (organization_id, person_id);
call protect('session_proposal_choice');

create table session_action (
  organization_id uuid not null,
  id uuid not null,
  relationship_id uuid not null,
  session_id uuid,                         -- in which it was agreed
  owner_id uuid,
  words text not null check (length(words) between 1 and 500),
  due_on date,
  made_by uuid references auth.person on delete set null,
  made_at timestamptz not null,
  done_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, relationship_id) references relationship on delete cascade,
  foreign key (organization_id, session_id) references session on delete set null (session_id),
  foreign key (organization_id, owner_id) references profile on delete set null (owner_id)
);
create index on session_action (organization_id, relationship_id, made_at, id);
create index on session_action (organization_id, session_id);
create index on session_action (organization_id, owner_id);
call protect('session_action');

-- A private address under which somebody's calendar program reads her sessions: its token is made from the id, and can be renewed.
create table calendar_feed (
  organization_id uuid not null,
  person_id uuid not null,
  id uuid not null,
  made_at timestamptz not null,
  primary key (organization_id, person_id),
  unique (organization_id, id),
  foreign key (organization_id, person_id) references profile on delete cascade
);
call protect('calendar_feed');

-- The address of somebody's own calendar, sealed, since whoever has it reads the calendar.
create table busy_calendar (
  organization_id uuid not null,
  person_id uuid not null,
  address bytea not null,
  host text not null check (length(host) <= 300),      -- what is shown of it
  given_at timestamptz not null,
  tried_at timestamptz,
  read_at timestamptz,
  problem text,                            -- why it could not be read the last time
  primary key (organization_id, person_id),
  foreign key (organization_id, person_id) references profile on delete cascade
);
create index on busy_calendar (tried_at);
call protect('busy_calendar');
create policy readable on busy_calendar for select using (is_system());

-- Of what stands in that calendar only when she is busy.
create table busy_time (
  organization_id uuid not null,
  person_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (organization_id, person_id, starts_at),
  foreign key (organization_id, person_id) references busy_calendar on delete cascade,
  check (ends_at > starts_at)
);
call protect('busy_time');

-- A letter that a calendar program understands, too (RFC 6047).
alter table letter
  add calendar_method text check (calendar_method in ('REQUEST', 'CANCEL')),
  add calendar_body text,
  add check ((calendar_method is null) = (calendar_body is null));
