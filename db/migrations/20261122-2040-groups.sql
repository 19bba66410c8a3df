-- Self-described groups. A program asks in a few dimensions, with its reason; people describe themselves with consent. What they say is
-- sealed by the application, counted in reports of fairness, and shown to nobody with a name.

create table fairness_setting (
  organization_id uuid not null,
  program_id uuid not null,
  -- The smallest group that a report shows.
  smallest_group smallint not null default 10 check (smallest_group between 5 and 1000),
  primary key (organization_id, program_id),
  foreign key (organization_id, program_id) references program on delete cascade
);
call protect('fairness_setting');

create table description_dimension (
  organization_id uuid not null,
  id uuid not null unique,
  program_id uuid not null,
  position integer not null,
  label text not null check (length(label) between 1 and 120),
  reason text not null check (length(reason) between 1 and 1000),
  options jsonb not null,                  -- [{ key, label }]; a key is never used for another option
  -- Raised with the label and the reason: whoever consented to others is asked anew, and not counted until then.
  version integer not null default 1,
  -- What a wish to share this counts beside the other criteria, for whoever has it; 0: nobody is asked for wishes.
  wish_weight smallint not null default 0 check (wish_weight between 0 and 100),
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, program_id) references program on delete cascade
);
create index on description_dimension (organization_id, program_id, position);
call protect('description_dimension');

create table self_description (
  organization_id uuid not null,
  participant_id uuid not null,
  dimension_id uuid not null,
  -- Sealed by the application, always of the same length: the value, the wish, and what a mentor lets it be used for.
  sealed bytea not null,
  consented_version integer not null,
  consented_at timestamptz not null,
  primary key (organization_id, participant_id, dimension_id),
  foreign key (organization_id, participant_id) references participant on delete cascade,
  foreign key (organization_id, dimension_id) references description_dimension on delete cascade
);
create index on self_description (organization_id, dimension_id);
call protect('self_description');

-- What a report of fairness counted, once: looked at again it says the same, so that two looks give nobody away.
create table fairness_report (
  organization_id uuid not null,
  round_id uuid not null,
  dimension_id uuid not null,              -- no reference: the report outlives the question
  counted_at timestamptz not null,
  report jsonb not null,                   -- figures of groups that are large enough, and no others
  primary key (organization_id, round_id, dimension_id),
  foreign key (organization_id, round_id) references round on delete cascade
);
call protect('fairness_report');
