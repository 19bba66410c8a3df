/**
 * A few acts or places behind one button. The browser opens and closes it; no script is needed.
 *
 *     <Menu id="maya-menu" label="More about Maya">
 *       <MenuLink href="/people/7">Her page</MenuLink>
 *     </Menu>
 */
import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";
import type { PlainLink } from "./shell.ts";

interface MenuProps {
  /** Unique in the page. */
  id: string;
  /** What the button is called. */
  label: string;
  /** What the button shows, where that is more than its name. */
  face?: ComponentChildren;
  children: ComponentChildren;
}

export function Menu({ id, label, face, children }: MenuProps) {
  return (
    <span class="menu">
      <button type="button" class="button quiet menu-button" popovertarget={id}>
        {face}
        <span class={face === undefined ? undefined : "hidden"}>{label}</span>
        <Icon name="down" />
      </button>
      <ul class="menu-sheet" id={id} popover="auto">
        {children}
      </ul>
    </span>
  );
}

export function MenuLink({
  href,
  children,
  dialog,
  current,
}: {
  href: string;
  children: ComponentChildren;
  dialog?: string;
  current?: boolean;
}) {
  return (
    <li>
      <a href={href} data-dialog={dialog} aria-current={current ? "true" : undefined}>
        {children}
      </a>
    </li>
  );
}

/** Puts anything else into a menu, such as a form with one button. */
export function MenuItem({ children }: { children: ComponentChildren }) {
  return <li>{children}</li>;
}

export function MenuLinks({ links }: { links: readonly PlainLink[] }) {
  return links.map(({ href, label }) => (
    <MenuLink key={href} href={href}>
      {label}
    </MenuLink>
  ));
}
