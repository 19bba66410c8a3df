-- Answers by mail that wait for her word that they are hers: it is not proved, or they come long after the letter.
create table held_answer (
  organization_id uuid not null,
  id uuid not null,
  relationship_id uuid not null,
  person_id uuid not null references auth.person on delete cascade,
  reason text not null check (reason in ('unproved', 'late')),
  words text not null check (length(words) <= 8000),
  files jsonb not null default '[]',
  sent_key uuid not null,        -- of the message that it becomes
  came_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, relationship_id, person_id, sent_key),
  foreign key (organization_id, relationship_id) references relationship on delete cascade
);
create index on held_answer (organization_id, came_at);
create index on held_answer (person_id);
call protect('held_answer');
