/** What the list of all relationships adds to the room. */
import { allPairsDownload } from "./all-pairs.download.ts";
import { allPairsPage } from "./all-pairs.page.tsx";

export const allPairsRoutes = [allPairsPage, allPairsDownload];
