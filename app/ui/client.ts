/**
 * What every page loads: small conveniences over HTML that works without them.
 * Preact itself comes only where the page has an island.
 */
import { openDialogs } from "./client/dialogs.ts";
import { keepDrafts } from "./client/drafts.ts";
import { sendOnce } from "./client/send-once.ts";
import { readOutFlash } from "./client/flash.ts";
import { moveByArrows } from "./client/arrows.ts";
import { nameErrors } from "./client/name-errors.ts";
import { guessTimeZone } from "./client/time-zone.ts";

sendOnce();
keepDrafts();
openDialogs();
readOutFlash();
nameErrors();
moveByArrows();
guessTimeZone();
if (document.querySelector("island-root")) {
  const { hydrateIslands } = await import("./client/islands.ts");
  await hydrateIslands();
}
