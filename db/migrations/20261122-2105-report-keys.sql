-- The public keys that have signed reports, the first one first: a new secret is a new key, and reports that were signed before it are
-- still to be verified.
alter table installation add column report_keys jsonb not null default '[]';   -- [{ publicKey, since }]
