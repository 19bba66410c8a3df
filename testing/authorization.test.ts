/** Every route × everybody. The expectations stand here, apart from the routes' own code; a kind of access that is not named here fails. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { routes } from "../app/rooms.ts";
import { testApp, type TestApp } from "./app.ts";
import { fillWorld, type FilledWorld } from "./filled-world.ts";
import { type PersonName, persons } from "./world.ts";

const everybody = persons;
const signedIn = persons.filter((person) => person !== "visitor");

/** Kind of access → who is let in to a thing of the *first* program of Riverside (or to Riverside itself, or to the mentee's own). */
const admitted: Readonly<Record<string, readonly PersonName[]>> = {
  anyone: everybody,
  "anyone, while there is a demo": everybody,
  "signed in": signedIn,
  "owner of the installation": ["installationOwner"],
  "members of the organization": [
    "owner",
    "administrator",
    "coordinator",
    "mentor",
    "mentee",
    "otherCoordinator",
    "otherMentor",
    "otherMentee",
  ],
  "administrators of the organization": ["owner", "administrator"],
  "owners of the organization": ["owner"],
  "staff of the organization": ["owner", "administrator", "coordinator", "otherCoordinator"],
  // In the example the coordinator was named: the owner and the administrator have no look into it.
  "safeguarding leads": ["coordinator"],
  "handlers of the concern": ["coordinator"],
  "who raised the concern": ["mentee"],
  "coordinators of the program": ["owner", "administrator", "coordinator"],
  "people of the offer": ["mentor", "mentee"],
  "people of the request": ["mentor", "mentee"],
  "mentees of the program": ["mentee"],
  "mentee of the suggestion": ["mentee"],
  "whose answer waits": ["mentee"],
  "people of the relationship": ["mentor", "mentee"],
  "coordinators of the relationship": ["owner", "administrator", "coordinator"],
  // Said yes to being a guardian of the mentee.
  "guardians of the relationship": ["otherMentor"],
  "who looks after the relationship": ["coordinator"],
  "people and coordinators of the relationship": ["owner", "administrator", "coordinator", "mentor", "mentee"],
  "participants of the program": ["mentor", "mentee"],
  "who was checked, and who keeps her checks": ["owner", "administrator", "coordinator", "mentee"],
  // In the example mentees and mentors choose each other.
  "mentees who choose, and coordinators": ["owner", "administrator", "coordinator", "mentee"],
  "mentors who choose, and coordinators": ["owner", "administrator", "coordinator", "mentor"],
  "participants who choose": ["mentor", "mentee"],
  "mentors who are shown": ["mentor"],
  // The mentee is the example: whoever shares her program sees her, and the staff of her organization.
  "those who may see the person": ["owner", "administrator", "coordinator", "otherCoordinator", "mentor", "mentee"],
};

let app: TestApp;
let world: FilledWorld;
beforeAll(async () => {
  app = await testApp();
  world = await fillWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());

test("every kind of access is expected by name", () => {
  expect([...new Set(routes.map((route) => route.access.name))].filter((name) => !(name in admitted))).toEqual([]);
});

test("every parameter of an address has its example", () => {
  const parameters = routes.flatMap((route) => [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1]!));
  expect([...new Set(parameters)].filter((name) => !(name in world.examples))).toEqual([]);
});

const fill = (path: string): string => world.address(path);

for (const route of routes) {
  test(`${route.path}: ${route.access.name}`, async () => {
    const expected = admitted[route.access.name] ?? [];
    const path = fill(route.path);
    const outcomes: Record<string, string> = {};
    for (const person of everybody) {
      const response = await world.as(person).get(path);
      await response.arrayBuffer();
      const away = response.headers.get("location") ?? "";
      const isIn = response.status < 400 && !away.startsWith("/sign-in");
      const shouldBeIn = expected.includes(person);
      // What one may not see does not exist; a visitor is asked to sign in, whether or not it exists.
      const isRight = shouldBeIn
        ? isIn
        : person === "visitor"
          ? response.status === 303 && away.startsWith("/sign-in?next=")
          : response.status === 404;
      if (!isRight) outcomes[person] = `${response.status} ${away}, but ${shouldBeIn ? "is to be let in" : "is to be kept out"}`;
    }
    expect(outcomes).toEqual({});
  });
}

test("what is not mine to see is the same, to the byte, as what never was", async () => {
  const unseen = await world.as("strangerCoordinator").get(fill("/organizations/:organizationId/programs/:programId"));
  const never = await world
    .as("strangerCoordinator")
    .get("/organizations/00000000-0000-7000-8000-000000000000/programs/00000000-0000-7000-8000-000000000001");
  const strip = async (response: Response): Promise<string> => (await response.text()).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id");
  expect(unseen.status).toBe(404);
  expect(await strip(unseen)).toBe(await strip(never));
});

// Every act of every page, by everybody who may not: some thousand requests.
test("forms are refused as pages are", async () => {
  for (const route of routes) {
    if (route.kind !== "page" || Object.keys(route.acts).length === 0 || route.access.isPublic) continue;
    const expected = admitted[route.access.name] ?? [];
    for (const person of everybody.filter((one) => !expected.includes(one))) {
      for (const act of Object.keys(route.acts)) {
        const response = await world.as(person).post(fill(route.path), { act });
        expect(
          person === "visitor" ? [response.status, response.headers.get("location")?.startsWith("/sign-in")] : [response.status],
          `${person}: ${act} at ${route.path}`,
        ).toEqual(person === "visitor" ? [303, true] : [404]);
      }
    }
  }
});
