/**
 * One button that does one thing: a form of its own, so that it works without scripts and sends once.
 *
 *     <ActButton action={visit.path} act="removeCoordinator" fields={{ personId }} kind="quiet">Remove Ruth</ActButton>
 */
import type { ComponentChildren } from "preact";
import { Button, type ButtonKind } from "./button.tsx";
import { Form } from "./form.tsx";
import type { IconName } from "./icon.tsx";

export interface ActButtonProps {
  action: string;
  act?: string;
  /** Sent along, unseen. */
  fields?: Readonly<Record<string, string>>;
  kind?: ButtonKind;
  icon?: IconName;
  small?: boolean;
  children: ComponentChildren;
}

export function ActButton({ action, act, fields, kind = "plain", icon, small = false, children }: ActButtonProps) {
  const id = [act ?? "act", ...Object.values(fields ?? {})].join("-");
  return (
    <Form action={action} id={id} {...(act !== undefined && { act })}>
      {Object.entries(fields ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button kind={kind} small={small} {...(icon && { icon })}>
        {children}
      </Button>
    </Form>
  );
}
