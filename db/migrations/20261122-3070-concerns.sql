-- Who looks after safety in an organization; and what is raised with them, which nobody else sees.
create table safeguarding_lead (
  organization_id uuid not null,
  person_id uuid not null,
  given_by uuid references auth.person on delete set null,
  given_at timestamptz not null,
  primary key (organization_id, person_id),
  foreign key (organization_id, person_id) references member on delete cascade
);
create index on safeguarding_lead (person_id);
call protect('safeguarding_lead');

-- How long a case is kept once it is closed.
alter table organization add column keep_case_years smallint not null default 6 check (keep_case_years between 1 and 100);

create table concern (
  organization_id uuid not null references organization on delete cascade,
  id uuid not null,
  reporter_id uuid references auth.person on delete set null,
  is_confidential boolean not null,        -- who raised it is for its handler only
  may_write boolean not null,              -- whether she may be told by letter that there is news
  category text not null
    check (category in ('unsafe', 'pressure', 'sexual', 'put-down', 'money', 'privacy', 'wellbeing', 'message', 'other')),
  urgency text not null check (urgency in ('now', 'soon', 'can-wait')),
  words bytea,                             -- sealed; null: its key is lost
  relationship_id uuid,
  message_report_id uuid,
  state text not null default 'open'
    check (state in ('open', 'acknowledged', 'in-work', 'resolved', 'passed-on', 'unfounded', 'reopened')),
  severity text check (severity in ('low', 'medium', 'high', 'critical')),
  handler_id uuid references auth.person on delete set null,
  decided_by uuid references auth.person on delete set null,
  outcome bytea,                           -- sealed: what she who raised it is told
  holds_pause boolean not null default false,
  raised_at timestamptz not null,
  opened_at timestamptz not null,          -- raised, or reopened: the clocks run from here
  told_at timestamptz,
  reminded_at timestamptz,
  escalated_at timestamptz,
  acknowledged_at timestamptz,
  closed_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, relationship_id) references relationship on delete set null (relationship_id),
  check ((state in ('resolved', 'passed-on', 'unfounded')) = (closed_at is not null))
);
create unique index one_concern_for_a_report on concern (organization_id, message_report_id) where message_report_id is not null;
create index on concern (organization_id, opened_at desc, id desc);
create index on concern (organization_id, reporter_id, raised_at desc);
create index on concern (organization_id, relationship_id) where holds_pause;
create index on concern (organization_id, closed_at) where closed_at is not null;
-- What the clocks look for.
create index on concern (opened_at) where state in ('open', 'reopened');
call protect('concern');
-- Whose clock has run out is not known before it is found.
create policy due on concern for select using (is_system());

-- Whom it is about. Erasing somebody leaves that there was somebody.
create table concern_subject (
  organization_id uuid not null,
  concern_id uuid not null,
  number smallint not null,                -- Person 1, Person 2
  person_id uuid references auth.person on delete set null,
  named_by text not null check (named_by in ('reporter', 'lead')),
  primary key (organization_id, concern_id, number),
  unique (organization_id, concern_id, person_id),
  foreign key (organization_id, concern_id) references concern on delete cascade
);
create index on concern_subject (organization_id, person_id);
call protect('concern_subject');

-- What happened with it, in order.
create table concern_entry (
  organization_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('raised', 'snapshot', 'added', 'told', 'reminded', 'escalated', 'taken', 'handed-over', 'released',
    'note', 'contact', 'severity', 'named', 'paused', 'lifted', 'closed', 'appealed', 'reopened')),
  by_part text not null check (by_part in ('reporter', 'lead', 'program')),
  by_id uuid references auth.person on delete set null,
  about_id uuid references auth.person on delete set null,
  detail text not null default '' check (length(detail) <= 100),
  words bytea,                             -- sealed
  primary key (organization_id, id),
  foreign key (organization_id, concern_id) references concern on delete cascade
);
create index on concern_entry (organization_id, concern_id, id);
call protect('concern_entry');

-- Who has opened it, and when.
create table concern_reading (
  organization_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  person_id uuid references auth.person on delete set null,
  at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, concern_id) references concern on delete cascade
);
create index on concern_reading (organization_id, concern_id, id);
call protect('concern_reading');

-- Nobody looks into what is about herself, nor into what somebody raises who has raised something about her before.
create function is_barred_from_concern(organization uuid, concern uuid, person uuid) returns boolean language sql stable
  return exists (
    select from concern_subject s
    where s.organization_id = $1 and s.person_id = $3 and (s.concern_id = $2 or s.concern_id in (
      select other.id from concern this join concern other
        on other.organization_id = this.organization_id and other.reporter_id = this.reporter_id
      where this.organization_id = $1 and this.id = $2)));

-- Who may look into it: the leads; where there is none whom it does not concern, the owners.
create function concern_handlers(organization uuid, concern uuid) returns setof uuid language sql stable
begin atomic
  with lead as (
    select l.person_id from safeguarding_lead l where l.organization_id = $1 and not is_barred_from_concern($1, $2, l.person_id)
  )
  select person_id from lead
  union all
  select m.person_id from member m
  where m.organization_id = $1 and m.role = 'owner' and m.joined_at is not null and not exists (select from lead)
    and not is_barred_from_concern($1, $2, m.person_id);
end;

create function check_concern_handler() returns trigger language plpgsql as $$
begin
  if new.handler_id is not null and not new.handler_id in (select concern_handlers(new.organization_id, new.id)) then
    raise exception 'nobody handles a case about herself, or without the role' using errcode = 'check_violation', constraint = 'concern_handler';
  end if;
  return new;
