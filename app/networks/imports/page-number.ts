export const pageSize = 50;

/** The page of a long list that an address asks for; the first where it asks for none. */
export const pageOf = (query: URLSearchParams): number =>
  Math.max(1, Math.min(100_000, Number.parseInt(query.get("page") ?? "1", 10) || 1));
