-- Background checks: that one was made, by whom, where it holds, what came of it and until when it counts; never the certificate itself.

-- What this program wants of its mentors before anything begins; empty: nothing.
alter table program add needed_checks text[] not null default '{}'
  check (needed_checks <@ array['criminal-record', 'barred-list', 'references', 'identity', 'other']);

create table background_check (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('criminal-record', 'barred-list', 'references', 'identity', 'other')),
  provider text not null check (length(provider) between 1 and 200),
  jurisdictions text not null check (length(jurisdictions) between 1 and 300),
  reference bytea,                         -- sealed
  decision bytea,                          -- sealed; null: its key is lost
  remark bytea,                            -- sealed
  decided_on date not null,
  expires_on date check (expires_on > decided_on),  -- the last day on which it counts; null: it does not count
  recorded_by uuid references auth.person on delete set null,
  recorded_at timestamptz not null,
  voided_at timestamptz,
  voided_by uuid references auth.person on delete set null,
  void_reason bytea,                       -- sealed
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references profile on delete cascade,
  check (voided_at is not null or (voided_by is null and void_reason is null)),
  constraint nobody_records_her_own check (recorded_by <> person_id)
);
create index on background_check (organization_id, person_id, kind, decided_on desc, id desc) where voided_at is null;
create index on background_check (organization_id, recorded_by);
create index on background_check (organization_id, voided_by);
-- What runs out is found by its day, in all organizations at once.
create index on background_check (expires_on) where voided_at is null;
call protect('background_check');
create policy due on background_check for select using (is_system());

-- A record stays as it was written. It can be voided, once; be sealed with a new key; and lose whoever is erased.
create function keep_background_check() returns trigger language plpgsql as $$
declare
  links text[] := array['person_id', 'recorded_by', 'voided_by'];
  sealed text[] := array['reference', 'decision', 'remark', 'void_reason'];
  voiding text[] := array['voided_at', 'voided_by', 'void_reason'];
  is_merging boolean := coalesce(current_setting('app.merging', true), '') = 'on';
  was jsonb := to_jsonb(old);
  will jsonb;
  field text;
begin
  if tg_op = 'DELETE' then
    if coalesce(current_setting('app.forgetting', true), '') <> 'on' and exists (
      select from profile where organization_id = old.organization_id and person_id = old.person_id) then
      raise exception 'a background check is voided, not deleted' using errcode = 'check_violation', constraint = 'append_only';
    end if;
    return old;
  end if;
  will := to_jsonb(new);
  if was - links - sealed - voiding <> will - links - sealed - voiding then
    raise exception 'a background check is voided, not changed' using errcode = 'check_violation', constraint = 'append_only';
  end if;
  if old.voided_at is null and new.voided_at is not null then
    links := array['person_id', 'recorded_by'];
    sealed := array['reference', 'decision', 'remark'];
  elsif old.voided_at is distinct from new.voided_at then
    raise exception 'a background check is voided once' using errcode = 'check_violation', constraint = 'append_only';
  end if;
  foreach field in array links loop
    if was -> field is distinct from will -> field and will ->> field is not null and not is_merging then
      raise exception 'a background check keeps who it is of' using errcode = 'check_violation', constraint = 'append_only';
    end if;
  end loop;
  foreach field in array sealed loop
    -- The key's name stands in bytes 2 to 5.
    if was -> field is distinct from will -> field and not (
      case when will ->> field is null then is_system()
        else substring(was ->> field from 5 for 8) <> substring(will ->> field from 5 for 8) end) then
      raise exception 'a background check is voided, not changed' using errcode = 'check_violation', constraint = 'append_only';
    end if;
  end loop;
  return new;
end $$;
create trigger append_only before update or delete on background_check for each row execute function keep_background_check();
