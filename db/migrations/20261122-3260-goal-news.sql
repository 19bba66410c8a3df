-- Whose goal somebody else proposed is to be written to: from then on it is looked at whether the moment is right; null: nothing to tell.
alter table goal add column tell_at timestamptz;
create index on goal (tell_at) where tell_at is not null;
create policy readable on goal for select using (is_system());
