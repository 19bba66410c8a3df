import { z } from "zod";
import { countAttempt, limits, networkOf } from "../../../people/accounts/attempts.ts";
import { anyone } from "../../../platform/access.ts";
import type { Context, PersonalContext } from "../../../platform/context.ts";
import { found, NotFound } from "../../../platform/errors.ts";
import { form } from "../../../platform/form.ts";
import { choice, emailAddress, mustBeTicked, text } from "../../../platform/form-fields.ts";
import { languageNames, languages } from "../../../platform/i18n.ts";
import { newId } from "../../../platform/identifiers.ts";
import { page, type Visit } from "../../../platform/page.ts";
import { Button, Buttons } from "../../../ui/button.tsx";
import { Checkbox, RadioGroup, Select } from "../../../ui/choices.tsx";
import { TextField } from "../../../ui/field.tsx";
import { Form } from "../../../ui/form.tsx";
import { Page } from "../../../ui/layout.tsx";
import { OwnWords } from "../../../ui/own-words.tsx";
import { useReader } from "../../../ui/reader.ts";
import { findOrganization } from "../../organizations/find-organization.ts";
import { findProgram } from "../../programs/find-program.ts";
import type { Program } from "../../programs/program.ts";
import { listOwnParts } from "../find-participant.ts";
import { ownPath, participantRoles, type ParticipantRole, signUpPath } from "../participant.ts";
import { joinBySignUp } from "./join-by-sign-up.ts";
import { sendSignUpLetter } from "./send-sign-up-letter.job.ts";
import { signUpWords } from "./sign-up.messages.ts";

interface Place {
  readonly organizationId: string;
  readonly programId: string;
}

/** Where anybody joins whom the program lets: a stranger proves her address by a letter first. */
export const signUpPage = page("/organizations/:organizationId/programs/:programId/sign-up", {
  access: anyone,
  show: async (ctx, place, visit) => {
    const program = await findOpenProgram(ctx, place);
    const { organizationId, programId } = place;
    const organization = await findOrganization(ctx, organizationId);
    const words = signUpWords(ctx.reader);
    if (visit.query.has("sent")) return <Page title={words.sentTitle} lead={words.sent} findable />;
    if (ctx.actor && (await listOwnParts(ctx, organizationId, programId, ctx.actor.personId)).length > 0) {
      return { to: ownPath(organizationId, programId) };
    }
    const role = participantRoles.find((one) => one === visit.query.get("as"));
    return (
      <Page title={program.name} lead={words.lead(organization.name)} findable>
        {program.purpose !== "" && <OwnWords text={program.purpose} />}
        <h2>{words.title}</h2>
        {ctx.actor ? (
          <JoinForm visit={visit} role={role} email={ctx.actor.email} />
        ) : (
          <AskForm visit={visit} role={role} program={program} />
        )}
      </Page>
    );
  },
  acts: {
    ask: form(
      z.object({ role: choice(participantRoles), name: text(200), email: emailAddress(), language: choice(languages) }),
      async (ctx: Context, place: Place, sent, { address }) => {
        await findOpenProgram(ctx, place);
        await countAttempt(ctx, [
          [limits.letter, sent.email],
          [limits.lettersFromNetwork, networkOf(address)],
        ]);
        await ctx.app.jobs.enqueue(ctx, sendSignUpLetter, { ...place, ...sent, requestId: newId() });
        return { to: `${signUpPath(place.organizationId, place.programId)}?sent` };
      },
    ),
    join: form(
      z.object({ role: choice(participantRoles), isAdult: mustBeTicked((language) => signUpWords(language).adultNeeded) }),
      async (ctx: Context, place: Place, { role }) => {
        await findOpenProgram(ctx, place);
        found(ctx.actor);
        await joinBySignUp(ctx as PersonalContext, place.organizationId, place.programId, role);
        return { to: ownPath(place.organizationId, place.programId), notice: signUpWords(ctx.reader).joined };
      },
    ),
  },
});

/** The program if anybody may join it; for everybody else it is as if it were not there. */
async function findOpenProgram(ctx: Context, { organizationId, programId }: Place): Promise<Program> {
  const program = await findProgram(ctx, organizationId, programId);
  if (program.signUp !== "open" || program.archivedAt !== null) throw new NotFound();
  return program;
}

function RoleChoice({ role }: { role: ParticipantRole | undefined }) {
  const words = signUpWords(useReader());
  return (
    <RadioGroup
      name="role"
      label={words.role}
      options={participantRoles.map((one) => ({ value: one, label: words.roles[one], hint: words.roleHints[one] }))}
      value={role}
      required
    />
  );
}

interface FormProps {
  visit: Visit;
  role: ParticipantRole | undefined;
}

function AskForm({ visit, role, program }: FormProps & { program: Program }) {
  const reader = useReader();
  const words = signUpWords(reader);
  return (
    <Form action={signUpPath(program.organizationId, program.id)} act="ask" {...visit.refused("ask")}>
      <RoleChoice role={role} />
      <TextField name="name" label={words.name} required maxlength={200} autocomplete="name" />
      <TextField name="email" type="email" label={words.email} hint={words.emailHint} required autocomplete="email" />
      <Select
        name="language"
        label={words.language}
        options={languages.map((one) => ({ value: one, label: languageNames[one] }))}
        value={reader.language}
      />
      <Buttons>
        <Button icon="letter">{words.ask}</Button>
      </Buttons>
    </Form>
  );
}

function JoinForm({ visit, role, email }: FormProps & { email: string }) {
  const words = signUpWords(useReader());
  return (
    <Form action={visit.path} act="join" {...visit.refused("join")}>
      <RoleChoice role={role} />
      <Checkbox name="isAdult" label={words.adult} hint={words.adultHint} required />
      <Buttons>
        <Button>{words.join}</Button>
      </Buttons>
      <p class="hint">{words.joinAs(email)}</p>
    </Form>
  );
}
