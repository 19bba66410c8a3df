-- Talks of a coordinator with each side, which come due by the program's rhythm.
create table support_contact (
  organization_id uuid not null,
  id uuid not null,
  relationship_id uuid not null,
  person_id uuid not null,                 -- with whom
  state text not null default 'due' check (state in ('due', 'done', 'not-reached')),
  due_on date not null,
  by_id uuid references auth.person on delete set null,
  at timestamptz,
  how text check (how in ('call', 'mail', 'meeting')),
  mood smallint check (mood between 1 and 5),
  note bytea,                              -- sealed; for the coordinators of the program
  primary key (organization_id, id),
  foreign key (organization_id, relationship_id) references relationship on delete cascade,
  foreign key (organization_id, person_id) references profile on delete cascade,
  check ((state = 'due') = (at is null)),
  check ((state = 'done') = (how is not null and mood is not null))
);
-- One at a time with each of them.
create unique index support_is_due_once on support_contact (organization_id, relationship_id, person_id) where state = 'due';
create index on support_contact (organization_id, relationship_id, at desc, id);
create index on support_contact (organization_id, person_id);
call protect('support_contact');
