/** What the house puts into the web server: its routes, its frame, and where people sign in. */
import type { VNode } from "preact";
import type { Context } from "../context.ts";
import type { Language } from "../i18n.ts";
import type { Route } from "../page.ts";

export type Problem = "not-found" | "away" | "bug" | "too-large" | "foreign";

/** What somebody sent who was signed out meanwhile. */
export interface SentForm {
  readonly path: string;
  readonly act: string | undefined;
  readonly formKey: string;
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** Who asks, as far as it is known: where the database is away, nobody is. */
export type Asker = Pick<Context, "actor" | "reader" | "now"> & {
  /** How much waits for her, by the id of the thing in which it does. */
  readonly waiting?: ReadonlyMap<string, number>;
};

/** Where the reader stands. */
export interface Place {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly organizationId: string | undefined;
  readonly programId: string | undefined;
  /** What came of the last act. */
  readonly notice: string | undefined;
}

export interface Composition {
  readonly routes: readonly Route[];
  /** Puts a page into the frame that all pages have, as the text of a document. */
  readonly frame: (asker: Asker, page: VNode, place: Place) => string;
  /** What waits for who asks: asked for every page, after it was made and in its transaction. */
  readonly waiting: (ctx: Context) => Promise<ReadonlyMap<string, number>>;
  readonly problem: (problem: Problem, language: Language) => VNode;
  /** Holds what she sent, until she has signed in again. */
  readonly signedOut: (sent: SentForm, language: Language) => VNode;
  /** The session's token from the request's cookies, when its signature is right. */
  readonly sessionToken: (cookies: ReadonlyMap<string, string>) => string | undefined;
  readonly signInPath: string;
  readonly secondFactorPath: string;
}
