-- What the people of a relationship agree with each other, drafted from the program's words; each signature is of one version.
create table agreement_template (
  organization_id uuid not null,
  program_id uuid not null,
  sections jsonb not null check (jsonb_typeof(sections) = 'array' and length(sections::text) <= 200000),
  changed_at timestamptz not null,
  changed_by uuid references auth.person on delete set null,
  primary key (organization_id, program_id),
  foreign key (organization_id, program_id) references program on delete cascade
);
call protect('agreement_template');

create table agreement_version (
  organization_id uuid not null,
  relationship_id uuid not null,
  number integer not null check (number > 0),
  sections jsonb not null check (jsonb_typeof(sections) = 'array' and length(sections::text) <= 200000),
  made_at timestamptz not null,
  made_by uuid references auth.person on delete set null,   -- null: the program's own draft, or somebody who has left
  primary key (organization_id, relationship_id, number),
  foreign key (organization_id, relationship_id) references relationship on delete cascade
);
call protect('agreement_version');

create table agreement_signature (
  organization_id uuid not null,
  relationship_id uuid not null,
  version integer not null,
  person_id uuid not null references auth.person on delete cascade,
  -- A guardian signs where the program says so, once there are guardians.
  signed_as text not null check (signed_as in ('mentor', 'mentee', 'coordinator', 'guardian')),
  name text not null check (length(name) between 1 and 200),  -- as it stood on the page
  signed_at timestamptz not null,
  primary key (organization_id, relationship_id, version, person_id),
  foreign key (organization_id, relationship_id, version) references agreement_version on delete cascade
);
create index on agreement_signature (person_id);
call protect('agreement_signature');
