-- What a guardian says at the end, to coordinators and nobody else.
create table guardian_farewell (
  organization_id uuid not null,
  relationship_id uuid not null,
  person_id uuid not null,                 -- the guardian
  good smallint check (good between 1 and 5),
  safe smallint check (safe between 1 and 5),
  again smallint check (again between 1 and 5),
  words bytea,                             -- sealed
  changed_at timestamptz not null,
  primary key (organization_id, relationship_id, person_id),
  foreign key (organization_id, relationship_id) references relationship on delete cascade,
  foreign key (organization_id, person_id) references profile on delete cascade
);
create index on guardian_farewell (organization_id, person_id);
call protect('guardian_farewell');
