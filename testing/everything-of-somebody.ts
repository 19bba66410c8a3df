/** Puts something of one person into every table that can hold it, in a filled world: for taking along, and for erasing. */
import { randomUUID } from "node:crypto";
import { sealDescription } from "../app/inclusion/self-description/seal-description.ts";
import { asSystem, inOrganization } from "../app/platform/context.ts";
import { newId } from "../app/platform/identifiers.ts";
import type { TestApp } from "./app.ts";
import type { FilledWorld } from "./filled-world.ts";

/** The first mentee of the filled world, with traces of her wherever there can be some. */
export async function leaveTraces(app: TestApp, world: FilledWorld): Promise<{ personId: string; email: string; name: string }> {
  const personId = world.people.mentee;
  const participantId = world.participants.mentee!;
  const mentorId = world.participants.mentor!;
  const [email, name] = ["maya.lives.here@example.org", "Maya Mentee"];
  const { riverside: organization_id, first: program_id } = world;
  const { importId, roundId, offerId, questionId } = world.examples as Record<string, string>;
  const later = new Date(Date.now() + 86_400_000);

  const { owner } = app;
  // One that stands in nobody else's.
  await owner.updateTable("auth.person").set({ email }).where("id", "=", personId).execute();
  await owner
    .insertInto("auth.credential")
    .values({ id: newId(), person_id: personId, account_id: personId, provider_id: "credential", password: "hash" })
    .execute();
  await owner
    .insertInto("auth.session")
    .values({ id: newId(), person_id: personId, token: randomUUID(), expires_at: later, user_agent: "Firefox" })
    .execute();
  await owner.insertInto("auth.two_factor").values({ id: newId(), person_id: personId, secret: "SECRET", backup_codes: "CODES" }).execute();
  await owner.insertInto("auth.used_code").values({ person_id: personId, code: "123456", used_at: new Date() }).execute();
  await owner
    .insertInto("auth.verification")
    .values([
      { id: newId(), identifier: "hash", value: personId, expires_at: later },
      { id: newId(), identifier: "hash", value: JSON.stringify({ personId, email: "new@example.org" }), expires_at: later },
    ])
    .execute();

  await inOrganization(app, organization_id, async (ctx) => {
    const { db } = ctx;
    const skill = { organization_id, person_id: personId };
    await db
      .insertInto("profile_skill")
      .values([
        { ...skill, skill: "First aid", direction: "gives", level: 3 },
        { ...skill, skill: "=HYPERLINK(1)", direction: "hopes", level: null },
      ])
      .execute();
    await db
      .updateTable("profile")
      .set({ story: `I am ${name}.`, headline: "Nurse" })
      .where("organization_id", "=", organization_id)
      .where("person_id", "=", personId)
      .execute();
    await db.insertInto("unsubscription").values({ organization_id, person_id: personId, kind: "announcement" }).execute();
    await db
      .insertInto("invitation")
      .values({ id: newId(), organization_id, person_id: personId, token_hash: Buffer.from(randomUUID()), expires_at: later })
      .execute();
    await db.insertInto("safeguarding_lead").values({ organization_id, person_id: personId, given_at: new Date() }).execute();
    await db.insertInto("coordinator").values({ organization_id, program_id: world.second, person_id: personId }).execute();
    await db
      .insertInto("answer")
      .values({ organization_id, participant_id: participantId, question_id: questionId!, value: '"To write"' })
      .execute();
    const dimensionId = world.examples["dimensionId"]!;
    await db
      .insertInto("self_description")
      .values({
        organization_id,
        participant_id: participantId,
        dimension_id: dimensionId,
        sealed: sealDescription(ctx, organization_id, participantId, dimensionId, {
          value: { kind: "option", key: "yes" },
          wishes: true,
          mayMatch: false,
          atMost: null,
        }),
        consented_version: 1,
        consented_at: new Date(),
      })
      .execute();
    await db
      .insertInto("import_row")
      .values([
        {
          organization_id,
          import_id: importId!,
          line: 2,
          email,
          person: JSON.stringify({ name, headline: "From the list" }),
          outcome: "change",
          person_id: personId,
          participant_id: participantId,
        },
        {
          organization_id,
          import_id: importId!,
          line: 3,
          email: "else@example.org",
          person: JSON.stringify({ name: "Else" }),
          outcome: "make",
        },
      ])
      .execute();
    await db
      .insertInto("import_problem")
      .values([
        {
          organization_id,
          import_id: importId!,
          line: 2,
          number: 1,
          column_name: "Name",
          value: name,
          reason: '{"reason":"x"}',
          loses: "cell",
        },
        {
          organization_id,
          import_id: importId!,
          line: 3,
          number: 1,
          column_name: "Name",
          value: "Else",
          reason: '{"reason":"x"}',
          loses: "cell",
        },
      ] as never)
      .execute();
    await db
      .insertInto("import_change")
      .values({
        organization_id,
        import_id: importId!,
        participant_id: participantId,
        person_id: personId,
        before: JSON.stringify({ profile: { name: [name] } }),
      })
      .execute();
    await db
      .updateTable("spreadsheet_import")
      .set({ columns: JSON.stringify({ columns: [{ header: "Email", samples: [email] }] }), finished_at: new Date(), created_by: personId })
      .where("id", "=", importId!)
      .execute();
    const announcementId = newId();
    await db
      .insertInto("announcement")
      .values({ organization_id, program_id, id: announcementId, subject: "News", body: "To all of you.", created_by: personId })
      .execute();
    await db
      .insertInto("announcement_recipient")
      .values({ organization_id, announcement_id: announcementId, person_id: personId, number: 1 })
      .execute();
    await db
      .insertInto("round_unmatched")
      .values({ organization_id, round_id: roundId!, mentee_id: participantId, reason: '{"kind":"none"}' })
      .execute();
    await db
      .insertInto("round_pair")
      .values({
        organization_id,
        round_id: roundId!,
        mentee_id: participantId,
        mentor_id: mentorId,
        weight: 1,
        parts: "[]",
        choice: 1,
      })
      .execute();
    await db
      .insertInto("round_mentor")
      .values({ organization_id, round_id: roundId!, mentor_id: mentorId, capacity: 1, price: 0 })
      .execute();
    await db
      .insertInto("pair_wish")
      .values({ organization_id, program_id, mentee_id: participantId, mentor_id: mentorId, kind: "lock", made_by: personId })
      .execute();
    for (const [participant_id, about_id] of [
      [participantId, mentorId],
      [mentorId, participantId],
    ] as const) {
      await db.insertInto("choice").values({ organization_id, program_id, participant_id, about_id, rank: 1 }).execute();
      await db.insertInto("refusal").values({ organization_id, program_id, participant_id, about_id, note: "Too far" }).execute();
    }
    await db.insertInto("directory_return").values({ organization_id, participant_id: participantId, returned_at: later }).execute();
    await db
      .insertInto("offer_question")
      .values({ organization_id, id: newId(), offer_id: offerId!, asked_by: "mentee", question: "Do you dance?", asked_at: new Date() })
      .execute();
    // As a mentee she asked and was suggested to in the filled world; this one is as if she mentored, too.
    await db
      .insertInto("request_limit")
      .values({ organization_id, program_id, participant_id: participantId, each_month: 2, set_by: personId })
      .execute();
    await db
      .insertInto("audit_entry")
      .values({
        id: newId(),
        organization_id,
        at: new Date(),
        actor_id: personId,
        act: "program.changed",
        subject_kind: "person",
        subject_id: personId,
        detail: "{}",
      })
      .execute();
  });
  await asSystem(app, async ({ db }) => {
    await db
      .insertInto("answered_form")
      .values([
        { person_id: personId, form_key: randomUUID(), content_hash: Buffer.alloc(1), notice: "Saved." },
        {
          person_id: world.people.administrator,
          form_key: randomUUID(),
          content_hash: Buffer.alloc(1),
          location: `/organizations/${organization_id}/members/${personId}`,
          notice: `${name} is invited.`,
        },
      ])
      .execute();
    const letter = { language: "en", kind: "offer", state: "sent" as const, html_body: `<p>${name} &lt;${email}&gt;</p>` };
    await db
      .insertInto("letter")
      .values([
        {
          ...letter,
          id: newId(),
          organization_id,
          person_id: personId,
          to_address: email,
          to_name: name,
          dedupe_key: `hers ${personId}`,
          subject: `Hello ${name}`,
          text_body: `Dear ${name}, come in: ${app.settings.publicUrl}/join/${"a".repeat(32)}\n`,
        },
        {
          ...letter,
          id: newId(),
          organization_id,
          person_id: world.people.mentor,
          to_address: "mentor@example.org",
          dedupe_key: `about ${personId}`,
          subject: `${name} has said yes`,
          text_body: `MAYA MENTEE, write to ${email}. Mayan Mentees stay.`,
        },
        {
          ...letter,
          id: newId(),
          organization_id: null,
          person_id: personId,
          to_address: email.toUpperCase(),
          kind: "account",
          dedupe_key: `account ${personId}`,
          subject: "Your link",
          text_body: `${app.settings.publicUrl}/sign-in/link/${"b".repeat(32)}`,
        },
      ] as never)
      .execute();
  });
  return { personId, email, name };
}
