import { useContext } from "preact/hooks";
import { Mark } from "./mark.tsx";
import { useReader } from "./reader.ts";
import { ShellContext } from "./shell.ts";
import { uiWords } from "./ui.messages.ts";

export function PageFooter() {
  const { footerLinks = [] } = useContext(ShellContext);
  const words = uiWords(useReader().language);
  return (
    <footer class="page-footer">
      <p>
        <Mark /> <span>{words.about}</span>
      </p>
      {footerLinks.length > 0 && (
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
