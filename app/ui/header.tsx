import { useContext } from "preact/hooks";
import { languages, type Language } from "../platform/i18n.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { languageNames } from "./language-names.ts";
import { Mark } from "./mark.tsx";
import { Menu, MenuItem, MenuLink, MenuLinks } from "./menu.tsx";
import { Face } from "./person.tsx";
import { useReader } from "./reader.ts";
import { ShellContext, type Account, type NavigationLink } from "./shell.ts";
import { uiWords } from "./ui.messages.ts";
import { WaitingMark } from "./waiting-mark.tsx";

/** The mark and whose place it is, where one can go, and one's own corner. */
export function PageHeader() {
  const { organization, navigation = [], account, signInHref, languageHref } = useContext(ShellContext);
  const words = uiWords(useReader().language);
  return (
    <header class="page-header">
      <a class="home" href={organization?.href ?? "/"}>
        <Mark />
        <bdi>{organization?.name ?? "Understory"}</bdi>
      </a>
      {navigation.length > 0 && <Navigation links={navigation} />}
      <div class="corner">
        {languageHref && !account && <LanguageSwitch href={languageHref} />}
        {account && <AccountMenu account={account} />}
        {!account && signInHref && (
          <a class="button quiet" href={signInHref}>
            {words.signIn}
          </a>
        )}
      </div>
    </header>
  );
}

function Navigation({ links }: { links: readonly NavigationLink[] }) {
  const words = uiWords(useReader().language);
  return (
    <>
      <button type="button" class="button quiet navigation-button" popovertarget="navigation">
        <Icon name="menu" />
        <span>{words.menu}</span>
        <WaitingMark waiting={links.find(({ waiting }) => waiting)?.waiting} />
      </button>
      <nav id="navigation" class="navigation" popover="auto" aria-label={words.mainNavigation}>
        <ul>
          {links.map(({ href, label, current, waiting }) => (
            <li key={href}>
              <a href={href} aria-current={current ? "page" : undefined}>
                {label}
                <WaitingMark waiting={waiting} />
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

function LanguageSwitch({ href }: { href: (language: Language) => string }) {
  const { language } = useReader();
  const words = uiWords(language);
  return (
    <Menu
      id="languages"
      label={`${words.language}: ${languageNames[language]}`}
      face={<span lang={language}>{languageNames[language]}</span>}
    >
      {languages.map((other) => (
        <MenuLink key={other} href={href(other)} current={other === language}>
          <bdi lang={other}>{languageNames[other]}</bdi>
        </MenuLink>
      ))}
    </Menu>
  );
}

function AccountMenu({ account }: { account: Account }) {
  const words = uiWords(useReader().language);
  return (
    <Menu id="account" label={words.account(account.name)} face={<Face name={account.name} picture={account.picture} />}>
      <MenuItem>
        <bdi class="menu-title">{account.name}</bdi>
      </MenuItem>
      <MenuLinks links={account.links} />
      <MenuItem>
        <form method="post" action={account.signOutAction} data-draft="off">
          <Button kind="quiet">{words.signOut}</Button>
        </form>
      </MenuItem>
    </Menu>
  );
}
