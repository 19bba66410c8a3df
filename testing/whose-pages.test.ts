/**
 * Whose pages these are, by their addresses, apart from the pages' own code: the matrix of `authorization.test.ts` takes the kind
 * of access from the page itself, and would let in whomever a page lets in by mistake.
 */
import { expect, test } from "vitest";
import { routes } from "../app/rooms.ts";

const program = "/organizations/:organizationId/programs/:programId";

/** What lies under an address is for the same people as the address, unless it stands here itself. */
const whose: Readonly<Record<string, string>> = {
  "/organizations/:organizationId/relationships/:relationshipId/messages/held": "whose answer waits",
  "/": "anyone",
  "/account": "signed in",
  "/demo": "anyone, while there is a demo",
  "/demo/load": "owner of the installation",
  "/mailbox": "owner of the installation",
  "/organizations/new": "owner of the installation",
  "/organizations/:organizationId": "members of the organization",
  "/organizations/:organizationId/members": "administrators of the organization",
  "/organizations/:organizationId/today": "staff of the organization",
  "/organizations/:organizationId/settings": "administrators of the organization",
  "/concerns/new": "anyone",
  "/organizations/:organizationId/concerns": "safeguarding leads",
  "/organizations/:organizationId/concerns/:concernId": "handlers of the concern",
  "/organizations/:organizationId/concerns/new": "members of the organization",
  "/organizations/:organizationId/concerns/mine": "members of the organization",
  "/organizations/:organizationId/concerns/mine/:concernId": "who raised the concern",
  "/organizations/:organizationId/safeguarding": "administrators of the organization",
  "/organizations/:organizationId/programs/new": "administrators of the organization",
  "/organizations/:organizationId/people": "those who may see the person",
  "/organizations/:organizationId/people/:personId/checks": "who was checked, and who keeps her checks",
  "/organizations/:organizationId/guardians": "members of the organization",
  "/organizations/:organizationId/offers": "people of the offer",
  "/organizations/:organizationId/requests": "people of the request",
  "/organizations/:organizationId/suggestions": "mentee of the suggestion",
  "/organizations/:organizationId/relationships": "people of the relationship",
  "/organizations/:organizationId/relationships/:relationshipId/guardian": "guardians of the relationship",
  "/organizations/:organizationId/relationships/:relationshipId/support": "coordinators of the relationship",
  "/organizations/:organizationId/relationships/:relationshipId/changes": "people and coordinators of the relationship",
  "/organizations/:organizationId/relationships/:relationshipId/closure": "people and coordinators of the relationship",
  "/organizations/:organizationId/relationships/:relationshipId/new-start/answer": "who looks after the relationship",
  "/organizations/:organizationId/relationships/:relationshipId/agreement": "people and coordinators of the relationship",
  "/organizations/:organizationId/relationships/:relationshipId/agreement/change": "people of the relationship",
  [program]: "coordinators of the program",
  [`${program}/sign-up`]: "anyone",
  [`${program}/me`]: "participants of the program",
  [`${program}/requests`]: "participants of the program",
  [`${program}/requests/overview`]: "coordinators of the program",
  [`${program}/choices`]: "participants who choose",
  [`${program}/choices/overview`]: "coordinators of the program",
  [`${program}/mentors`]: "mentees who choose, and coordinators",
  [`${program}/mentors/:participantId/ask`]: "mentees of the program",
  [`${program}/mentees`]: "mentors who choose, and coordinators",
  [`${program}/shown`]: "mentors who are shown",
};

/** The longest address above under which this one lies; a visitor's pages lie under "/". */
function whoseIs(path: string): string | undefined {
  const above = Object.keys(whose).filter((address) => path === address || path.startsWith(address === "/" ? "/" : `${address}/`));
  return whose[above.toSorted((a, b) => b.length - a.length)[0]!];
}

test("every page is for those for whom its address says it is", () => {
  const wrong = routes.filter(({ path, access }) => access.name !== whoseIs(path)).map(({ path, access }) => `${path}: ${access.name}`);
  expect(wrong).toEqual([]);
});

test("no line is left of a page that is gone", () => {
  const gone = Object.keys(whose).filter((address) => !routes.some(({ path }) => path === address || path.startsWith(`${address}/`)));
  expect(gone).toEqual([]);
});
