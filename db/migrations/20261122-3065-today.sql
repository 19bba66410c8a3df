-- A coordinator's list of what needs her today.

-- Where a program's coordinators want another rule for their list than the ready-made one.
create table today_rule (
  organization_id uuid not null,
  program_id uuid not null,
  rule text not null check (length(rule) <= 40),
  is_on boolean not null,
  threshold smallint check (threshold between 0 and 365),
  primary key (organization_id, program_id, rule),
  foreign key (organization_id, program_id) references program on delete cascade
);
call protect('today_rule');

-- A line of the list that somebody has done, put off until a day, or given to another coordinator.
create table today_mark (
  organization_id uuid not null,
  program_id uuid not null,
  subject_id uuid not null,                -- the relationship, or the offer
  rule text not null check (length(rule) <= 40),
  mark text not null check (mark in ('done', 'snoozed', 'handed-over')),
  reason text not null check (length(reason) <= 200),  -- of the line, as it was: with a new one it is back
  until_on date,                           -- put off until this day
  to_id uuid references auth.person on delete cascade,
  by_id uuid references auth.person on delete set null,
  at timestamptz not null,
  primary key (organization_id, program_id, subject_id, rule),
  foreign key (organization_id, program_id) references program on delete cascade,
  check ((mark = 'snoozed') = (until_on is not null)),
  check ((mark = 'handed-over') = (to_id is not null))
);
call protect('today_mark');

-- The list is made from what is newest of each thing.
create index on relationship (organization_id, program_id) where state <> 'concluded';
