/** Conversations of two in a real installation, and a browser's cookie for each of their people. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { startSession } from "../../app/people/accounts/start-session.ts";
import type { App } from "../../app/platform/context.ts";
import { connect } from "../../app/platform/database.ts";
import { newId } from "../../app/platform/identifiers.ts";
import { Jobs } from "../../app/platform/jobs.ts";
import { Live } from "../../app/platform/realtime/live.ts";
import { readSettings } from "../../app/platform/settings/settings.ts";
import type { Program } from "../kill/coordinator.ts";
import type { Installation } from "../kill/installation.ts";

export interface Writer {
  readonly personId: string;
  readonly cookie: string;
}

export interface Conversation {
  readonly relationshipId: string;
  readonly path: string;
  readonly writers: readonly [Writer, Writer];
}

/** Past the pages: what is drilled and measured is what follows. */
export async function makeConversations(installation: Installation, program: Program, count: number): Promise<Conversation[]> {
  const { organizationId, programId } = program;
  const pairs = Array.from({ length: count }, () => ({
    relationshipId: newId(),
    people: (["mentor", "mentee"] as const).map((role) => ({ role, personId: newId(), participantId: newId() })),
  }));
  await installation.asSuperuser(async (client) => {
    await client.query("begin");
    // They write more than anybody may: what is counted is forgotten at once.
    await client.query(`
      create function forget_count() returns trigger language plpgsql as $$ begin new.count := 1; return new; end $$`);
    await client.query(
      "create trigger forget_count before insert or update on auth.rate_limit for each row execute function forget_count()",
    );
    for (const { relationshipId, people } of pairs) {
      await client.query("insert into relationship (organization_id, id, program_id, reasons, begun_at) values ($1, $2, $3, '{}', now())", [
        organizationId,
        relationshipId,
        programId,
      ]);
      for (const { role, personId, participantId } of people) {
        const name = `${role} ${personId.slice(-6)}`;
        await client.query("insert into auth.person (id, email, email_verified, name, language) values ($1, $2, true, $3, 'en')", [
          personId,
          `${personId}@drill.test`,
          name,
        ]);
        await client.query("insert into member (organization_id, person_id, role, joined_at) values ($1, $2, 'member', now())", [
          organizationId,
          personId,
        ]);
        await client.query("insert into profile (organization_id, person_id, name) values ($1, $2, $3)", [organizationId, personId, name]);
        await client.query(
          `insert into participant (organization_id, id, program_id, person_id, role, joined_at, adult_attested_at, completed_at)
           values ($1, $2, $3, $4, $5, now(), now(), now())`,
          [organizationId, participantId, programId, personId, role],
        );
        await client.query(
          `insert into relationship_person (organization_id, relationship_id, participant_id, person_id, role) values ($1, $2, $3, $4, $5)`,
          [organizationId, relationshipId, participantId, personId, role],
        );
      }
    }
    await client.query("commit");
  });
  const connection = connectionOf(installation);
  const app: App = {
    db: connect(connection),
    jobs: new Jobs(connection, [], []),
    live: new Live(connection),
    now: () => new Date(),
    settings: {
      ...readSettings({ PUBLIC_URL: installation.url, DATA_DIR: installation.dataDir }, []),
      secret: readFileSync(path.join(installation.dataDir, "secret"), "utf8").split("\n")[0]!,
    },
  };
  const writerOf = async ({ personId }: { personId: string }): Promise<Writer> => ({
    personId,
    cookie: (await startSession(app, personId)).map((cookie) => cookie.split(";")[0]).join("; "),
  });
  try {
    const made: Conversation[] = [];
    for (const { relationshipId, people } of pairs)
      made.push({
        relationshipId,
        path: `/organizations/${organizationId}/relationships/${relationshipId}/messages`,
        writers: [await writerOf(people[0]!), await writerOf(people[1]!)],
      });
    return made;
  } finally {
    await app.db.destroy();
  }
}

/** As requests connect. */
export const connectionOf = (installation: Installation) => ({
  host: path.join(installation.dataDir, "run"),
  port: 5432,
  user: "understory_app",
  database: "understory",
});

/** Sends a message as a page does in the background; whether the server says that it has it. */
export async function sendOnce(
  url: string,
  { cookie }: Writer,
  message: { readonly path: string; readonly key: string; readonly words: string },
): Promise<boolean> {
  const body = new URLSearchParams({ act: "send", sentKey: message.key, words: message.words });
  try {
    const response = await fetch(url + message.path, {
      method: "POST",
      body,
      headers: { cookie, origin: url, accept: "application/json" },
      redirect: "manual",
      signal: AbortSignal.timeout(15_000),
    });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}
