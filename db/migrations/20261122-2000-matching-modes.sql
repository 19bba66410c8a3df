-- How the people of a program find each other. A program without a row here goes by coordinator's rounds, with the defaults below.

alter table program drop constraint program_format_check;
alter table program add constraint program_format_check check (format in ('one-to-one', 'group', 'flash', 'peer', 'reverse'));

create table matching_mode (
  organization_id uuid not null,
  program_id uuid not null,
  mode text not null default 'round' check (mode in ('round', 'ranked-round', 'mentee-asks', 'choose-among-three', 'mixed')),
  -- Preferences: how many mentors a mentee may rank, whether mentors rank and veto too, and whether a mentee who has ranked is kept
  -- to her first so many choices.
  mentee_choices smallint not null default 5 check (mentee_choices between 1 and 20),
  mentors_rank boolean not null default false,
  guaranteed_choices smallint check (guaranteed_choices between 1 and 20),
  -- Requests: how many a mentee may have open at once, and how long a mentor has to answer.
  open_requests smallint not null default 3 check (open_requests between 1 and 10),
  request_days smallint not null default 7 check (request_days between 1 and 60),
  -- Groups (format 'group'): from–to of one mentor's group.
  group_least smallint not null default 3 check (group_least between 1 and 20),
  group_most smallint not null default 6 check (group_most between 2 and 20),
  -- When names and pictures show in the directory: at once, or once there is an offer or an accepted request between the two.
  identity text not null default 'at-once' check (identity in ('at-once', 'after-match')),
  primary key (organization_id, program_id),
  foreign key (organization_id, program_id) references program on delete cascade,
  check (group_least <= group_most)
);
call protect('matching_mode');
