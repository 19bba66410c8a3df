import { type RawBuilder, sql } from "kysely";
import { usualVisibility, type VisibleField } from "../../people/profiles/profile.ts";

/** Whether everybody of the program may see this of `profile`. */
export const isSeenInProgram = (field: VisibleField): RawBuilder<boolean> =>
  sql`coalesce(profile.visibility ->> ${field}, ${usualVisibility[field]}) in ('program', 'organization')`;
