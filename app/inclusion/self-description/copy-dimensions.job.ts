import { inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { copyDimensions } from "./save-dimension.ts";

/** May run twice: a program that asks something already is left as it is. */
export const copyDimensionsWithProgram = job<{ organizationId: string; fromProgramId: string; toProgramId: string }>("dimensions.copy", {
  run: (app, { organizationId, fromProgramId, toProgramId }) =>
    inOrganization(app, organizationId, (ctx) => copyDimensions(ctx, organizationId, fromProgramId, toProgramId)),
});
