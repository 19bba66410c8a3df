-- Whom an organization names itself for whoever needs somebody now; shown before all others.
create table organization_helpline (
  organization_id uuid not null references organization on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  number text not null check (number ~ '^[+0-9][0-9 ()./-]{1,29}$'),
  answers text not null default '' check (length(answers) <= 100),   -- when, and in which languages
  added_at timestamptz not null,
  primary key (organization_id, id)
);
call protect('organization_helpline');
