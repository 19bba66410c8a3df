import type { Classes } from "../../platform/data-classes.ts";

export interface DirectoryReturnTable {
  organization_id: string;
  participant_id: string;
  returned_at: Date;
}

declare module "../../platform/database.ts" {
  interface Tables {
    directory_return: DirectoryReturnTable;
  }
}

export const directoryReturnClasses = {
  directory_return: { organization_id: "internal", participant_id: "internal", returned_at: "internal" },
} satisfies Classes<"directory_return">;
