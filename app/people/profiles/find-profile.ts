import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Context } from "../../platform/context.ts";
import { type Profile, type Skill, type SkillLevel, visibilityOf } from "./profile.ts";
import { type Relation, showProfile, type ShownProfile } from "./show-profile.ts";

const skillOf = ({ skill, level }: { skill: string; level: number | null }): Skill => ({ skill, level: level as SkillLevel | null });

/** All of these profiles whole, in no order; who is not in the organization is left out. For `showProfile`, never for a page as they are. */
export async function listProfiles(ctx: Context, organizationId: string, personIds: readonly string[]): Promise<Profile[]> {
  if (personIds.length === 0) return [];
  const rows = await ctx.db
    .selectFrom("profile")
    .innerJoin("auth.person as person", "person.id", "profile.person_id")
    .selectAll("profile")
    .select((eb) => [
      "person.email",
      jsonArrayFrom(
        eb
          .selectFrom("profile_skill as s")
          .select(["s.direction", "s.skill", "s.level"])
          .whereRef("s.organization_id", "=", "profile.organization_id")
          .whereRef("s.person_id", "=", "profile.person_id")
          .orderBy((by) => by.fn("lower", ["s.skill"])),
      ).as("skills"),
    ])
    .where("profile.organization_id", "=", organizationId)
    .where("profile.person_id", "in", personIds)
    .execute();
  return rows.map((row) => ({
    organizationId,
    personId: row.person_id,
    name: row.name,
    pronouns: row.pronouns,
    headline: row.headline,
    story: row.story,
    languages: row.languages,
    timeZone: row.time_zone,
    place: row.place,
    country: row.country,
    interests: row.interests,
    gives: row.gives,
    hopes: row.hopes,
    skills: {
      gives: row.skills.filter(({ direction }) => direction === "gives").map(skillOf),
      hopes: row.skills.filter(({ direction }) => direction === "hopes").map(skillOf),
    },
    availability: row.availability,
    pictureId: row.picture_id,
    pausedUntil: row.paused_until,
    visibility: visibilityOf(row.visibility),
    editedAt: row.edited_at,
    email: row.email,
  }));
}

export async function findProfile(ctx: Context, organizationId: string, personId: string): Promise<Profile | undefined> {
  const [profile] = await listProfiles(ctx, organizationId, [personId]);
  return profile;
}

/** What the asking person may see of somebody, being this to her; undefined where there is no such person in the organization. */
export async function findShownProfile(
  ctx: Context,
  organizationId: string,
  personId: string,
  relation: Relation,
): Promise<ShownProfile | undefined> {
  const profile = await findProfile(ctx, organizationId, personId);
  return profile && showProfile(profile, relation);
}
