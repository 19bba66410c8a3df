-- What was decided for safety about a relationship, once for each of its people: she is told, may object for a while, and hears what comes of it.
-- It is told to all of them alike, so that being told says nothing of who raised anything.
create table safety_decision (
  organization_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  relationship_id uuid,
  person_id uuid references auth.person on delete set null,       -- whom it touches
  kind text not null check (kind in ('paused', 'ended')),
  decided_by uuid references auth.person on delete set null,
  decided_at timestamptz not null,
  over_at timestamptz,                     -- the pause was lifted, or the end took its place
  objected_at timestamptz,
  objection bytea,                         -- sealed; null: none, or its key is lost
  reminded_at timestamptz,
  answered_at timestamptz,
  answered_by uuid references auth.person on delete set null,
  outcome text check (outcome in ('stands', 'changed')),
  answer bytea,                            -- sealed
  primary key (organization_id, id),
  foreign key (organization_id, concern_id) references concern on delete cascade,
  foreign key (organization_id, relationship_id) references relationship on delete set null (relationship_id),
  check ((answered_at is null) = (outcome is null)),
  check (answered_at is null or objected_at is not null)
);
create index on safety_decision (organization_id, concern_id, decided_at);
create index on safety_decision (organization_id, relationship_id, person_id, decided_at desc);
-- Objections that nobody has answered.
create index on safety_decision (objected_at) where objected_at is not null and answered_at is null and over_at is null;
call protect('safety_decision');
-- Whose time has run out is not known before it is found.
create policy due on safety_decision for select using (is_system());

alter table concern_entry drop constraint concern_entry_kind_check, add constraint concern_entry_kind_check
  check (kind in ('raised', 'snapshot', 'added', 'told', 'reminded', 'escalated', 'taken', 'handed-over', 'released',
    'note', 'contact', 'severity', 'named', 'paused', 'lifted', 'closed', 'appealed', 'reopened', 'objected', 'objection-answered'));
alter table concern_entry drop constraint concern_entry_by_part_check, add constraint concern_entry_by_part_check
  check (by_part in ('reporter', 'lead', 'program', 'person'));
