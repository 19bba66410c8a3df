/**
 * A small world, the same in every test: two organizations; in the first, two programs with their people.
 *
 *     await using app = await testApp();
 *     const world = await smallWorld(app);
 *     const page = await world.as("coordinator").get(`/organizations/${world.riverside}/programs/${world.first}`);
 */
import { randomUUID } from "node:crypto";
import { startSession } from "../app/people/accounts/start-session.ts";
import { inOrganization, openOrganization } from "../app/platform/context.ts";
import { newId } from "../app/platform/identifiers.ts";
import type { TestApp } from "./app.ts";

/** Everybody whom the authorization matrix asks about; the last is nobody. */
export const persons = [
  "owner",
  "administrator",
  "coordinator",
  "mentor",
  "mentee",
  "otherCoordinator",
  "otherMentor",
  "otherMentee",
  "strangerOwner",
  "strangerCoordinator",
  "strangerMentor",
  "strangerMentee",
  "installationOwner",
  "visitor",
] as const;
export type PersonName = (typeof persons)[number];

export interface Visitor {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Sends a form, as a browser does after it has loaded the page. */
  post(
    path: string,
    fields: Readonly<Record<string, string | readonly string[] | File>>,
    headers?: Record<string, string>,
  ): Promise<Response>;
}

export interface World {
  readonly riverside: string;
  readonly hillside: string;
  /** Programs of Riverside. */
  readonly first: string;
  readonly second: string;
  /** A program of Hillside. */
  readonly elsewhere: string;
  readonly people: Readonly<Record<PersonName, string>>;
  /** Participants, by the person's name. */
  readonly participants: Readonly<Partial<Record<PersonName, string>>>;
  as(person: PersonName): Visitor;
  asPerson(personId: string): Visitor;
}

const names: Record<PersonName, string> = {
  owner: "Olga Owner",
  administrator: "Adam Administrator",
  coordinator: "Ruth Coordinator",
  mentor: "Jonas Mentor",
  mentee: "Maya Mentee",
  otherCoordinator: "Cora Other",
  otherMentor: "Otto Other",
  otherMentee: "Mina Other",
  strangerOwner: "Sten Stranger",
  strangerCoordinator: "Stella Stranger",
  strangerMentor: "Salim Stranger",
  strangerMentee: "Sara Stranger",
  installationOwner: "Ines Installer",
  visitor: "",
};

export async function smallWorld(app: TestApp): Promise<World> {
  const riverside = newId();
  const hillside = newId();
  const [first, second, elsewhere] = [newId(), newId(), newId()];
  const people = Object.fromEntries(persons.map((name) => [name, newId()])) as Record<PersonName, string>;
  const participants: Partial<Record<PersonName, string>> = {};

  await app.owner
    .insertInto("auth.person")
    .values(
      persons
        .filter((name) => name !== "visitor")
        .map((name) => ({
          id: people[name],
          email: `${name.toLowerCase()}@example.org`,
          email_verified: true,
          name: names[name],
          language: "en",
          time_zone: "Europe/Berlin",
        })),
    )
    .execute();
  await app.owner.updateTable("installation").set({ owner_person_id: people.installationOwner, set_up_at: new Date() }).execute();

  const settle = async (
    organizationId: string,
    name: string,
    programs: readonly { id: string; name: string; coordinator: PersonName; mentor: PersonName; mentee: PersonName }[],
    staff: Partial<Record<PersonName, "owner" | "administrator">>,
  ): Promise<void> =>
    inOrganization(app, organizationId, async ({ db }) => {
      await db.insertInto("organization").values({ id: organizationId, name }).execute();
      const belong = async (person: PersonName, role: "owner" | "administrator" | "member"): Promise<void> => {
        await db
          .insertInto("member")
          .values({ organization_id: organizationId, person_id: people[person], role, joined_at: new Date() })
          .execute();
        await db
          .insertInto("profile")
          .values({ organization_id: organizationId, person_id: people[person], name: names[person], languages: ["en"] })
          .execute();
      };
      for (const [person, role] of Object.entries(staff)) await belong(person as PersonName, role);
      for (const program of programs) {
        await db
          .insertInto("program")
          .values({
            organization_id: organizationId,
            id: program.id,
            name: program.name,
            adults_only_attested_at: new Date(),
            adults_only_attested_by: people[program.coordinator],
          })
          .execute();
        await belong(program.coordinator, "member");
        await db
          .insertInto("coordinator")
          .values({ organization_id: organizationId, program_id: program.id, person_id: people[program.coordinator] })
          .execute();
        for (const role of ["mentor", "mentee"] as const) {
          const person = program[role];
          await belong(person, "member");
          participants[person] = newId();
          await db
            .insertInto("participant")
            .values({
              organization_id: organizationId,
              id: participants[person],
              program_id: program.id,
              person_id: people[person],
              role,
              joined_at: new Date(),
              adult_attested_at: new Date(),
              completed_at: new Date(),
            })
            .execute();
        }
      }
    });

  await settle(
    riverside,
    "Riverside University",
    [
      { id: first, name: "First Steps", coordinator: "coordinator", mentor: "mentor", mentee: "mentee" },
      { id: second, name: "Second Wind", coordinator: "otherCoordinator", mentor: "otherMentor", mentee: "otherMentee" },
    ],
    { owner: "owner", administrator: "administrator" },
  );
  await settle(
    hillside,
    "Hillside Trust",
    [{ id: elsewhere, name: "Far Away", coordinator: "strangerCoordinator", mentor: "strangerMentor", mentee: "strangerMentee" }],
    { strangerOwner: "owner" },
  );

  return {
    riverside,
    hillside,
    first,
    second,
    elsewhere,
    people,
    participants,
    as: (name) => visitorOf(app, name === "visitor" ? undefined : people[name]),
    asPerson: (id) => visitorOf(app, id),
  };
}

