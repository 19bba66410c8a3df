-- Whom participants would like, and whom not: a mentee's mentors in her order, a mentor's mentees where the program lets her.

create table choice (
  organization_id uuid not null,
  program_id uuid not null,
  participant_id uuid not null,            -- whose choice
  about_id uuid not null,                  -- somebody of the other role
  rank smallint not null check (rank between 1 and 1000),
  created_at timestamptz not null default now(),
  primary key (organization_id, participant_id, about_id),
  -- Looked at when the transaction ends: moving one moves the others.
  constraint a_rank_is_given_once unique (organization_id, participant_id, rank) deferrable initially deferred,
  foreign key (organization_id, program_id) references program on delete cascade,
  foreign key (organization_id, participant_id) references participant on delete cascade,
  foreign key (organization_id, about_id) references participant on delete cascade,
  check (participant_id <> about_id)
);
create index on choice (organization_id, program_id);
create index on choice (organization_id, about_id);
call protect('choice');

-- "Not this one": never told to the other, and no round, offer, suggestion or request pairs the two.
create table refusal (
  organization_id uuid not null,
  program_id uuid not null,
  participant_id uuid not null,            -- who says it
  about_id uuid not null,
  note text not null default '' check (length(note) <= 500),   -- for herself alone
  created_at timestamptz not null default now(),
  primary key (organization_id, participant_id, about_id),
  foreign key (organization_id, program_id) references program on delete cascade,
  foreign key (organization_id, participant_id) references participant on delete cascade,
  foreign key (organization_id, about_id) references participant on delete cascade,
  check (participant_id <> about_id)
);
create index on refusal (organization_id, program_id);
create index on refusal (organization_id, about_id);
call protect('refusal');

-- A mentor who missed several answers in a row is not shown, until she says that she is back.
create table directory_return (
  organization_id uuid not null,
  participant_id uuid not null,
  returned_at timestamptz not null,
  primary key (organization_id, participant_id),
  foreign key (organization_id, participant_id) references participant on delete cascade
);
call protect('directory_return');
