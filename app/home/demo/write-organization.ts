import type { SeedStaff } from "../../../db/seeds/person.ts";
import { audit } from "../../platform/audit.ts";
import { inOrganization } from "../../platform/context.ts";
import type { Language } from "../../platform/i18n.ts";
import { newId } from "../../platform/identifiers.ts";
import type { AppOfThePast } from "./app-of-the-past.ts";
import { asPerson, type DemoPerson, writePeople } from "./write-people.ts";

interface SeedOrganization {
  readonly name: string;
  readonly purpose: string;
  readonly language: Language;
  readonly timeZone: string;
}

/** Makes an organization of the demo with its staff, by key. No letter of it ever leaves: it is marked. */
export async function writeOrganization(
  app: AppOfThePast,
  { name, purpose, language, timeZone }: SeedOrganization,
  cards: readonly SeedStaff[],
): Promise<{ organizationId: string; staff: ReadonlyMap<string, DemoPerson> }> {
  const organizationId = newId();
  const staff = await inOrganization(app, organizationId, async (ctx) => {
    await ctx.db
      .insertInto("organization")
      .values({ id: organizationId, name, purpose, language, time_zone: timeZone, is_demo: true, created_at: ctx.now })
      .execute();
    const people = await writePeople(ctx, organizationId, cards, {
      today: ctx.now,
      of: ({ role }) => ({ role, createdAt: ctx.now, joinedAt: ctx.now }),
    });
    const founder = people.get(cards.find(({ role }) => role === "owner")!.key)!;
    const subject = { subjectKind: "organization", subjectId: organizationId };
    await audit(asPerson(ctx, founder), { organizationId, act: "organization.founded", ...subject });
    return people;
  });
  return { organizationId, staff };
}
