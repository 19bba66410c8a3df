import { CheckboxGroup, RadioGroup } from "../../ui/choices.tsx";
import { useReader } from "../../ui/reader.ts";
import type { TeamRole } from "./member-role.ts";
import { teamWords } from "./team.messages.ts";

interface RoleFieldsProps {
  roles: readonly TeamRole[];
  role: TeamRole | undefined;
  /** All programs of the organization that are not archived. */
  programs: readonly { readonly id: string; readonly name: string }[];
  programIds: readonly string[];
}

/** Which role, and which programs. */
export function RoleFields({ roles, role, programs, programIds }: RoleFieldsProps) {
  const words = teamWords(useReader());
  return (
    <>
      <RadioGroup
        name="role"
        label={words.chooseRole}
        options={roles.map((one) => ({ value: one, label: words.roles[one], hint: words.roleHints[one] }))}
        value={role}
        required
      />
      {programs.length === 0 ? (
        <p class="hint">{words.noPrograms}</p>
      ) : (
        <CheckboxGroup
          name="programIds"
          label={words.programs}
          hint={words.programsHint}
          options={programs.map(({ id, name }) => ({ value: id, label: name }))}
          values={programIds}
        />
      )}
    </>
  );
}
