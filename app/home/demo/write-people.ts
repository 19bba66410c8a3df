/** From cards to rows: accounts, profiles with their skills, and the part that each has in the organization. */
import { places } from "../../../db/seeds/places.ts";
import type { SeedPerson } from "../../../db/seeds/person.ts";
import type { Actor, Context, PersonalContext } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { readHours, readList, readSkills } from "./card.ts";
import { demoAddress } from "./demo-address.ts";

const day = 86_400_000;

export interface DemoPerson {
  readonly card: SeedPerson;
  readonly id: string;
}

/** Ids in the order of the cards: so two loads give the same world, down to how ties are broken. */
export const idsInOrder = (count: number): string[] => Array.from({ length: count }, newId).toSorted();

interface Arrival {
  readonly createdAt: Date;
  /** Null: she has not come in yet. */
  readonly joinedAt: Date | null;
}

interface Arrivals<P> {
  /** The day on which the demo begins. */
  readonly today: Date;
  readonly of: (card: P, index: number) => Arrival & { readonly role?: "owner" | "administrator" | "member" };
}

/** Writes these people and their standing in the organization, and since when they are there. Returns them by key. */
export async function writePeople<P extends SeedPerson>(
  ctx: Context,
  organizationId: string,
  cards: readonly P[],
  arrivals: Arrivals<P>,
): Promise<Map<string, DemoPerson>> {
  const ids = idsInOrder(cards.length);
  const people = cards.map((card, index) => ({ card, id: ids[index]!, ...arrivals.of(card, index) }));
  await ctx.db
    .insertInto("auth.person")
    .values(
      people.map(({ card, id, createdAt, joinedAt }) => ({
        id,
        email: demoAddress(card.key),
        email_verified: joinedAt !== null,
        name: card.name,
        language: card.writes,
        time_zone: places[card.lives].timeZone,
        created_at: createdAt,
        updated_at: createdAt,
      })),
    )
    .execute();
  await ctx.db
    .insertInto("member")
    .values(
      people.map(({ id, role, createdAt, joinedAt }) => ({
        organization_id: organizationId,
        person_id: id,
        role: role ?? ("member" as const),
        joined_at: joinedAt,
        created_at: createdAt,
      })),
    )
    .execute();
  await ctx.db
    .insertInto("profile")
    .values(people.map((person) => profileOf(organizationId, person, arrivals.today)))
    .execute();
  const skills = people.flatMap(({ card, id }) =>
    (["gives", "hopes"] as const).flatMap((direction) =>
      readSkills(card[direction]).map(({ skill, level }) => ({
        organization_id: organizationId,
        person_id: id,
        skill,
        direction,
        level,
      })),
    ),
  );
  if (skills.length > 0) await ctx.db.insertInto("profile_skill").values(skills).execute();
  return new Map(people.map(({ card, id }) => [card.key, { card, id }]));
}

function profileOf(organizationId: string, { card, id, createdAt, joinedAt }: DemoPerson & Arrival, today: Date) {
  const { place, country, timeZone } = places[card.lives];
  return {
    organization_id: organizationId,
    person_id: id,
    name: card.name,
    pronouns: card.pronouns ?? "",
    headline: card.headline ?? "",
    story: card.story ?? "",
    languages: card.speaks.split(" "),
    time_zone: timeZone,
    place,
    country,
    interests: readList(card.likes),
    gives: card.canGive ?? "",
    hopes: card.hopesFor ?? "",
    availability: readHours(card.free),
    paused_until: card.pausedDays === undefined ? null : new Date(today.getTime() + card.pausedDays * day).toISOString().slice(0, 10),
    edited_at: joinedAt,
    created_at: createdAt,
    updated_at: joinedAt ?? createdAt,
  };
}

/** The same work, done by this person. */
export const asPerson = (ctx: Context, { card, id }: DemoPerson): PersonalContext => ({ ...ctx, actor: actorOf(card, id) });

const actorOf = (card: SeedPerson, personId: string): Actor => ({
  personId,
  email: demoAddress(card.key),
  name: card.name,
  sessionId: "",
  language: card.writes,
  timeZone: places[card.lives].timeZone,
  ownsInstallation: false,
  memberships: [],
});
