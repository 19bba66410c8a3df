-- Letters have an end: their words and whom they went to go a year after they left. That there was one for the occasion stays.
alter table letter add column forgotten_at timestamptz;
create index on letter (created_at) where forgotten_at is null;
