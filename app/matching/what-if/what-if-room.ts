import { tradeOffsPage } from "./trade-offs.page.tsx";
import { whatIfDownload } from "./what-if.download.ts";
import { whatIfPage } from "./what-if.page.tsx";

export const whatIfRoutes = [whatIfPage, whatIfDownload, tradeOffsPage];
