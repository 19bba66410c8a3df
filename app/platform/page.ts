/** Entrances for people: a page shows, and answers what is sent to it; a download hands out a file. */
import type { VNode } from "preact";
import type { Access } from "./access.ts";
import type { Context, PersonalContext } from "./context.ts";
import type { Form, Refused } from "./form.ts";
import type { Stream } from "./realtime/stream.ts";

/** `{ programId: string }` for "/programs/:programId". */
export type PathParameters<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? { readonly [K in Name | keyof PathParameters<Rest>]: string }
  : P extends `${string}:${infer Name}`
    ? { readonly [K in Name]: string }
    : Record<never, string>;

/** How the page was asked for. */
export interface Visit {
  readonly query: URLSearchParams;
  readonly path: string;
  /**
   * What was sent to this page's form and could not be done: what is wrong, and what was typed.
   * Spread it on the form: `<Form action={visit.path} {...visit.refused("rename")}>`.
   */
  refused(act?: string): Refused | undefined;
  readonly headers: Headers;
  /** The network address that asks. */
  readonly address: string;
}

/** Instead of a page: go elsewhere. */
export interface Leave {
  readonly to: string;
  readonly cookies?: readonly string[];
}

type Who<A> = A extends { readonly isPublic: true } ? Context : PersonalContext;

export interface Page {
  readonly kind: "page";
  readonly path: string;
  readonly access: Access<never>;
  readonly show: (ctx: Context, params: never, visit: Visit) => Promise<VNode | Leave> | VNode | Leave;
  readonly acts: Readonly<Record<string, Form>>;
  readonly uploadLimitBytes: number | undefined;
  readonly takesForeignPosts: boolean;
}

/**
 * A page: `page("/programs/:programId", { access, show, acts: { rename: form(…) } })`. A form names its act in its button
 * (`<button name="act" value="rename">`); a page with one form calls it `submit`, and needs no name.
 */
export function page<const P extends string, A extends Access<PathParameters<P>>>(
  path: P,
  definition: {
    access: A;
    show: (ctx: Who<A>, params: PathParameters<P>, visit: Visit) => Promise<VNode | Leave> | VNode | Leave;
    submit?: Form<PathParameters<P>, Who<A>>;
    acts?: Readonly<Record<string, Form<PathParameters<P>, Who<A>>>>;
    uploadLimitBytes?: number;
    /** Mail programs unsubscribe by themselves, without an Origin (RFC 8058); something in the address must prove their right. */
    takesForeignPosts?: boolean;
  },
): Page {
  const { access, show, submit, acts = {}, uploadLimitBytes, takesForeignPosts = false } = definition;
  return {
    kind: "page",
    path,
    access,
    show,
    acts: submit ? { ...acts, submit } : acts,
    uploadLimitBytes,
    takesForeignPosts,
  } as unknown as Page;
}

export interface Download {
  readonly kind: "download";
  readonly path: string;
  readonly access: Access<never>;
  readonly send: (ctx: Context, params: never, visit: Visit) => Promise<Sent>;
}
export interface Sent {
  readonly contentType: string;
  /** Saved under this name; without one it is shown in place. */
  readonly fileName?: string;
  readonly body: string | Uint8Array | AsyncIterable<string | Uint8Array>;
  readonly cacheControl?: string;
  /** Names this content (RFC 9110, 8.8.3): whoever has it already is told so, and is sent nothing. */
  readonly etag?: string;
  /** Instead of ours, for a document that is not of our making. */
  readonly contentSecurityPolicy?: string;
}

/** A file that is made when asked for. The body may be streamed; the transaction stays open until it ends. */
export function download<const P extends string, A extends Access<PathParameters<P>>>(
  path: P,
  definition: { access: A; send: (ctx: Who<A>, params: PathParameters<P>, visit: Visit) => Promise<Sent> },
): Download {
  return { kind: "download", path, ...definition } as unknown as Download;
}

export type Route = Page | Download | Stream;
