import { ButtonLink } from "../../ui/button.tsx";
import { Entry } from "../../ui/entries.tsx";
import { formatList, formatNumber } from "../../ui/formats.ts";
import { useReader } from "../../ui/reader.ts";
import { mostCounted, type Unread } from "./count-unread.ts";
import { messagesPath } from "./message.ts";
import { unreadEntryWords } from "./unread-entry.messages.ts";

/** One line of my page: somebody has written. */
export function UnreadEntry({ unread: { organizationId, relationshipId, count, authors, first } }: { unread: Unread }) {
  const { language } = useReader();
  const words = unreadEntryWords(language);
  const figure = formatNumber(language, Math.min(count, mostCounted - 1)) + (count >= mostCounted ? "+" : "");
  const path = messagesPath(organizationId, relationshipId);
  return (
    <Entry
      title={words.title(count, figure, formatList(language, authors.length > 0 ? authors : [words.somebody]))}
      // Where more are new than a page shows, she begins where she stopped.
      actions={<ButtonLink href={count > 40 ? `${path}?around=${first}#m-${first}` : `${path}#unread`}>{words.read}</ButtonLink>}
    />
  );
}
