import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Actor, asSystem, inOrganization } from "../../platform/context.ts";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { type PersonName, smallWorld, type World } from "../../../testing/world.ts";
import { changeTeamRole } from "./change-team-role.ts";

let app: TestApp;
let world: World;
let team: string;
beforeEach(async () => {
  app = await testApp();
  world = await smallWorld(app);
  team = `/organizations/${world.riverside}/members`;
});
afterEach(() => app[Symbol.asyncDispose]());

const at = (person: PersonName): string => `${team}/${world.people[person]}`;
const roleOf = (personId: string): Promise<string | undefined> =>
  inOrganization(app, world.riverside, async ({ db }) => {
    const row = await db
      .selectFrom("member")
      .select("role")
      .where("organization_id", "=", world.riverside)
      .where("person_id", "=", personId)
      .executeTakeFirst();
    return row?.role;
  });
const coordinated = (personId: string): Promise<string[]> =>
  inOrganization(app, world.riverside, async ({ db }) =>
    (
      await db
        .selectFrom("coordinator")
        .select("program_id")
        .where("organization_id", "=", world.riverside)
        .where("person_id", "=", personId)
        .execute()
    ).map((row) => row.program_id),
  );
const personOf = async (email: string): Promise<string> =>
  (await app.owner.selectFrom("auth.person").select("id").where("email", "=", email).executeTakeFirstOrThrow()).id;
const audited = (): Promise<string[]> =>
  inOrganization(app, world.riverside, async ({ db }) =>
    (await db.selectFrom("audit_entry").select("act").where("organization_id", "=", world.riverside).orderBy("id").execute()).map(
      ({ act }) => act,
    ),
  );
const letters = () =>
  asSystem(app, ({ db }) => db.selectFrom("letter").select(["to_address", "subject", "text_body", "kind"]).orderBy("id").execute());
const noticeOf = (response: Response): string =>
  decodeURIComponent(/__Host-notice=([^;]*)/.exec(response.headers.get("set-cookie") ?? "")?.[1] ?? "");

async function invited(email: string): Promise<{ status: number; notice: string; page: string }> {
  const response = await world.as("owner").post(team, { email, name: "Sam Same", role: "administrator" });
  const page = await (await world.as("owner").get(`${team}/${await personOf(email)}`)).text();
  return {
    status: response.status,
    notice: noticeOf(response),
    page: page.replaceAll(email, "E-MAIL").replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "ID"),
  };
}

