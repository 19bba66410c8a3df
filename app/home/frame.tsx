import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import type { Asker, Place } from "../platform/web/composition.ts";
import { renderDocument } from "../ui/document.tsx";
import type { NavigationLink, Shell } from "../ui/shell.ts";
import { pairTabWords } from "../relationships/pairs/pair-tabs.messages.ts";
import { isolated } from "../matching/explanations/name-words.ts";
import { isDemoAddress } from "./demo/demo-address.ts";
import { demoWords } from "./demo/demo.messages.ts";
import { frameWords } from "./frame.messages.ts";

/** Puts a page between the header and the footer that all pages have: where one is, and where one can go from here. */
export function frame({ actor, reader, now, waiting }: Asker, page: VNode, place: Place): string {
  const words = frameWords(reader);
  const membership =
    actor?.memberships.find(({ organizationId }) => organizationId === place.organizationId) ??
    (actor?.memberships.length === 1 ? actor.memberships[0] : undefined);
  const at = membership && `/organizations/${membership.organizationId}`;
  const concerned = /\/relationships\/([0-9a-f-]{36})(?:\/|$)/.exec(place.path)?.[1];
  const administers = membership !== undefined && membership.role !== "member";
  const isStaff = administers || (membership?.coordinates.length ?? 0) > 0;

  // In the organization of the page; where it is of none, in all of hers.
  const unread = [...(waiting?.values() ?? [])].reduce((sum, count) => sum + count, 0);
  const links: NavigationLink[] = actor
    ? [
        { href: "/", label: words.myPage, ...(unread > 0 && { waiting: { count: unread, label: pairTabWords(reader).unread(unread) } }) },
        ...(at && isStaff ? [{ href: `${at}/today`, label: words.today }] : []),
        ...(at && isStaff ? [{ href: at, label: words.organization }] : []),
        ...(at && administers ? [{ href: `${at}/members`, label: words.members }] : []),
        ...(at && membership.isSafeguardingLead ? [{ href: `${at}/concerns`, label: words.concerns }] : []),
      ]
    : [];
  const current = links
    .toSorted((a, b) => b.href.length - a.href.length)
    .find(({ href }) => place.path === href || (href !== "/" && place.path.startsWith(`${href}/`)));
  const navigation: NavigationLink[] = links.map((link) => ({ ...link, current: link === current }));

  const demo = demoWords(reader);
  const shell: Shell = {
    ...(actor &&
      isDemoAddress(actor.email) && {
        banner: {
          text: demo.banner(isolated(reader.language, actor.name)),
          links: [
            { href: "/demo", label: demo.becomeAnother },
            { href: "/demo/throw-away", label: demo.throwAway },
          ],
        },
      }),
    ...(membership && at && { organization: { name: membership.organizationName, href: isStaff ? at : "/" } }),
    navigation,
    ...(waiting && { waiting }),
    ...(actor && {
      account: {
        name: actor.name || actor.email,
        links: [
          { href: "/account", label: words.account },
          ...(at ? [{ href: `${at}/profile`, label: words.myProfile }] : []),
          ...(actor.ownsInstallation ? [{ href: "/mailbox", label: words.mailbox }] : []),
        ],
        signOutAction: "/sign-out",
      },
    }),
    signInHref: "/sign-in",
    languageHref: (language) => {
      const query = new URLSearchParams(place.query);
      query.set("lang", language);
      return `${place.path}?${query}`;
    },
    ...(place.notice && { flash: { kind: "done", text: place.notice } }),
    footerLinks: [
      {
        href: at ? `${at}/concerns/new${concerned ? `?relationship=${concerned}` : ""}` : "/concerns/new",
        label: words.somethingIsWrong,
      },
    ],
    newFormKey: randomUUID,
  };
  return renderDocument(page, { ...reader, now }, shell);
}
