import type { Context } from "../../platform/context.ts";
import { isOpen, type Life } from "../life/life.ts";
import { staysInTouch } from "./farewell.ts";
import { farewellOf, findFarewells } from "./find-farewells.ts";

interface Reaching extends Life {
  readonly organizationId: string;
  readonly id: string;
  readonly people: readonly { readonly personId: string }[];
}

/** Whose address somebody of the relationship sees: everybody's while it is open, afterwards that of those who both wished it. */
export async function listReachable(
  ctx: Context,
  { organizationId, id, people, ...life }: Reaching,
  personId: string,
): Promise<ReadonlySet<string>> {
  if (isOpen(life)) return new Set(people.map((one) => one.personId));
  if (life.state !== "concluded") return new Set();
  const farewells = await findFarewells(ctx, { organizationId, relationshipId: id });
  return new Set(
    staysInTouch(
      people.map((one) => farewellOf(farewells, one.personId)),
      personId,
    ),
  );
}