describe("an invitation", () => {
  test("makes a coordinator of the chosen programs, who is told by letter, and may work at once", async () => {
    const response = await world.as("administrator").post(team, {
      email: "Nora@Example.org",
      name: "Nora New",
      role: "coordinator",
      programIds: [world.first],
    });
    expect(response.status).toBe(303);
    const nora = await personOf("nora@example.org");
    expect(await roleOf(nora)).toBe("member");
    expect(await coordinated(nora)).toEqual([world.first]);
    const [letter] = await letters();
    expect(letter).toMatchObject({
      to_address: "nora@example.org",
      subject: "Adam Administrator invites you to the team of Riverside University",
    });
    expect(letter!.text_body).toContain("First Steps");
    expect(letter!.text_body).toMatch(/http:\/\/localhost:3000\/join\/\S+/);
    expect((await world.asPerson(nora).get(`/organizations/${world.riverside}/programs/${world.first}/settings`)).status).toBe(200);
    expect((await world.asPerson(nora).get(`/organizations/${world.riverside}/programs/${world.second}/settings`)).status).toBe(404);
    expect((await world.asPerson(nora).get(team)).status).toBe(404);
    expect(await audited()).toEqual(["team.invited"]);
  });

  test("looks the same whether the person has an account already or not", async () => {
    const known = await invited("strangermentor@example.org");
    const unknown = await invited("nobody-yet@example.org");
    expect(known.status).toBe(303);
    expect(known).toEqual(unknown);
    expect(known.page).not.toContain("Salim");
  });

  test("sent twice by one form has one effect; a second one says that the person is there", async () => {
    const formKey = "00000000-0000-4000-8000-000000000001";
    const wish = { email: "nora@example.org", name: "Nora", role: "administrator", formKey };
    const [one, two] = await Promise.all([world.as("owner").post(team, wish), world.as("owner").post(team, wish)]);
    expect([one.status, two.status]).toEqual([303, 303]);
    expect(await letters()).toHaveLength(1);
    const again = await world.as("owner").post(team, { ...wish, formKey: "00000000-0000-4000-8000-000000000002" });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("This person is on the team already.");
  });

  test("of a coordinator needs a program, and one of this organization", async () => {
    const wish = { email: "nora@example.org", name: "Nora", role: "coordinator" };
    const none = await world.as("owner").post(team, wish);
    expect([none.status, (await none.text()).includes("Choose at least one program")]).toEqual([422, true]);
    const foreign = await world.as("owner").post(team, { ...wish, programIds: [world.elsewhere] });
    expect(foreign.status).toBe(422);
    expect(await app.owner.selectFrom("auth.person").select("id").where("email", "=", "nora@example.org").execute()).toEqual([]);
  });

  test("makes a mentor of the organization a coordinator without touching her name or her part", async () => {
    await world
      .as("owner")
      .post(team, { email: "mentor@example.org", name: "Other Name", role: "coordinator", programIds: [world.second] });
    expect(await coordinated(world.people.mentor)).toEqual([world.second]);
    const page = await (await world.as("owner").get(team)).text();
    expect(page).toContain("Jonas Mentor");
    expect(page).not.toContain("Other Name");
  });

  test("can be sent again, but not at every moment", async () => {
    await world.as("owner").post(team, { email: "nora@example.org", name: "Nora", role: "administrator" });
    const nora = `${team}/${await personOf("nora@example.org")}`;
    expect((await world.as("owner").post(nora, { act: "resend" })).status).toBe(409);
    app.travel(new Date(Date.now() + 11 * 60_000));
    expect((await world.as("owner").post(nora, { act: "resend" })).status).toBe(303);
    expect(await letters()).toHaveLength(2);
    expect((await world.as("owner").post(at("administrator"), { act: "resend" })).status).toBe(409);
  });
});

