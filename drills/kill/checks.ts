/** What must be true after every kill, asked of the database itself, past the application and past row-level security. */
import type pg from "pg";
import type { PostOffice } from "./post-office.ts";

export interface ImportTrial {
  readonly importId: string;
  readonly name: string;
  readonly rows: number;
}
export interface RoundTrial {
  readonly roundId: string;
}
export interface Expected {
  readonly imports: readonly ImportTrial[];
  readonly rounds: readonly RoundTrial[];
  /** Programs whose making was answered with success. */
  readonly acknowledged: ReadonlySet<string>;
}

type Check = (client: pg.ClientBase, expected: Expected) => Promise<string[]>;

/** How much of an import is there: in one statement, so in one moment. */
async function stateOfImport(client: pg.ClientBase, { importId, name }: ImportTrial) {
  const { rows } = await client.query<{ state: string; participants: number; people: number; profiles: number; skills: number }>(
    `select i.state,
       (select count(*)::int from participant p where p.import_id = i.id) as participants,
       (select count(*)::int from auth.person where email like $2) as people,
       (select count(*)::int from profile f join auth.person p on p.id = f.person_id where p.email like $2) as profiles,
       (select count(distinct s.person_id)::int from profile_skill s join auth.person p on p.id = s.person_id where p.email like $2) as skills
     from spreadsheet_import i where i.id = $1`,
    [importId, `${name}-%@drill.test`],
  );
  return rows[0] ?? { state: "missing", participants: 0, people: 0, profiles: 0, skills: 0 };
}

const importsWholeOrAbsent: Check = async (client, { imports }) => {
  const problems: string[] = [];
  for (const one of imports) {
    const { state, ...counts } = await stateOfImport(client, one);
    const whole = state === "done" ? one.rows : 0;
    const wrong = Object.entries(counts).filter(([, count]) => count !== whole);
    if (wrong.length > 0 || state === "missing")
      problems.push(`import ${one.name} is ${state} and has ${wrong.map(([what, count]) => `${count} ${what}`).join(", ")} of ${one.rows}`);
  }
  return problems;
};

const offersAllOrNone: Check = async (client, { rounds }) => {
  const { rows } = await client.query<{ id: string; state: string; pairs: number; offers: number; wrong: number }>(
    `select r.id, r.state,
       (select count(*)::int from round_pair p where p.round_id = r.id) as pairs,
       (select count(*)::int from offer o where o.round_id = r.id) as offers,
       (select count(*)::int from offer o where o.round_id = r.id and not exists (
          select from round_pair p where p.round_id = r.id and p.mentee_id = o.mentee_id and p.mentor_id = o.mentor_id)) as wrong
     from round r where r.id = any ($1)`,
    [rounds.map(({ roundId }) => roundId)],
  );
  const problems = rows
    .filter(({ state, pairs, offers, wrong }) => wrong > 0 || pairs === 0 || offers !== (state === "published" ? pairs : 0))
    .map(({ id, state, pairs, offers, wrong }) => `round ${id} is ${state} with ${offers} offers for ${pairs} pairs (${wrong} for others)`);
  return rows.length === rounds.length ? problems : [...problems, `${rounds.length - rows.length} rounds are gone`];
};

const noPlaceTwice: Check = async (client) => {
  const { rows } = await client.query<{ words: string }>(
    `with held as (select * from offer where state in ('open', 'accepted'))
     select 'place ' || place || ' of mentor ' || mentor_id || ' is held ' || count(*) || ' times' as words
       from held group by mentor_id, place having count(*) > 1
     union all
     select 'mentor ' || m.id || ' has ' || count(*) || ' offers for ' || coalesce(m.capacity, p.default_capacity) || ' places'
       from held join participant m on m.id = held.mentor_id join program p on p.id = m.program_id
       group by m.id, m.capacity, p.default_capacity having count(*) > coalesce(m.capacity, p.default_capacity)
     union all
     select 'mentee ' || mentee_id || ' has ' || count(*) || ' offers' from held group by mentee_id having count(*) > 1`,
  );
  return rows.map(({ words }) => words);
};

