/** People of a story: somebody who is signed in already, and the link in somebody's newest letter. */
import type { Page } from "playwright-core";
import { startSession } from "../app/people/accounts/start-session.ts";
import { asSystem, inOrganization } from "../app/platform/context.ts";
import type { Story } from "./story.ts";
import { addParticipant } from "./world.ts";

export async function signedIn(story: Story, name: string, personId: string, options?: Parameters<Story["person"]>[1]): Promise<Page> {
  const page = await story.person(name, options);
  const cookies = await startSession(story.app, personId);
  await page.context().addCookies(
    cookies.map((cookie) => {
      const [key = "", value = ""] = cookie.split(";")[0]!.split(/=(.*)/u);
      return { name: key, value, url: story.url.replace("http:", "https:"), secure: true, httpOnly: true };
    }),
  );
  return page;
}

/** The link in the newest letter to this address whose subject says this; waits for it. */
export async function linkInLetter(story: Story, address: string, subject: string): Promise<string> {
  for (let tries = 0; tries < 150; tries++) {
    const letter = await asSystem(story.app, ({ db }) =>
      db
        .selectFrom("letter")
        .select("text_body")
        .where("to_address", "=", address)
        .where("subject", "like", `%${subject}%`)
        .orderBy("created_at", "desc")
        .orderBy("id", "desc")
        .executeTakeFirst(),
    );
    const link = letter?.text_body.match(/https?:\/\/\S+\/join\/\S+/)?.[0];
    if (link) return link;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no letter about «${subject}» came for ${address}`);
}

/** A participant who says something of herself. */
export async function somebody(
  story: Story,
  place: { readonly organizationId: string; readonly programId: string },
  who: {
    readonly role: "mentor" | "mentee";
    readonly name: string;
    readonly headline: string;
    readonly skills: readonly string[];
    readonly capacity?: number;
  },
): Promise<{ personId: string; participantId: string; email: string }> {
  const { role, name, headline, skills, capacity } = who;
  const email = `${name.split(" ")[0]!.toLowerCase()}@example.org`;
  const made = await addParticipant(story.app, { ...place, role, name, email, ...(capacity !== undefined && { capacity }) });
  await inOrganization(story.app, place.organizationId, async ({ db }) => {
    await db.updateTable("profile").set({ headline, time_zone: "Europe/Berlin" }).where("person_id", "=", made.personId).execute();
    await db
      .insertInto("profile_skill")
      .values(
        skills.map((skill) => ({
          organization_id: place.organizationId,
          person_id: made.personId,
          skill,
          direction: role === "mentor" ? ("gives" as const) : ("hopes" as const),
        })),
      )
      .execute();
  });
  return { ...made, email };
}
