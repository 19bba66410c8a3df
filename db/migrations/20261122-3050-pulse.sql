-- How it goes, asked of each of them apart: whether they fit, after they first met; and five things, at day 30 and then on and on.
create table pulse (
  organization_id uuid not null,
  id uuid not null,
  relationship_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('mentor', 'mentee')),
  kind text not null check (kind in ('fit', 'pulse')),
  number smallint not null check (number >= 1),
  asked_at timestamptz not null,
  answered_at timestamptz,
  skipped_at timestamptz,                  -- not this time
  fit text check (fit in ('yes', 'unsure', 'no')),
  heard smallint check (heard between 1 and 5),
  trust smallint check (trust between 1 and 5),
  useful smallint check (useful between 1 and 5),
  challenged smallint check (challenged between 1 and 5),
  on_track smallint check (on_track between 1 and 5),
  -- The mean of what was answered.
  level real generated always as (
    (coalesce(heard, 0) + coalesce(trust, 0) + coalesce(useful, 0) + coalesce(challenged, 0) + coalesce(on_track, 0))::real
    / nullif(num_nonnulls(heard, trust, useful, challenged, on_track), 0)
  ) stored,
  comment bytea,                           -- sealed; for her coordinators
  primary key (organization_id, id),
  unique (organization_id, relationship_id, kind, person_id, number),
  foreign key (organization_id, relationship_id) references relationship on delete cascade,
  foreign key (organization_id, person_id) references profile on delete cascade,
  check (kind = 'fit' or fit is null),
  check (kind = 'pulse' or num_nonnulls(heard, trust, useful, challenged, on_track) = 0)
);
create index on pulse (organization_id, relationship_id, kind, asked_at desc);
create index on pulse (organization_id, person_id, asked_at) where answered_at is null and skipped_at is null;
call protect('pulse');
