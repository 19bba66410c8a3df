import { useContext } from "preact/hooks";
import { languages } from "../platform/i18n.ts";
import { languageNames } from "./language-names.ts";
import { Mark } from "./mark.tsx";
import { useReader } from "./reader.ts";
import { ShellContext } from "./shell.ts";
import { uiWords } from "./ui.messages.ts";

export function PageFooter() {
  const { footerLinks, languageHref } = useContext(ShellContext);
  const { language } = useReader();
  const words = uiWords(language);
  return (
    <footer class="page-footer">
      <p>
        <Mark /> <span>{words.about}</span>
      </p>
      {languageHref && (
        <ul aria-label={words.language}>
          {languages.map((other) => (
            <li key={other}>
              <a href={languageHref(other)} lang={other} hreflang={other} aria-current={other === language ? "true" : undefined}>
                <bdi>{languageNames[other]}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
      {footerLinks && footerLinks.length > 0 && (
        <ul>
          {footerLinks.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      )}
    </footer>
  );
}
