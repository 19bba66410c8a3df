import type { PersonalContext } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/choices.tsx";
import { FileField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { coordinators } from "../programs/access.ts";
import { ImportFrame, importCrumbs } from "./import-frame.tsx";
import { importPath } from "./import-path.ts";
import { megabyte, roles, uploadLimits } from "./import.ts";
import { importWords } from "./imports.messages.ts";
import { uploadFile, UploadShape } from "./upload-file.ts";

interface ProgramPlace {
  readonly organizationId: string;
  readonly programId: string;
}

/** What a form adds to the bytes of its file. */
const formBytes = megabyte;

export const newImportPage = page("/organizations/:organizationId/programs/:programId/imports/new", {
  access: coordinators,
  uploadLimitBytes: uploadLimits.csv + formBytes,
  async show(ctx, { organizationId, programId }, visit) {
    const words = importWords(ctx.reader);
    const wished = roles.find((role) => role === visit.query.get("role"));
    return (
      <ImportFrame title={words.newTitle} lead={words.newLead} crumbs={await importCrumbs(ctx, organizationId, programId)} step="upload">
        <Form action={visit.path} multipart {...visit.refused()}>
          <RadioGroup
            name="role"
            label={words.whoAreThey}
            hint={words.bothHint}
            options={roles.map((role) => ({ value: role, label: words.roles[role] }))}
            value={wished ?? "mentor"}
            inline
          />
          <FileField
            name="file"
            label={words.yourFile}
            hint={`${words.fileHint(uploadLimits.csv / megabyte, uploadLimits.xlsx / megabyte)} ${words.dropHere}`}
            accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            required
          />
          <Buttons>
            <Button>{words.upload}</Button>
          </Buttons>
        </Form>
      </ImportFrame>
    );
  },
  submit: form(UploadShape, async (ctx: PersonalContext, { organizationId, programId }: ProgramPlace, sent) => ({
    to: importPath(organizationId, programId, await uploadFile(ctx, { organizationId, programId }, sent)),
  })),
});
