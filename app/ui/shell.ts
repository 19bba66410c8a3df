/**
 * What surrounds every page of one request: the organization, where one can go, who is signed in.
 * The entrance fills it once (see document.tsx); pages then say only what is their own.
 */
import { createContext } from "preact";
import type { Language } from "../platform/i18n.ts";

export interface PlainLink {
  label: string;
  href: string;
}

/** So many things, of which more than 99 are "99+"; and what they are, for whoever does not see the mark. */
export interface Waiting {
  count: number;
  label: string;
}

export interface NavigationLink extends PlainLink {
  /** This page, or a page under it. */
  current?: boolean;
  /** What is new there for the reader. */
  waiting?: Waiting;
}

export interface Account {
  name: string;
  picture?: string;
  links: readonly PlainLink[];
  /** Where the sign-out form posts to. */
  signOutAction: string;
}

export interface Flash {
  kind: "done" | "notice" | "problem";
  text: string;
  /** What can be done about it, such as undo. */
  link?: PlainLink;
}

/** Said above every page: where one really is. */
export interface Banner {
  text: string;
  links: readonly PlainLink[];
}

export interface Shell {
  banner?: Banner;
  /** Whose place this is; without one the product's own name stands there. */
  organization?: { name: string; href: string };
  navigation?: readonly NavigationLink[];
  /** How much is new for the reader, by the id of the thing in which it is. */
  waiting?: ReadonlyMap<string, number>;
  account?: Account;
  /** Shown where nobody is signed in. */
  signInHref?: string;
  /** Where a reader goes to see this page in another language. */
  languageHref?: (language: Language) => string;
  flash?: Flash;
  footerLinks?: readonly PlainLink[];
  /** A fresh idempotency key for each form of the page. */
  newFormKey?: () => string;
}

export const ShellContext = createContext<Shell>({});
