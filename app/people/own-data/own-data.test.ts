import { afterAll, beforeAll, expect, test } from "vitest";
import { fromBuffer } from "yauzl";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { leaveTraces } from "../../../testing/everything-of-somebody.ts";
import { fillWorld, type FilledWorld } from "../../../testing/filled-world.ts";
import type { PersonName } from "../../../testing/world.ts";
import { inOrganization } from "../../platform/context.ts";
import { exportedTables } from "./read-own-rows.ts";

interface Everything {
  readonly personId: string;
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}
let app: TestApp;
let world: FilledWorld;
beforeAll(async () => {
  app = await testApp();
  world = await fillWorld(app);
  await leaveTraces(app, world);
});
afterAll(() => app[Symbol.asyncDispose]());

async function everythingOf(person: PersonName): Promise<Everything> {
  const response = await world.as(person).get("/account/data/everything.json");
  expect(response.headers.get("content-disposition")).toContain("understory-my-data-");
  return (await response.json()) as Everything;
}

test("something of every table comes along, and every row is somebody's own", async () => {
  const all = await Promise.all((["mentee", "mentor", "installationOwner"] as const).map(everythingOf));
  const filled = new Set(all.flatMap(({ tables }) => Object.entries(tables).flatMap(([table, rows]) => (rows.length > 0 ? [table] : []))));
  expect(exportedTables.filter((table) => !filled.has(table))).toEqual([]);
  const [maya] = all;
  expect(maya!.personId).toBe(world.people.mentee);
  expect(maya!.tables["profile"]).toMatchObject([{ name: "Maya Mentee", headline: "Nurse" }]);
  expect(maya!.tables["profile_skill"]).toHaveLength(2);
  expect(maya!.tables["answer"]).toMatchObject([{ value: "To write" }]);
  expect(maya!.tables["import_row"]).toMatchObject([{ line: 2 }]);
  expect(maya!.tables["import_problem"]).toMatchObject([{ line: 2 }]);
  expect(maya!.tables["letter"]!.length).toBeGreaterThanOrEqual(3);
});

test("nothing in it lets anybody in, and nothing tells on another", async () => {
  await inOrganization(app, world.riverside, ({ db }) =>
    db
      .updateTable("offer")
      .set({
        state: "declined",
        declined_by: "mentor",
        decline_reason: "not-my-field",
        decline_note: "NOT FOR HER EYES",
        reasons: JSON.stringify(["NOR THIS"]) as never,
      })
      .execute(),
  );
  const text = JSON.stringify(await everythingOf("mentee"));
  for (const hidden of [
    "NOT FOR HER EYES",
    "NOR THIS",
    "a".repeat(32),
    "b".repeat(32),
    '"hash"',
    "SECRET",
    "CODES",
    "123456",
    "else@example.org",
  ])
    expect(text.includes(hidden), hidden).toBe(false);
  expect(text).toContain("/join/…");
  expect(JSON.stringify(await everythingOf("mentor"))).toContain("NOT FOR HER EYES");
});

test("of strangers nothing comes along, and what one organization keeps does not reach into another", async () => {
  const { tables } = await everythingOf("strangerMentee");
  const text = JSON.stringify(tables);
  expect(tables["profile"]).toMatchObject([{ name: "Sara Stranger" }]);
  for (const other of [world.people.mentee, world.riverside, "Maya"]) expect(text.includes(other), other).toBe(false);
});

test("the archive holds a table in each file, for spreadsheets, and the picture", async () => {
  const response = await world.as("mentee").get("/account/data/everything.zip");
  expect(response.headers.get("content-type")).toBe("application/zip");
  const files = await unzip(Buffer.from(await response.arrayBuffer()));
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(["auth.person.csv", "profile.csv", "letter.csv", `pictures/${world.riverside}.webp`]),
  );
  expect(files.get("profile.csv")!.toString()).toContain("Maya Mentee");
  // What a spreadsheet program would take for a formula stands as text.
  expect(files.get("profile_skill.csv")!.toString()).toContain("'=HYPERLINK(1)");
  expect(files.has("auth.rate_limit.csv")).toBe(false);
});

test("visitors are asked to sign in", async () => {
  for (const path of ["/account/data", "/account/data/everything.json", "/account/data/everything.zip"])
    expect((await world.as("visitor").get(path)).headers.get("location"), path).toContain("/sign-in");
});

test("more rows than fit in one portion come whole, each once", async () => {
  await inOrganization(app, world.riverside, ({ db }) =>
    db
      .insertInto("profile_skill")
      .values(
        Array.from({ length: 450 }, (_, n) => ({
          organization_id: world.riverside,
          person_id: world.people.mentor,
          skill: `Skill ${n}`,
          direction: "gives" as const,
        })),
      )
      .execute(),
  );
  const rows = (await everythingOf("mentor")).tables["profile_skill"]!;
  expect(new Set(rows.map((row) => row["skill"])).size).toBe(450);
  expect(rows).toHaveLength(450);
});

function unzip(bytes: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const files = new Map<string, Buffer>();
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on("entry", (entry: { fileName: string }) => {
        zip.openReadStream(entry as never, (problem, stream) => {
          if (problem) return reject(problem);
          const pieces: Buffer[] = [];
          stream.on("data", (piece: Buffer) => pieces.push(piece));
          stream.on("end", () => {
            files.set(entry.fileName, Buffer.concat(pieces));
            zip.readEntry();
          });
        });
      });
      zip.on("end", () => resolve(files));
      zip.on("error", reject);
      zip.readEntry();
    });
  });
}
