-- Whoever listens hears no more from the moment on at which she may not: when her session ends (she signs out, everywhere or here,
-- or changes her password), she goes out of an organization or a relationship, or coordinates no more. A trigger, so that no way of
-- ending it is forgotten; told when the transaction commits.
create function tell_standing() returns trigger language plpgsql as $$
begin
  perform pg_notify('understory_live', 'standing ' || old.person_id);
  return null;
end $$;

create trigger tell_standing after delete on auth.session for each row execute function tell_standing();
create trigger tell_standing after delete or update of role on member for each row execute function tell_standing();
create trigger tell_standing after delete on coordinator for each row execute function tell_standing();
create trigger tell_standing after delete or update of left_at, person_id on relationship_person
  for each row execute function tell_standing();
