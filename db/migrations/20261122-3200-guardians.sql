-- Who stands by somebody who takes part: named by a coordinator, and her guardian once she has said yes.
create table guardianship (
  organization_id uuid not null,
  id uuid not null unique,
  guardian_id uuid not null,
  ward_id uuid not null,
  relation text not null check (relation in ('parent', 'carer', 'relative', 'other')),
  invited_at timestamptz not null,
  invited_by uuid references auth.person on delete set null,
  confirmed_at timestamptz,
  ended_at timestamptz,
  ended_by uuid references auth.person on delete set null,
  primary key (organization_id, id),
  foreign key (organization_id, guardian_id) references profile on delete cascade,
  foreign key (organization_id, ward_id) references profile on delete cascade,
  check (guardian_id <> ward_id)
);
create unique index one_open_guardianship on guardianship (organization_id, guardian_id, ward_id) where ended_at is null;
create index on guardianship (organization_id, ward_id);
create index on guardianship (guardian_id);
call protect('guardianship');