/** Never two letters for one offer and side; and where there are people, as many letters as offers at the most. */
const noLetterTwice: Check = async (client) => {
  const { rows } = await client.query<{ words: string }>(
    `with owed as (
       select p.person_id, count(*)::int as n from offer o join participant p on p.id in (o.mentee_id, o.mentor_id) group by p.person_id),
     written as (select person_id, count(*)::int as n from letter where kind = 'offer' group by person_id)
     select written.n || ' letters about ' || coalesce(owed.n, 0) || ' offers to ' || written.person_id as words
       from written left join owed using (person_id) where written.n > coalesce(owed.n, 0)
     union all
     select count(*) || ' letters for the occasion ' || dedupe_key from letter group by dedupe_key having count(*) > 1`,
  );
  return rows.map(({ words }) => words);
};

const nothingAcknowledgedIsLost: Check = async (client, { acknowledged }) => {
  // A copy: more are acknowledged while the database is asked.
  const names = [...acknowledged];
  const { rows } = await client.query<{ name: string; n: number }>(
    `select name, count(*)::int as n from program where name = any ($1) group by name`,
    [names],
  );
  const counts = new Map(rows.map(({ name, n }) => [name, n]));
  return names
    .filter((name) => counts.get(name) !== 1)
    .map((name) => `«${name}» was acknowledged and is there ${counts.get(name) ?? 0} times`);
};

/** Each offer has its two letters. True once everything that was queued is done. */
const everyLetterIsWritten: Check = async (client) => {
  const { rows } = await client.query<{ words: string }>(
    `select 'no letter to the ' || side || ' about offer ' || o.id as words
     from offer o cross join (values ('mentee'), ('mentor')) s (side)
     where not exists (select from letter l where l.dedupe_key = 'offer ' || o.id || ' ' || side)
     union all
     select 'the letter ' || id || ' is ' || state || ': ' || coalesce(last_error, '') from letter where state <> 'sent'`,
  );
  return rows.map(({ words }) => words);
};

/** The same job again must not do its work again: every program has the criteria that programs begin with, once. */
const criteriaOnce: Check = async (client) => {
  const { rows } = await client.query<{ n: number; programs: number }>(
    `with each_program as (select p.id, count(c.id)::int as n from program p left join criterion c on c.program_id = p.id group by p.id)
     select n, count(*)::int as programs from each_program group by n order by programs desc`,
  );
  return rows.slice(1).map(({ n, programs }) => `${programs} programs have ${n} criteria, the others ${rows[0]!.n}`);
};

/** What must hold at any moment, also in the middle of the work. */
export const always: Readonly<Record<string, Check>> = {
  "imports whole or absent": importsWholeOrAbsent,
  "offers all or none": offersAllOrNone,
  "no place held twice": noPlaceTwice,
  "no letter twice": noLetterTwice,
  "nothing acknowledged is lost": nothingAcknowledgedIsLost,
};

/** What must hold once everything that was queued is done. */
export const inTheEnd: Readonly<Record<string, Check>> = {
  ...always,
  "every letter is written and sent": everyLetterIsWritten,
  "a job's work is done once": criteriaOnce,
};

export async function violations(
  checks: Readonly<Record<string, Check>>,
  client: pg.ClientBase,
  expected: Expected,
): Promise<{ check: string; words: string }[]> {
  const found: { check: string; words: string }[] = [];
  for (const [name, check] of Object.entries(checks)) for (const words of await check(client, expected)) found.push({ check: name, words });
  return found;
}

/** Every letter arrived, under its own Message-ID, the same letter each time; and nothing arrived that is not in the books. */
export async function lettersArrived(client: pg.ClientBase, { arrived }: PostOffice): Promise<string[]> {
  const { rows } = await client.query<{ id: string; to_address: string }>(`select id, to_address from letter where state = 'sent'`);
  const known = new Map(rows.map((row) => [row.id, row.to_address]));
  return [
    ...rows.filter(({ id }) => !arrived.has(id)).map(({ id }) => `letter ${id} counts as sent and never arrived`),
    ...[...arrived].flatMap(([id, { to, contents }]) => [
      ...(known.get(id) === to ? [] : [`a letter to ${to} arrived as ${id}, which nobody wrote`]),
      ...(contents.size === 1 ? [] : [`${contents.size} different letters arrived as ${id}`]),
    ]),
  ];
}
