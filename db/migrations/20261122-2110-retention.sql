-- How long what people said to each other in matching is kept once a program is over.
alter table organization add column keep_months smallint not null default 12 check (keep_months between 1 and 120);
