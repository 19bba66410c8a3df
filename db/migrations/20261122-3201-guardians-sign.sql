-- The agreement of a relationship is signed by a guardian, too, where the program says so.
alter table relationship_setting add guardian_signs boolean not null default false;
