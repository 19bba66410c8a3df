import type { Room } from "../platform/room.ts";
import { memberPage } from "./organizations/member.page.tsx";
import { newOrganizationPage } from "./organizations/new-organization.page.tsx";
import { organizationSettingsPage } from "./organizations/organization-settings.page.tsx";
import { organizationPage } from "./organizations/organization.page.tsx";
import { teamPage } from "./organizations/team.page.tsx";

export const networksRoom: Room = {
  // What is new stands before what is named by its id: the first address that fits answers.
  routes: [newOrganizationPage, organizationPage, organizationSettingsPage, teamPage, memberPage],
  jobs: [],
  subscriptions: [],
};
