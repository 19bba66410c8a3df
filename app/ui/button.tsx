/**
 * What can be pressed. One primary on a page; danger for what takes something away.
 *
 *     <Button>Send the offer</Button>
 *     <Button kind="quiet" name="then" value="another">Save and add another</Button>
 *     <ButtonLink href="/programs/new" kind="plain" icon="plus">New program</ButtonLink>
 */
import type { ButtonHTMLAttributes, ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon.tsx";

export type ButtonKind = "primary" | "plain" | "quiet" | "danger";

interface Look {
  kind?: ButtonKind;
  icon?: IconName;
  small?: boolean;
  children: ComponentChildren;
}

const classes = ({ kind = "primary", small }: Look): string => `button ${kind}${small ? " small" : ""}`;

export type ButtonProps = Look & Omit<ButtonHTMLAttributes, "class" | "className" | "style" | "icon" | "size">;

export function Button({ kind, icon, small, children, type = "submit", ...rest }: ButtonProps) {
  return (
    <button type={type} {...rest} class={classes({ ...(kind && { kind }), small: small ?? false, children })}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

export interface ButtonLinkProps extends Look {
  href: string;
  id?: string;
  /** Opens this dialog in place where scripts run; the address is the way without them. */
  dialog?: string;
  download?: boolean;
  /** In a window of its own: where this page holds what must not be lost. */
  opensWindow?: boolean;
}

export function ButtonLink({ href, id, dialog, download, opensWindow, icon, ...look }: ButtonLinkProps) {
  return (
    <a
      class={classes(look)}
      href={href}
      id={id}
      data-dialog={dialog}
      download={download}
      {...(opensWindow && { target: "_blank", rel: "noopener" })}
    >
      {icon && <Icon name={icon} />}
      <span>{look.children}</span>
    </a>
  );
}

/** Buttons that belong together, wrapping where the line ends. */
export function Buttons({ children }: { children: ComponentChildren }) {
  return <div class="buttons">{children}</div>;
}
