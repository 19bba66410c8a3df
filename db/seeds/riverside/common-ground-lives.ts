/** What the pairs of Common Ground have lived, from the first round on. */
import type { SeedLife } from "../life.ts";
import { gulnaraAndPeter, lubnaAndSahar } from "./common-ground-endings.ts";
import { nomvulaAndHelen } from "./common-ground-nomvula.ts";
import { anjaliAndPriti, bolormaaAndCatrin, hsuAndGordon } from "./common-ground-quiet.ts";
import { antoniaAndElena, haAndStuart, mariamaAndPeter, rutendoAndDuncan } from "./common-ground-turns.ts";

export const commonGroundLives: readonly SeedLife[] = [
  nomvulaAndHelen,
  hsuAndGordon,
  anjaliAndPriti,
  bolormaaAndCatrin,
  antoniaAndElena,
  lubnaAndSahar,
  gulnaraAndPeter,
  rutendoAndDuncan,
  haAndStuart,
];

/** They were brought together in a second round. */
export const commonGroundNewest: SeedLife = mariamaAndPeter;
