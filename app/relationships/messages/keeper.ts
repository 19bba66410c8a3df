/** What the browser keeps for us; where it keeps nothing, this page does, for as long as it is open. */
export type Keeper = Pick<Storage, "length" | "key" | "getItem" | "setItem" | "removeItem">;

let kept: Keeper | undefined;

/** Undefined on the server. */
export function keeper(): Keeper | undefined {
  if (typeof document === "undefined") return undefined;
  return (kept ??= lasting() ?? passing());
}

/** A browser that is told to keep nothing throws, at the latest when something is put there. */
function lasting(): Keeper | undefined {
  try {
    localStorage.setItem("understory", "");
    localStorage.removeItem("understory");
    return localStorage;
  } catch {
    return undefined;
  }
}

function passing(): Keeper {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (name) => values.get(name) ?? null,
    setItem: (name, value) => void values.set(name, value),
    removeItem: (name) => void values.delete(name),
  };
}
