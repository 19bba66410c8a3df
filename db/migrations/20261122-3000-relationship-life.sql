-- The life of a relationship: active, paused, closing (the day is set on which its channels close), concluded.
alter table relationship drop constraint relationship_state_check;
alter table relationship
  add check (state in ('active', 'paused', 'closing', 'concluded')),
  -- The coordinator who looks after it.
  add owner_id uuid references auth.person on delete set null,
  add ends_on date,                        -- planned; null: open-ended
  add paused_by text check (paused_by in ('people', 'coordinator', 'safeguarding')),
  add paused_until date,                   -- the first day on which it goes on; null: until somebody resumes it
  add closes_on date,                      -- the day on which its channels close
  add ending text check (ending in ('planned', 'early', 'one-sided', 'inactive', 'stopped')),
  add check ((state = 'paused') = (paused_by is not null)),
  add check (state <> 'closing' or (closes_on is not null and ending is not null));
create index on relationship (organization_id, owner_id) where state <> 'concluded';
-- What time does by itself is found by its day.
create index on relationship (paused_until) where state = 'paused';
create index on relationship (closes_on) where state = 'closing';

-- Who leaves a group stays in its past.
alter table relationship_person add left_at timestamptz;

-- Each change of state, never changed again.
create table relationship_change (
  organization_id uuid not null,
  id uuid not null,
  relationship_id uuid not null,
  at timestamptz not null,
  move text not null,
  by_id uuid references auth.person on delete set null,   -- null: time, or the program itself
  detail jsonb not null default '{}',
  primary key (organization_id, id),
  foreign key (organization_id, relationship_id) references relationship on delete cascade
);
create index on relationship_change (organization_id, relationship_id, id);
call protect('relationship_change');

-- How relationships of a program go. A program without a row here goes by the defaults.
create table relationship_setting (
  organization_id uuid not null,
  program_id uuid not null,
  meet_every_days smallint not null default 14 check (meet_every_days between 1 and 120),
  session_minutes smallint not null default 60 check (session_minutes between 10 and 480),
  first_meeting_days smallint not null default 14 check (first_meeting_days between 1 and 120),
  length_months smallint check (length_months between 1 and 60),      -- null: open-ended
  coordinator_signs boolean not null default false,                   -- the agreement
  nudge_days smallint[] not null default '{7,14,21}' check (cardinality(nudge_days) <= 5),
  inactive_days smallint not null default 90 check (inactive_days between 14 and 365),
  conclude_days smallint not null default 7 check (conclude_days between 1 and 60),
  pulse_first_days smallint not null default 30 check (pulse_first_days between 7 and 180),
  pulse_every_days smallint not null default 60 check (pulse_every_days between 14 and 365),
  support_first_month smallint not null default 2 check (support_first_month between 0 and 8),
  -- Never less than once a quarter.
  support_every_days smallint not null default 30 check (support_every_days between 7 and 92),
  close_days smallint not null default 14 check (close_days between 0 and 90),
  cool_off_days smallint not null default 14 check (cool_off_days between 0 and 180),
  primary key (organization_id, program_id),
  foreign key (organization_id, program_id) references program on delete cascade
);
call protect('relationship_setting');

update relationship r set owner_id = (
  select c.person_id from coordinator c
  where c.organization_id = r.organization_id and c.program_id = r.program_id
  order by c.created_at, c.person_id limit 1
) where r.state <> 'concluded';
