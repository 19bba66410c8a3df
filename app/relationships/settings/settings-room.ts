/** What the settings of a program's relationships add to the room. */
import { when } from "../../platform/facts.ts";
import { copySetting } from "./copy-setting.job.ts";
import { relationshipSettingsPage } from "./relationship-settings.page.tsx";

export const settingsRoutes = [relationshipSettingsPage];
export const settingsJobs = [copySetting];
export const settingsSubscriptions = [when("program.copied", copySetting)];
