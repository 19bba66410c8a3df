/** "Not this one" is seen by nobody but her who says it: everything that the other can open is the same as before, to the byte. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { fillWorld, type FilledWorld } from "../../../testing/filled-world.ts";
import { addParticipant, type Visitor } from "../../../testing/world.ts";
import { inOrganization } from "../../platform/context.ts";
import { routes } from "../../rooms.ts";
import { requestWords } from "../requests/requests.messages.ts";

let app: TestApp;
let world: FilledWorld;
const isAsking = (path: string): boolean => path.endsWith("/ask");
const people: Partial<Record<"mentor" | "mentee", { personId: string; participantId: string }>> = {};
beforeAll(async () => {
  app = await testApp();
  world = await fillWorld(app);
  const place = { organizationId: world.riverside, programId: world.first };
  // The two of the example are a pair by now; these two have nothing to do with each other yet.
  people.mentor = await addParticipant(app, { ...place, role: "mentor", name: "Omar Other" });
  people.mentee = await addParticipant(app, { ...place, role: "mentee", name: "Lena Later" });
});
afterAll(() => app[Symbol.asyncDispose]());

/** What differs from one look to the next anyhow: keys of forms, and the moment of the look. */
const steady = (text: string): string =>
  text
    .replaceAll(/name="formKey" value="[^"]*"/g, "")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z?/g, "moment")
    .replaceAll(/"(updated_at|last_seen|exported_at|expires_at)":\s?"[^"]*"/g, "");

/** Every address, those of the other among them, as this person gets it. */
async function everythingFor(visitor: Visitor, otherId: string): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  const paths = routes.flatMap(({ path }) => [world.address(path), world.address(path.replace(":participantId", otherId))]);
  for (const path of new Set(paths)) {
    // An archive carries the time of its making; what is in it is what everything.json tells.
    if (path.endsWith(".zip")) continue;
    const response = await visitor.get(path);
    seen.set(path, `${response.status} ${steady(await response.text())}`);
  }
  return seen;
}

for (const [whose, other] of [
  ["mentor", "mentee"],
  ["mentee", "mentor"],
] as const) {
  test(`what a ${whose} refuses changes nothing that the ${other} can see, get or take along`, async () => {
    const [hers, theirs] = [people[whose]!, people[other]!];
    const visitor = world.asPerson(theirs.personId);
    const note = `BETWEEN ME AND THIS ${whose.toUpperCase()}'S OWN LIST`;
    const before = await everythingFor(visitor, hers.participantId);
    const letters = () =>
      app.owner
        .selectFrom("letter")
        .select((eb) => eb.fn.countAll<number>().as("n"))
        .executeTakeFirstOrThrow();
    const lettersBefore = await inOrganization(app, world.riverside, letters);

    const answer = await world
      .asPerson(hers.personId)
      .post(`/organizations/${world.riverside}/programs/${world.first}/${other}s/${theirs.participantId}`, {
        act: "refuse",
        aboutId: theirs.participantId,
        note,
      });
    expect(answer.status).toBe(303);
    await app.jobs.runDue(app);
    const refusals = await inOrganization(app, world.riverside, ({ db }) =>
      db.selectFrom("refusal").select("note").where("participant_id", "=", hers.participantId).execute(),
    );
    expect(refusals).toEqual([{ note }]);

    const after = await everythingFor(visitor, hers.participantId);
    const changed = [...after].filter(([path, text]) => text !== before.get(path));
    // A request cannot be taken and left lying. What is said is said of every mentor who cannot be asked, whatever the reason.
    const [asking, others] = [changed.filter(([path]) => isAsking(path)), changed.filter(([path]) => !isAsking(path))];
    expect(others.map(([path]) => path)).toEqual([]);
    for (const [, text] of asking) expect(text).toContain(requestWords("en").cannotBeAsked);
    expect([...after.values()].filter((text) => text.startsWith("200")).length).toBeGreaterThan(15);
    expect([...after.values()].some((text) => text.includes(note))).toBe(false);
    expect(await inOrganization(app, world.riverside, letters)).toEqual(lettersBefore);
    // She herself takes it along.
    expect(await (await world.asPerson(hers.personId).get("/account/data/everything.json")).text()).toContain(note);
  });
}
