import type { Refused } from "../../platform/form.ts";
import { Audience, Section } from "../../ui/layout.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatTime } from "../../ui/formats.ts";
import { OwnWords } from "../../ui/own-words.tsx";
import { useReader } from "../../ui/reader.ts";
import type { PersonOfLife } from "../life/find-life.ts";
import type { Session } from "./find-session.ts";
import { nameOf } from "./people-of-session.ts";
import { longestNote } from "./private-note.ts";
import { recordWords } from "./record.messages.ts";
import type { Clock } from "./session-time.tsx";
import { longestSheet, type Sheet, versionOf } from "./write-down.ts";

interface SheetsProps {
  session: Session;
  note: { text: string | null; at: Date | null };
  /** Stands in the agenda until somebody has written one. */
  suggested: string;
  people: readonly PersonOfLife[];
  clock: Clock;
  mayWrite: boolean;
  action: string;
  refused: (act?: string) => Refused | undefined;
}

/** Agenda, notes of both, and one's own, which nobody else sees. */
export function Sheets(props: SheetsProps) {
  const { session, note, suggested, mayWrite, action, refused } = props;
  const words = recordWords(useReader().language);
  const refusedNote = refused("privateNote");
  return (
    <>
      {/* Afterwards nobody plans what was to be talked about. */}
      {(session.endsAt > props.clock.now || session.agenda !== "" || refused("agenda")) && (
        <SharedSheet
          {...props}
          sheet="agenda"
          title={words.agenda}
          hint={suggested === "" ? words.agendaHint : words.suggestedHint}
          save={words.saveAgenda}
        />
      )}
      {(session.startsAt <= props.clock.now || session.notes !== "") && (
        <SharedSheet {...props} suggested="" sheet="notes" title={words.notes} hint={words.notesHint} save={words.saveNotes} />
      )}
      <Section title={words.privateNote} id="own">
        <Audience>{words.onlyYou}</Audience>
        {note.text === null && <Callout kind="warn">{words.privateLost}</Callout>}
        {mayWrite ? (
          <Form action={action} act="privateNote" {...refusedNote}>
            <TextArea
              name="text"
              label={words.privateNote}
              labelHidden
              hint={words.privateHint}
              rows={5}
              maxlength={longestNote}
              value={note.text ?? ""}
            />
            <input type="hidden" name="seen" value={versionOf(note.at)} />
            {refusedNote && <NowSays text={note.text ?? ""} />}
            <Buttons>
              <Button kind="plain">{words.savePrivate}</Button>
            </Buttons>
          </Form>
        ) : (
          <OwnWords text={note.text ?? ""} />
        )}
      </Section>
    </>
  );
}

/** What has been saved meanwhile, under what she wrote: so that she can join the two. */
function NowSays({ text }: { text: string }) {
  const words = recordWords(useReader().language);
  return (
    text !== "" && (
      <Callout title={words.nowSays}>
        <OwnWords text={text} />
      </Callout>
    )
  );
}

interface SharedSheetProps extends SheetsProps {
  sheet: Sheet;
  title: string;
  hint: string;
  save: string;
}

function SharedSheet({ session, sheet, title, hint, save, suggested, people, clock, mayWrite, action, refused }: SharedSheetProps) {
  const { language } = useReader();
  const words = recordWords(language);
  const text = session[sheet];
  const [by, at] = sheet === "agenda" ? [session.agendaBy, session.agendaAt] : [session.notesBy, session.notesAt];
  const writer = nameOf(people, by);
  const refusedSheet = refused(sheet);
  return (
    <Section title={title} id={sheet}>
      {mayWrite ? (
        <Form action={action} act={sheet} {...refusedSheet}>
          <TextArea
            name="text"
            label={title}
            labelHidden
            hint={hint}
            rows={sheet === "agenda" ? 6 : 8}
            maxlength={longestSheet[sheet]}
            value={text === "" ? suggested : text}
          />
          <input type="hidden" name="seen" value={versionOf(at)} />
          {refusedSheet && <NowSays text={text} />}
          <Buttons>
            <Button kind="plain">{save}</Button>
          </Buttons>
        </Form>
      ) : (
        <OwnWords text={text} />
      )}
      {at && writer && <p class="quiet">{words.changedBy(writer, formatTime(clock, at, "moment"))}</p>}
    </Section>
  );
}