/** Somebody with a browser: signed in before the first request, if she is somebody. */
function visitorOf(app: TestApp, personId: string | undefined): Visitor {
  let cookie: Promise<string> | undefined;
  const signedIn = (): Promise<string> =>
    (cookie ??= personId
      ? startSession(app, personId).then((cookies) => cookies.map((one) => one.split(";")[0]).join("; "))
      : Promise.resolve(""));
  const origin = app.settings.publicUrl;
  const request = async (path: string, init: RequestInit): Promise<Response> =>
    app.server.request(
      new Request(`${origin}${path}`, {
        ...init,
        headers: { host: new URL(origin).host, cookie: await signedIn(), ...(init.headers as Record<string, string>) },
      }),
    );
  return {
    get: (path, headers = {}) => request(path, { headers }),
    post(path, fields, headers = {}) {
      const body = new FormData();
      body.set("formKey", randomUUID());
      for (const [name, value] of Object.entries(fields)) {
        if (value instanceof File) body.append(name, value);
        else if (typeof value === "string") body.set(name, value);
        else for (const one of value) body.append(name, one);
      }
      return request(path, { method: "POST", body, headers: { origin, ...headers } });
    },
  };
}

/** Makes somebody a participant of a program, with a profile; for tests that need more people than the small world has. */
export async function addParticipant(
  app: TestApp,
  {
    organizationId,
    programId,
    role,
    name,
    email,
    capacity,
  }: { organizationId: string; programId: string; role: "mentor" | "mentee"; name: string; email?: string; capacity?: number },
): Promise<{ personId: string; participantId: string }> {
  const personId = newId();
  const participantId = newId();
  await inOrganization(app, organizationId, async (ctx) => {
    await openOrganization(ctx, organizationId);
    await ctx.db
      .insertInto("auth.person")
      .values({ id: personId, email: email ?? `${personId}@example.org`, name, language: "en" })
      .execute();
    await ctx.db.insertInto("member").values({ organization_id: organizationId, person_id: personId, joined_at: ctx.now }).execute();
    await ctx.db
      .insertInto("profile")
      .values({ organization_id: organizationId, person_id: personId, name, languages: ["en"] })
      .execute();
    await ctx.db
      .insertInto("participant")
      .values({
        organization_id: organizationId,
        id: participantId,
        program_id: programId,
        person_id: personId,
        role,
        capacity: capacity ?? null,
        joined_at: ctx.now,
        adult_attested_at: ctx.now,
        completed_at: ctx.now,
      })
      .execute();
  });
  return { personId, participantId };
}
