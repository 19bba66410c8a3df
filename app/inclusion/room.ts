import { when } from "../platform/facts.ts";
import type { Room } from "../platform/room.ts";
import { copyDimensionsWithProgram } from "./self-description/copy-dimensions.job.ts";
import { dimensionPage } from "./self-description/dimension.page.tsx";
import { dimensionsPage } from "./self-description/dimensions.page.tsx";
import { forgetDescriptions } from "./self-description/forget-descriptions.job.ts";
import { newDimensionPage } from "./self-description/new-dimension.page.tsx";
import { ownDescriptionPage } from "./self-description/own-description.page.tsx";

export const inclusionRoom: Room = {
  routes: [dimensionsPage, newDimensionPage, dimensionPage, ownDescriptionPage],
  jobs: [copyDimensionsWithProgram, forgetDescriptions],
  subscriptions: [when("program.copied", copyDimensionsWithProgram)],
};
