/** What narrows and orders the directory: it stands in the address, so that a view can be kept and sent on. Pure. */
export const directoryOrders = ["fit", "active", "name"] as const;
export type DirectoryOrder = (typeof directoryOrders)[number];

export interface DirectoryFilter {
  readonly search: string;
  readonly skill: string | undefined;
  readonly language: string | undefined;
  /** At least so many hours of the week in common. */
  readonly hours: number | undefined;
  readonly onlyFree: boolean;
  readonly onlyAnswered: boolean;
  readonly order: DirectoryOrder;
}

export const hourSteps = [1, 2, 4, 8] as const;

export function readDirectoryFilter(query: URLSearchParams): DirectoryFilter {
  const text = (name: string): string => (query.get(name) ?? "").replaceAll("\0", "").trim().slice(0, 200);
  return {
    search: text("q"),
    skill: text("skill") || undefined,
    language: text("speaks") || undefined,
    hours: hourSteps.find((step) => String(step) === query.get("hours")),
    onlyFree: query.has("free"),
    onlyAnswered: query.has("answered"),
    order: directoryOrders.find((order) => order === query.get("sort")) ?? "fit",
  };
}

export function directoryQuery(filter: DirectoryFilter, page = 1): string {
  const query = new URLSearchParams();
  if (filter.search) query.set("q", filter.search);
  if (filter.skill !== undefined) query.set("skill", filter.skill);
  if (filter.language !== undefined) query.set("speaks", filter.language);
  if (filter.hours !== undefined) query.set("hours", String(filter.hours));
  if (filter.onlyFree) query.set("free", "yes");
  if (filter.onlyAnswered) query.set("answered", "yes");
  if (filter.order !== "fit") query.set("sort", filter.order);
  if (page > 1) query.set("page", String(page));
  return query.size === 0 ? "" : `?${query}`;
}

export const isNarrowed = (filter: DirectoryFilter): boolean => directoryQuery({ ...filter, order: "fit" }) !== "";
