-- What kind of relationship it is, from its beginning on: its program can change what it makes for those to come.
alter table relationship add column format text not null default 'one-to-one'
  check (format in ('one-to-one', 'group', 'flash', 'peer', 'reverse'));

-- Of every organization at once: nothing else can be done with these rows until this is over.
alter table relationship no force row level security;
alter table program no force row level security;
update relationship set format = program.format from program
where program.organization_id = relationship.organization_id and program.id = relationship.program_id
  and program.format <> relationship.format;
alter table program force row level security;
alter table relationship force row level security;

-- In a group it can take place without one of them.
alter table session_person drop constraint session_person_outcome_check;
alter table session_person add constraint session_person_outcome_check check (outcome in ('held', 'moved', 'missed', 'absent'));
