import { keyIdOf } from "../../../platform/sealing.ts";

/** better-auth numbers its secrets; the number is the name of the key that other things are sealed with. */
export const keyVersionOf = (secret: string): number => Number.parseInt(keyIdOf(secret), 16);

export const keyIdOfVersion = (version: number): string => version.toString(16).padStart(8, "0");