describe("roles", () => {
  test("change at once", async () => {
    const coordinator = world.as("coordinator");
    expect((await coordinator.get(team)).status).toBe(404);
    await world.as("owner").post(at("coordinator"), { act: "changeRole", role: "administrator" });
    expect((await coordinator.get(team)).status).toBe(200);
    await world.as("owner").post(at("coordinator"), { act: "changeRole", role: "coordinator", programIds: [world.second] });
    expect((await coordinator.get(team)).status).toBe(404);
    expect((await coordinator.get(`/organizations/${world.riverside}/programs/${world.first}/settings`)).status).toBe(404);
    expect((await coordinator.get(`/organizations/${world.riverside}/programs/${world.second}/settings`)).status).toBe(200);
    expect(await audited()).toEqual(["team.role-changed", "team.role-changed"]);
  });

  test("of owners are changed by owners only, and administrators make no owners", async () => {
    for (const wish of [{ role: "administrator" }, { role: "coordinator", programIds: [world.first] }])
      expect((await world.as("administrator").post(at("owner"), { act: "changeRole", ...wish })).status).toBe(403);
    expect((await world.as("administrator").post(at("owner"), { act: "remove" })).status).toBe(403);
    expect((await world.as("administrator").post(at("administrator"), { act: "changeRole", role: "owner" })).status).toBe(403);
    expect((await world.as("administrator").post(at("coordinator"), { act: "handOver" })).status).toBe(403);
    expect([await roleOf(world.people.owner), await roleOf(world.people.administrator)]).toEqual(["owner", "administrator"]);
  });

  test("the last owner can neither leave nor become less", async () => {
    const owner = world.as("owner");
    for (const wish of [{ act: "remove" }, { act: "changeRole", role: "administrator" }]) {
      const response = await owner.post(at("owner"), wish);
      expect([response.status, (await response.text()).includes("Somebody has to own the organization")]).toEqual([409, true]);
    }
    expect(await roleOf(world.people.owner)).toBe("owner");
  });

  test("two owners who leave at the same moment do not both get away", async () => {
    await world.as("owner").post(at("administrator"), { act: "changeRole", role: "owner" });
    const first = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const stepDown = (person: PersonName, afterwards?: () => Promise<void>): Promise<void> =>
      inOrganization(app, world.riverside, async (ctx) => {
        const personId = world.people[person];
        await changeTeamRole({ ...ctx, actor: { personId } as Actor }, world.riverside, personId, {
          role: "administrator",
          programIds: [],
        });
        await afterwards?.();
      });
    // The first has done everything but commit when the second begins.
    const one = stepDown("owner", () => {
      first.resolve();
      return gate.promise;
    });
    await first.promise;
    let isSecondDone = false;
    const two = stepDown("administrator").finally(() => (isSecondDone = true));
    const outcomes = Promise.allSettled([one, two]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(isSecondDone).toBe(false);
    gate.resolve();
    expect((await outcomes).map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect([await roleOf(world.people.owner), await roleOf(world.people.administrator)]).toEqual(["administrator", "owner"]);
  });

  test("somebody who has never signed in cannot be the owner who is left", async () => {
    await world.as("owner").post(team, { email: "nora@example.org", name: "Nora", role: "administrator" });
    const nora = `${team}/${await personOf("nora@example.org")}`;
    expect((await world.as("owner").post(nora, { act: "changeRole", role: "owner" })).status).toBe(409);
    expect((await world.as("owner").post(nora, { act: "handOver" })).status).toBe(409);
  });

  test("ownership is handed over: the new owner is told, the old one stays as an administrator", async () => {
    expect((await world.as("owner").post(at("coordinator"), { act: "handOver" })).status).toBe(303);
    expect([await roleOf(world.people.owner), await roleOf(world.people.coordinator)]).toEqual(["administrator", "owner"]);
    expect(await letters()).toMatchObject([
      { to_address: "coordinator@example.org", subject: "You are now an owner of Riverside University" },
    ]);
    expect(await audited()).toEqual(["ownership.handed-over"]);
    expect((await world.as("owner").post(at("coordinator"), { act: "handOver" })).status).toBe(403);
  });
});

describe("leaving", () => {
  test("takes everything of somebody who takes no other part, at once", async () => {
    const cora = world.as("otherCoordinator");
    expect((await cora.get(`/organizations/${world.riverside}`)).status).toBe(200);
    await world.as("administrator").post(at("otherCoordinator"), { act: "remove" });
    expect((await cora.get(`/organizations/${world.riverside}`)).status).toBe(404);
    expect(await roleOf(world.people.otherCoordinator)).toBeUndefined();
    const profiles = await inOrganization(app, world.riverside, ({ db }) =>
      db.selectFrom("profile").select("name").where("person_id", "=", world.people.otherCoordinator).execute(),
    );
    expect(profiles).toEqual([]);
    expect((await world.as("owner").get(at("otherCoordinator"))).status).toBe(404);
  });

  test("leaves a mentor her part", async () => {
    await world.as("owner").post(at("mentor"), { act: "changeRole", role: "administrator" });
    await world.as("owner").post(at("mentor"), { act: "remove" });
    expect(await roleOf(world.people.mentor)).toBe("member");
    expect((await world.as("mentor").get(team)).status).toBe(404);
    const own = await inOrganization(app, world.riverside, ({ db }) =>
      db.selectFrom("participant").select("id").where("person_id", "=", world.people.mentor).execute(),
    );
    expect(own).toHaveLength(1);
  });

  test("is everybody's right but the last owner's", async () => {
    const response = await world.as("administrator").post(at("administrator"), { act: "remove" });
    expect([response.status, response.headers.get("location")]).toEqual([303, "/"]);
    expect(await roleOf(world.people.administrator)).toBeUndefined();
  });
});

test("the team of another organization does not exist", async () => {
  for (const person of ["strangerOwner", "mentor", "coordinator"] as const) {
    expect((await world.as(person).get(team)).status).toBe(404);
    expect((await world.as(person).post(team, { email: "a@example.org", name: "A", role: "administrator" })).status).toBe(404);
    expect((await world.as(person).post(at("mentor"), { act: "changeRole", role: "administrator" })).status).toBe(404);
  }
  const stranger = `${team}/${world.people.strangerMentor}`;
  expect((await world.as("owner").get(stranger)).status).toBe(404);
  expect((await world.as("owner").post(stranger, { act: "changeRole", role: "administrator" })).status).toBe(404);
});
