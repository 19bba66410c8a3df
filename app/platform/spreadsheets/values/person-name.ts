import { taken, type Parsed } from "./parsed.ts";

export interface PersonName {
  readonly given: string;
  /** Empty where a person has, or tells, only one name. */
  readonly family: string;
}

const tidy = (text: string | undefined): string => (text ?? "").normalize("NFC").replaceAll(/\s+/g, " ").trim();

/**
 * A full name in two parts that, put together, give it back. Where the given name ends cannot be known
 * («Juan Carlos Pérez», «Ana García López»), so the first word is taken; «García, Ana» says it itself.
 */
function splitName(full: string): PersonName {
  const comma = /^([^,،]+)[,،]\s*([^,،]+)$/.exec(full);
  if (comma?.[1] && comma[2]) return { given: comma[2].trim(), family: comma[1].trim() };
  const space = full.indexOf(" ");
  return space === -1 ? { given: full, family: "" } : { given: full.slice(0, space), family: full.slice(space + 1) };
}

/** A person's name from the columns that there are; given and family name win over the full one. */
export function parsePersonName(parts: { given?: string; family?: string; full?: string }): Parsed<PersonName> {
  const [given, family, full] = [tidy(parts.given), tidy(parts.family), tidy(parts.full)];
  if (given !== "" && family !== "") return taken({ given, family });
  if (full !== "") return taken(splitName(full));
  if (given === "" && family === "") return taken<PersonName>(null);
  return taken(given === "" ? { given: family, family: "" } : { given, family });
}
