/** The other control: every check is shown a fault of its own kind, inside a transaction that is taken back, and must name it. */
import type pg from "pg";
import type { Installation } from "./installation.ts";
import { type Expected, inTheEnd, violations } from "./checks.ts";

interface Fault {
  readonly check: string;
  readonly what: string;
  readonly plant: (client: pg.ClientBase, expected: Expected) => Promise<unknown>;
}

const faults: readonly Fault[] = [
  {
    check: "imports whole or absent",
    what: "one of the people of a finished import is missing",
    plant: (client, { imports }) =>
      client.query("delete from participant where id = (select id from participant where import_id = $1 limit 1)", [imports[0]?.importId]),
  },
  {
    check: "offers all or none",
    what: "one offer of a published round is missing",
    plant: (client, { rounds }) =>
      client.query("delete from offer where id = (select id from offer where round_id = $1 limit 1)", [rounds[0]?.roundId]),
  },
  {
    check: "no place held twice",
    what: "the unique index is dropped, and an offer is made without a lock",
    plant: async (client) => {
      await client.query("drop index a_place_is_held_once");
      await client.query(
        "update offer set place = 1 where id = (select id from offer where place = 2 and state in ('open', 'accepted') limit 1)",
      );
    },
  },
  {
    check: "no place held twice",
    what: "a mentor has fewer places than offers",
    plant: (client) => client.query("update participant set capacity = 1 where id = (select mentor_id from offer where place = 2 limit 1)"),
  },
  {
    check: "no letter twice",
    what: "a letter is written once more, outside of the books",
    plant: (client) =>
      client.query(
        `insert into letter (id, organization_id, person_id, to_address, to_name, language, kind, dedupe_key, subject, text_body, html_body, state)
         select gen_random_uuid(), organization_id, person_id, to_address, to_name, language, kind, dedupe_key || ' again', subject, text_body, html_body, 'sent'
         from letter where kind = 'offer' limit 1`,
      ),
  },
  {
    check: "every letter is written and sent",
    what: "a letter was never written",
    plant: (client) => client.query("delete from letter where id = (select id from letter where kind = 'offer' limit 1)"),
  },
  {
    check: "nothing acknowledged is lost",
    what: "a program that was acknowledged is gone",
    plant: (client, { acknowledged }) => client.query("delete from program where name = $1", [[...acknowledged][0]]),
  },
  {
    check: "a job's work is done once",
    what: "a program has its first criteria twice",
    plant: (client) =>
      client.query(
        `insert into criterion (organization_id, id, program_id, position, strength, rule)
         select organization_id, gen_random_uuid(), program_id, position, strength, rule from criterion
         where program_id = (select program_id from criterion limit 1)`,
      ),
  },
];

/** Returns a line for each fault, and whether its check named it. */
export function showFaults(installation: Installation, expected: Expected): Promise<{ what: string; check: string; isFound: boolean }[]> {
  return installation.asSuperuser(async (client) => {
    const shown = [];
    for (const { check, what, plant } of faults) {
      await client.query("begin");
      await plant(client, expected);
      const found = await violations(inTheEnd, client, expected);
      await client.query("rollback");
      shown.push({ what, check, isFound: found.some((one) => one.check === check) });
    }
    return shown;
  });
}
