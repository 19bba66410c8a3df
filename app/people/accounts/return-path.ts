/**
 * Where somebody goes after signing in: a path of this site, and nothing else, whatever the address says.
 *
 * @returns "/" for everything that would lead away or round in a circle
 */
export function returnPath(wanted: string | null | undefined): string {
  if (!wanted || wanted.length > 2000 || !wanted.startsWith("/") || /[\\\p{Cc}]/u.test(wanted)) return "/";
  const base = "http://here.invalid";
  const url = URL.parse(wanted, base);
  if (!url || url.origin !== base) return "/";
  const path = url.pathname + url.search;
  return /^\/\/|^\/sign-(in|out)(\/|\?|$)/.test(path) ? "/" : path;
}

/** `/sign-in?next=…`, without `next` where it would only say "the first page". */
export const withReturn = (path: string, next: string): string => (next === "/" ? path : `${path}?next=${encodeURIComponent(next)}`);
