import type { PersonalContext } from "../../platform/context.ts";
import { Invalid } from "../../platform/errors.ts";
import { editProfile } from "./edit-profile.ts";
import type { Direction, Skill } from "./profile.ts";
import { profileWords } from "./profile.messages.ts";
import { mostWords } from "./profile-shapes.ts";
import { sameWord } from "./split-words.ts";

export interface SkillsEdit {
  /** In her own words, beside the list. */
  readonly text: string;
  readonly kept: readonly Skill[];
  readonly added: readonly string[];
}

/** Her list as it is from now on. Whoever names a skill again that she has already keeps it once, with its level. */
export function mergeSkills(kept: readonly Skill[], added: readonly string[]): Skill[] {
  const all = new Map(kept.map((one) => [sameWord(one.skill), one]));
  for (const skill of added) if (!all.has(sameWord(skill))) all.set(sameWord(skill), { skill, level: null });
  return [...all.values()];
}

export async function editSkills(
  ctx: PersonalContext,
  organizationId: string,
  direction: Direction,
  { text, kept, added }: SkillsEdit,
): Promise<void> {
  const skills = mergeSkills(kept, added);
  if (skills.length > mostWords) throw new Invalid({ add: (language) => profileWords(language).tooMany(mostWords) });
  const her = { organization_id: organizationId, person_id: ctx.actor.personId, direction };
  await editProfile(ctx, organizationId, { [direction]: text });
  await ctx.db
    .deleteFrom("profile_skill")
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", ctx.actor.personId)
    .where("direction", "=", direction)
    .execute();
  if (skills.length > 0)
    await ctx.db
      .insertInto("profile_skill")
      .values(skills.map((one) => ({ ...her, ...one })))
      .execute();
}
