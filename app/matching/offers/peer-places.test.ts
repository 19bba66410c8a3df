/** Among peers everybody takes part twice, as mentee and as mentor, and is there for one other person in all. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { addParticipant, smallWorld, type World } from "../../../testing/world.ts";
import { type Context, inOrganization } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { makeOffers } from "./make-offers.ts";

interface Peer {
  readonly asMentee: string;
  readonly asMentor: string;
}

let app: TestApp;
let world: World;
let programId: string;
let peers: [Peer, Peer, Peer, Peer];

beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const here = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, world.riverside, work);

async function addPeer(name: string): Promise<Peer> {
  const organizationId = world.riverside;
  const { personId, participantId } = await addParticipant(app, { organizationId, programId, role: "mentee", name });
  const asMentor = newId();
  // However many places a list says that she has.
  const part = { organization_id: organizationId, program_id: programId, person_id: personId, id: asMentor, capacity: 3 };
  await here(({ db }) =>
    db
      .insertInto("participant")
      .values({ ...part, role: "mentor" })
      .execute(),
  );
  return { asMentee: participantId, asMentor };
}

beforeEach(async () => {
  programId = newId();
  const program = { organization_id: world.riverside, id: programId, name: "Side by Side", format: "peer" } as const;
  await here(({ db }) => db.insertInto("program").values(program).execute());
  peers = [await addPeer("Ada"), await addPeer("Bea"), await addPeer("Cleo"), await addPeer("Dora")];
});

const offer = (...pairs: readonly (readonly [mentee: Peer, mentor: Peer])[]) =>
  here((ctx) =>
    makeOffers(ctx, {
      organizationId: world.riverside,
      programId,
      roundId: null,
      answerBy: new Date(Date.now() + 86_400_000),
      pairs: pairs.map(([{ asMentee }, { asMentor }]) => ({ menteeId: asMentee, mentorId: asMentor, weight: 1, reasons: [] })),
    }),
  );
const whyNot = ({ left }: Awaited<ReturnType<typeof offer>>): string[] => left.map(({ why }) => why);

test("offered at once, nobody is offered to a second person, in whichever of her parts", async () => {
  const [ada, bea, cleo, dora] = peers;
  const both = await offer([ada, bea], [bea, cleo], [dora, ada], [cleo, bea]);
  expect(both.made).toHaveLength(1);
  expect(whyNot(both)).toEqual(["mentee-holds-an-offer", "mentor-is-full", "mentor-is-full"]);
});

test("offered one after the other, just the same", async () => {
  const [ada, bea, cleo, dora] = peers;
  expect((await offer([ada, bea])).made).toHaveLength(1);
  expect(whyNot(await offer([bea, cleo]))).toEqual(["mentee-holds-an-offer"]);
  expect(whyNot(await offer([dora, ada]))).toEqual(["mentor-is-full"]);
  expect(whyNot(await offer([cleo, bea]))).toEqual(["mentor-is-full"]);
  expect((await offer([cleo, dora])).made).toHaveLength(1);
});
