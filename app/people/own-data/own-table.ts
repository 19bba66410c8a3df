/** Of one table: which rows of it are somebody's own, and what of them is hers to take along. */
import { type RawBuilder, sql } from "kysely";
import type { Tables } from "../../platform/database.ts";
import type { SealedPlace } from "../../platform/sealing.ts";

export interface Me {
  readonly personId: string;
  readonly email: string;
}
export interface Hers {
  /** Which rows of `t` are hers. */
  readonly hers: (me: Me) => RawBuilder<unknown>;
  /** Columns that tell on somebody else. */
  readonly without?: readonly string[];
  /** A column that the application sealed, to be opened for her, and where it stands; or several. */
  readonly sealed?: SealedOwn | readonly SealedOwn[];
  /** Columns that tell on somebody else in some of the rows, and others in their place. */
  readonly changed?: (me: Me) => RawBuilder<unknown>;
}
export interface SealedOwn {
  readonly column: string;
  readonly place: (row: Readonly<Record<string, unknown>>) => SealedPlace;
}
export interface NotHers {
  readonly notHers: string;
}

/** Whoever has these gets in, by links or codes or in somebody's name: they are in no export. */
export const secretColumns: readonly string[] = [
  "token",
  "token_hash",
  "unsubscribe_token",
  "identifier",
  "password",
  "access_token",
  "refresh_token",
  "id_token",
  "secret",
  "backup_codes",
  "code",
  "html_body", // the same words as `text_body`
];

/** What is theirs together; not who of them did what. */
export const inRelationship = (without: readonly string[]): Hers => ({
  hers: ({ personId }) => sql`t.relationship_id in (select relationship_id from relationship_person where person_id = ${personId})`,
  without,
});
export const sealedById = (table: string, column: string): SealedOwn => ({
  column,
  place: (row) => ({ organizationId: String(row["organization_id"]), table, column, row: String(row["id"]) }),
});
export const byPerson: Hers = { hers: ({ personId }) => sql`t.person_id = ${personId}` };
export const parts = ({ personId }: Me): RawBuilder<unknown> => sql`(select id from participant where person_id = ${personId})`;
export const byPart = (column: "participant_id" | "mentor_id" | "mentee_id"): Hers["hers"] => {
  return (me) => sql`t.${sql.id(column)} in ${parts(me)}`;
};
export const eitherSide: Hers["hers"] = (me) => sql`(t.mentee_id in ${parts(me)} or t.mentor_id in ${parts(me)})`;
export const byMessage: Hers["hers"] = ({ personId }) => sql`t.message_id in (select id from message where author_id = ${personId})`;
export const importedRows = (me: Me): RawBuilder<unknown> => sql`(r.person_id = ${me.personId} or r.email = ${me.email})`;

/** Of some of the tables, as they stand in `own-tables.ts` together. */
export type SomeTables = { readonly [T in keyof Tables]?: Hers | NotHers };
