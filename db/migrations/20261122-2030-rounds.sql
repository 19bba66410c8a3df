-- Rounds by more objectives than two, and what stays of a published one.

-- What a round was told beside its objective: numbers of it, the groups it is fair between, whether near ties are drawn.
alter table round add column settings jsonb not null default '{}';

-- In which share of the draws a pair came out, where near ties were drawn.
alter table round_pair add column drawn real check (drawn between 0 and 1);

-- The run of a published round as numbers, without anything that anybody has answered: who could be matched with whom at which
-- weight, and what came of it. It can be run again, and is kept for as long as the program is.
create table round_run (
  organization_id uuid not null,
  round_id uuid not null,
  engine_version text not null,
  bytes bytea not null,
  kept_at timestamptz not null,
  checked_at timestamptz,                  -- when it was run again last
  checked jsonb,                           -- and what that gave
  primary key (organization_id, round_id),
  foreign key (organization_id, round_id) references round on delete cascade
);
call protect('round_run');

-- Answers of everybody stand in a snapshot together. When one of them goes, it goes: whatever way she goes.
create function forget_snapshots() returns trigger language plpgsql as $$
begin
  delete from round_snapshot s using round r
  where r.organization_id = old.organization_id and r.program_id = old.program_id
    and s.organization_id = r.organization_id and s.round_id = r.id
    and (exists (select from round_pair x where x.organization_id = r.organization_id and x.round_id = r.id and x.mentee_id = old.id)
      or exists (select from round_unmatched x where x.organization_id = r.organization_id and x.round_id = r.id and x.mentee_id = old.id)
      or exists (select from round_mentor x where x.organization_id = r.organization_id and x.round_id = r.id and x.mentor_id = old.id));
  return old;
end $$;
create trigger forget_snapshots before delete on participant for each row execute function forget_snapshots();
