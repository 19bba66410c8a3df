import type { Language } from "../platform/i18n.ts";
import type { Problem } from "../platform/web/composition.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/layout.tsx";
import { problemWords } from "./problem-page.messages.ts";

/** What is shown where there is nothing to show: the same for what never was and what is not the reader's to see. */
export function ProblemPage({ problem, language }: { problem: Problem; language: Language }) {
  const words = problemWords(language);
  return (
    <Page title={words[problem].title} lead={words[problem].text}>
      <ButtonLink href="/" kind="plain">
        {words.home}
      </ButtonLink>
    </Page>
  );
}
