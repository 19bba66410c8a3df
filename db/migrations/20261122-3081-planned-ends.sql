-- A planned last day is found by its day.
create index on relationship (ends_on) where state in ('active', 'paused');
-- What is due is looked for in all organizations at once.
create policy readable on relationship for select using (is_system());
