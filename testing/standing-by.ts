/** A guardian for the mentee of the small world, and what tests about guardians ask for again and again. */
import { inOrganization } from "../app/platform/context.ts";
import type { TestApp } from "./app.ts";
import type { PersonName, World } from "./world.ts";

export const anaAddress = "ana.parent@example.org";

export async function standingBy(app: TestApp, world: World) {
  const { riverside, first } = world;
  const guardiansPage = `/organizations/${riverside}/guardians`;
  const guardiansOf = (person: PersonName): string =>
    `/organizations/${riverside}/programs/${first}/participants/${world.participants[person]!}/guardians`;
  const name = (fields: Readonly<Record<string, string>> = {}, of: PersonName = "mentee", by: PersonName = "coordinator") =>
    world.as(by).post(guardiansOf(of), {
      act: "name",
      name: "Ana Parent",
      email: anaAddress,
      language: "es",
      relation: "parent",
      ...fields,
    });
  const idOf = async (address: string): Promise<string> =>
    (await app.owner.selectFrom("auth.person").select("id").where("email", "=", address).executeTakeFirstOrThrow()).id;
  const guardianships = () =>
    inOrganization(app, riverside, ({ db }) => db.selectFrom("guardianship").selectAll().orderBy("invited_at").orderBy("id").execute());
  return {
    guardiansPage,
    guardiansOf,
    name,
    idOf,
    guardianships,
    /** Named and confirmed. @returns whose account it is */
    async confirmed(fields: Readonly<Record<string, string>> = {}, of: PersonName = "mentee"): Promise<string> {
      await name(fields, of);
      const personId = await idOf(fields["email"] ?? anaAddress);
      for (const { id, guardian_id, confirmed_at } of await guardianships())
        if (guardian_id === personId && confirmed_at === null)
          await world.asPerson(personId).post(guardiansPage, { act: "confirm", guardianshipId: id });
      await app.jobs.runDue(app);
      return personId;
    },
    async lettersTo(address: string): Promise<{ subject: string; text: string }[]> {
      await app.jobs.runDue(app);
      return inOrganization(app, riverside, ({ db }) =>
        db.selectFrom("letter").select(["subject", "text_body as text"]).where("to_address", "=", address).orderBy("id").execute(),
      );
    },
  };
}
