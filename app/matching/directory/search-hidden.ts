import { sql } from "kysely";
import { listProfiles } from "../../people/profiles/find-profile.ts";
import { showProfile, type ShownProfile } from "../../people/profiles/show-profile.ts";
import type { Context } from "../../platform/context.ts";
import { withoutIdentity } from "./found-person.ts";
import type { Standing } from "./list-standings.ts";

/**
 * Where names come later: of those whom a search has found, only those whose words hold it also when all is taken out that would
 * say who they are. Otherwise one could search for the name in somebody's own story, and would know whose number it is.
 */
export async function withoutTelling(
  ctx: Context,
  organizationId: string,
  found: readonly Standing[],
  search: string,
): Promise<Standing[]> {
  const ids = found.map(({ personId }) => personId);
  const profiles = await listProfiles(ctx, organizationId, ids);
  const texts = profiles.map((profile) => wordsOf(withoutIdentity(showProfile(profile, "program"))));
  const words = search.split(/\s+/u).filter(Boolean);
  // Compared as the search itself compares: without accents and capitals.
  const { rows } = await sql<{ at: number }>`
    select (said.at - 1)::int as at from unnest(${texts}::text[]) with ordinality as said (text, at)
    where not exists (
      select from unnest(${words}::text[]) as word where strpos(unaccent(lower(said.text)), unaccent(lower(word))) = 0)`.execute(ctx.db);
  const kept = new Set(rows.map(({ at }) => profiles[at]!.personId));
  return found.filter(({ personId, isKnown }) => isKnown || kept.has(personId));
}

const wordsOf = ({ headline, story, gives, hopes, interests, skills }: ShownProfile): string =>
  [headline, story, gives, hopes, ...interests, ...skills.gives.map(({ skill }) => skill), ...skills.hopes.map(({ skill }) => skill)].join(
    "\n",
  );
