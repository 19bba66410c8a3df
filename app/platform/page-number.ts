/** The page of a long list that an address asks for; the first where it asks for none. */
export const pageNumberIn = (query: URLSearchParams): number =>
  Math.max(1, Math.min(100_000, Number.parseInt(query.get("page") ?? "1", 10) || 1));
