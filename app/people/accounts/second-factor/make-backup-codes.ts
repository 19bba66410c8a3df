import { randomInt } from "node:crypto";

// Nothing that is mistaken for something else when copied by hand; 31 letters, ten of them are 49 bits.
const letters = "abcdefghjkmnpqrstuvwxyz23456789";
const five = (): string => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join("");

/** As `readCode` reads them. */
export const makeBackupCodes = (): string[] => Array.from({ length: 10 }, () => `${five()}-${five()}`);