end $$;
-- Afterwards, since it asks for the case itself. Erasing somebody takes the handler away, which is always right.
create trigger concern_handler after insert or update of handler_id, reporter_id on concern
  for each row when (new.handler_id is not null) execute function check_concern_handler();

-- Named afterwards, she lets go at once of every case that this bars her from.
create function let_subject_go() returns trigger language plpgsql as $$
begin
  update concern c set handler_id = null
    where c.organization_id = new.organization_id and c.handler_id = new.person_id
      and is_barred_from_concern(c.organization_id, c.id, new.person_id);
  return null;
end $$;
create trigger concern_subject_lets_go after insert or update of person_id on concern_subject
  for each row when (new.person_id is not null) execute function let_subject_go();

-- What was written down stays as it was: but that somebody is erased, that two records are one person's, and that a new key seals it.
create function forbid_rewriting() returns trigger language plpgsql as $$
declare
  links text[] := array['by_id', 'about_id', 'person_id', 'words'];
  was jsonb := to_jsonb(old);
  will jsonb;
  link text;
begin
  if tg_op = 'DELETE' then
    -- With the whole case, when its time is over.
    if exists (select from concern c where c.organization_id = old.organization_id and c.id = old.concern_id) then
      raise exception '% is append-only', tg_table_name using errcode = 'check_violation', constraint = 'append_only';
    end if;
    return old;
  end if;
  will := to_jsonb(new);
  if was - links <> will - links then
    raise exception '% is append-only', tg_table_name using errcode = 'check_violation', constraint = 'append_only';
  end if;
  foreach link in array array['by_id', 'about_id', 'person_id'] loop
    if was -> link is distinct from will -> link and will ->> link is not null
       and coalesce(current_setting('app.merging', true), '') <> 'on' then
      raise exception '% is append-only', tg_table_name using errcode = 'check_violation', constraint = 'append_only';
    end if;
  end loop;
  -- The key's name stands in bytes 2 to 5.
  if was -> 'words' is distinct from will -> 'words' and not (
    case when will ->> 'words' is null then is_system()
      else substring(was ->> 'words' from 5 for 8) <> substring(will ->> 'words' from 5 for 8) end) then
    raise exception '% is append-only', tg_table_name using errcode = 'check_violation', constraint = 'append_only';
  end if;
  return new;
end $$;
create trigger append_only before update or delete on concern_entry for each row execute function forbid_rewriting();
create trigger append_only before update or delete on concern_reading for each row execute function forbid_rewriting();

-- As before; and whether she is a safeguarding lead. Where nobody is named, the owners are.
create or replace function enter(session_token text, opened uuid, is_public boolean) returns jsonb language plpgsql as $$
declare
  found_session record;
  mine uuid[];
  memberships jsonb;
begin
  perform set_config('app.system', '', true);
  select s.id as session_id, s.updated_at as session_updated, p.* into found_session
    from auth.session s join auth.person p on p.id = s.person_id
    where s.token = session_token and s.expires_at > now();
  if found_session.id is null then
    perform set_config('app.person_id', '', true),
            set_config('app.organization_ids', case when is_public and opened is not null then array[opened]::text else '' end, true);
    return null;
  end if;

  perform set_config('app.person_id', found_session.id::text, true);
  select coalesce(array_agg(organization_id), '{}') into mine from member where person_id = found_session.id;
  perform set_config('app.organization_ids', mine::text, true);
  select coalesce(jsonb_agg(jsonb_build_object(
      'organizationId', o.id,
      'organizationName', o.name,
      'role', m.role,
      'coordinates', coordinates,
      'isSafeguardingLead',
        exists (select from safeguarding_lead l where l.organization_id = o.id and l.person_id = m.person_id)
        or (m.role = 'owner' and not exists (select from safeguarding_lead l where l.organization_id = o.id)),
      'lacksSecondFactor', not found_session.two_factor_enabled and (
        m.role = any (o.second_factor_roles)
        or ('coordinator' = any (o.second_factor_roles) and coordinates <> '[]')
        or exists (select from participant pt where pt.organization_id = o.id and pt.person_id = m.person_id
                   and pt.withdrawn_at is null and pt.role = any (o.second_factor_roles)))
    ) order by o.name, o.id), '[]') into memberships
    from member m
    join organization o on o.id = m.organization_id
    cross join lateral (select coalesce(jsonb_agg(c.program_id), '[]') as coordinates from coordinator c
                        where c.organization_id = m.organization_id and c.person_id = m.person_id) c
    where m.person_id = found_session.id;
  if opened is not null then
    perform set_config('app.organization_ids', case when is_public or opened = any (mine) then array[opened]::text else '' end, true);
  else
    -- An organization that asks for a second factor shows nothing before there is one, wherever she looks from.
    perform set_config('app.organization_ids', (
      select coalesce(array_agg((membership ->> 'organizationId')::uuid), '{}')::text
      from jsonb_array_elements(memberships) membership where not (membership ->> 'lacksSecondFactor')::boolean), true);
  end if;
  -- Somebody who comes every month stays signed in; a forgotten device does not.
  if found_session.session_updated < now() - interval '1 day' then
    update auth.session set updated_at = now(), expires_at = now() + interval '30 days' where id = found_session.session_id;
  end if;
  return jsonb_build_object(
    'personId', found_session.id, 'email', found_session.email, 'name', found_session.name,
    'sessionId', found_session.session_id, 'language', found_session.language, 'timeZone', found_session.time_zone,
    'ownsInstallation', exists (select from installation where owner_person_id = found_session.id),
    'memberships', memberships);
end $$;
