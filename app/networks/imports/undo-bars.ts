/** Why an import can no longer be undone: somebody in it has been written to, has come in, or has something that rests on her. */
import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { Sentence } from "../../platform/errors.ts";
import type { Import } from "./find-import.ts";
import { importWords } from "./imports.messages.ts";

interface Touched {
  readonly organizationId: string;
  readonly importId: string;
}
/** What a room above has built on people: undefined where nothing of it rests on anybody whom the import touched. */
export type RestsOnImport = (ctx: Context, touched: Touched) => Promise<Sentence | undefined>;

const resting: RestsOnImport[] = [];
/** Rooms above say here, once at the start, what of theirs an undoing would take away. */
export function barUndo(rests: RestsOnImport): void {
  resting.push(rests);
}

export async function findUndoBars(ctx: Context, one: Import): Promise<Sentence[]> {
  const { organization_id: organizationId, id: importId, finished_at: finishedAt } = one;
  const { rows } = await sql<{ people: number; invited: number; joined: number; edited: number; later: string | null }>`
    select count(*)::int as people,
      count(*) filter (where pt.invited_at >= ${finishedAt} or invited.person_id is not null)::int as invited,
      count(*) filter (where pt.joined_at >= ${finishedAt} or m.joined_at >= ${finishedAt})::int as joined,
      count(*) filter (where pt.edited_at >= ${finishedAt} or pr.edited_at >= ${finishedAt})::int as edited,
      (select i.file_name from import_change other
        join spreadsheet_import i on i.organization_id = ${organizationId} and i.id = other.import_id
        where other.organization_id = ${organizationId} and i.state = 'done' and i.finished_at >= ${finishedAt} and i.id <> ${importId}
          and other.person_id in (select person_id from import_change where organization_id = ${organizationId} and import_id = ${importId})
        limit 1) as later
    from import_change c
    left join participant pt on pt.organization_id = ${organizationId} and pt.id = c.participant_id
    left join member m on m.organization_id = ${organizationId} and m.person_id = c.person_id
    left join profile pr on pr.organization_id = ${organizationId} and pr.person_id = c.person_id
    left join (select distinct person_id from invitation where organization_id = ${organizationId} and created_at >= ${finishedAt}) invited
      on invited.person_id = c.person_id
    where c.organization_id = ${organizationId} and c.import_id = ${importId}`.execute(ctx.db);
  const found = rows[0]!;
  const bars: Sentence[] = [];
  if (found.people === 0) bars.push((language) => importWords(language).bars.nothingLeft);
  if (found.joined > 0) bars.push((language) => importWords(language).bars.joined(found.joined));
  else if (found.invited > 0) bars.push((language) => importWords(language).bars.invited(found.invited));
  if (found.edited > 0) bars.push((language) => importWords(language).bars.edited(found.edited));
  const { later } = found;
  if (later !== null) bars.push((language) => importWords(language).bars.laterImport(later));
  for (const rests of resting) {
    const sentence = await rests(ctx, { organizationId, importId });
    if (sentence) bars.push(sentence);
  }
  return bars;
}
