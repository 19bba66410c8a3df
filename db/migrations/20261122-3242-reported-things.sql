-- Whatever somebody reports is kept as it stood when she pressed the button: it waits here for the form that she sends next, and
-- then stands in the case, sealed, where nothing that becomes of the thing changes it.
create table concern_snapshot (
  organization_id uuid not null references organization on delete cascade,
  id uuid not null,
  reporter_id uuid references auth.person on delete set null,
  kind text not null check (kind in ('profile', 'session', 'goal')),
  relationship_id uuid,
  about_id uuid references auth.person on delete set null,
  words text not null check (length(words) <= 50000),
  files jsonb not null default '[]',       -- copies
  made_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, relationship_id) references relationship on delete set null (relationship_id)
);
create index on concern_snapshot (organization_id, made_at);
create index on concern_snapshot (organization_id, reporter_id);
call protect('concern_snapshot');

-- Files of what was reported: copies, which stay as long as the case does.
create table concern_file (
  organization_id uuid not null,
  concern_id uuid not null,
  file_id uuid not null references file,
  name text not null check (length(name) between 1 and 300),
  primary key (organization_id, concern_id, file_id),
  foreign key (organization_id, concern_id) references concern on delete cascade
);
create index on concern_file (file_id);
call protect('concern_file');
