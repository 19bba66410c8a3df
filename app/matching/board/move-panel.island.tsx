/**
 * Moves a mentee to another mentor, by dragging her onto a row or by the keyboard, and shows what it would cost before anything is
 * done. Nothing is drawn until somebody is picked up; the rows stay the server's own.
 */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../ui/button.tsx";

/** One mentor to go to, with what it would cost, in words. */
export interface MoveOption {
  readonly mentorId: string;
  readonly name: string;
  readonly text: string;
  readonly canLock: boolean;
}

interface MovePanelProps {
  /** The board's own address. */
  path: string;
  /** The address to come back to. */
  here: string;
  words: Readonly<Record<"moving" | "moveHelp" | "searchMentor" | "asking" | "failed" | "putBack" | "cheapest" | "lockInstead", string>>;
}

interface Picked {
  readonly menteeId: string;
  readonly name: string;
  /** Where the focus goes back to. */
  readonly from: HTMLElement;
}

const rowOf = (target: EventTarget | null): HTMLElement | null => (target as Element | null)?.closest<HTMLElement>("[data-mentee]") ?? null;

/** How many questions were sent: there is one panel on a page. */
const asked = { options: 0, price: 0 };

export default function MovePanel({ path, here, words }: MovePanelProps) {
  const [picked, setPicked] = useState<Picked>();
  const [options, setOptions] = useState<readonly MoveOption[]>();
  const [chosen, setChosen] = useState<MoveOption>();
  const [failed, setFailed] = useState(false);
  const [search, setSearch] = useState("");
  const panel = useRef<HTMLDivElement>(null);

  function pickUp(row: HTMLElement, from: HTMLElement): void {
    setPicked({ menteeId: row.dataset["mentee"]!, name: row.dataset["menteeName"]!, from });
    setChosen(undefined);
    setOptions(undefined);
    setSearch("");
  }

  function putBack(): void {
    picked?.from.focus();
    setPicked(undefined);
  }

  /** Only the answer to the last question of its kind counts. */
  const ask = useCallback(
    async (kind: "options" | "price", query: Record<string, string>): Promise<readonly MoveOption[]> => {
      const number = ++asked[kind];
      setFailed(false);
      try {
        const response = await fetch(`${path}/cost?${new URLSearchParams(query).toString()}`, { headers: { accept: "application/json" } });
        if (!response.ok) throw new Error(String(response.status));
        const found = ((await response.json()) as { options: MoveOption[] }).options;
        return number === asked[kind] ? found : [];
      } catch {
        if (number === asked[kind]) setFailed(true);
        return [];
      }
    },
    [path],
  );

  useEffect(() => {
    const buttons = [...document.querySelectorAll<HTMLButtonElement>("[data-move]")];
    for (const button of buttons) button.hidden = false;
    const people = [...document.querySelectorAll<HTMLElement>(".board-row .board-person:first-child")];
    for (const person of people) person.draggable = true;
    const onClick = (event: MouseEvent): void => {
      const button = (event.target as Element).closest<HTMLElement>("[data-move]");
      const row = rowOf(button);
      if (button && row) pickUp(row, button);
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, []);

  useEffect(() => {
    let carried: HTMLElement | undefined;
    const mark = (row: HTMLElement | null): void => {
      for (const each of document.querySelectorAll(".board-row.over")) if (each !== row) each.classList.remove("over");
      row?.classList.add("over");
    };
    const onStart = (event: DragEvent): void => {
      const row = rowOf(event.target);
      if (!row || !event.dataTransfer) return;
      carried = row;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", row.dataset["menteeName"] ?? "");
    };
    const onOver = (event: DragEvent): void => {
      const row = rowOf(event.target);
      if (!carried) return;
      if (row && row !== carried) event.preventDefault();
      mark(row === carried ? null : row);
    };
    const onDrop = (event: DragEvent): void => {
      const row = rowOf(event.target);
      if (!carried || !row || row === carried) return;
      event.preventDefault();
      pickUp(carried, carried.querySelector<HTMLElement>("[data-move]") ?? carried);
      void ask("price", { mentee: carried.dataset["mentee"]!, mentor: row.dataset["mentor"]! }).then(
        ([option]) => option && setChosen(option),
      );
    };
    const onEnd = (): void => {
      carried = undefined;
      mark(null);
    };
    const listeners = { dragstart: onStart, dragover: onOver, drop: onDrop, dragend: onEnd } as const;
    for (const [type, listener] of Object.entries(listeners)) document.addEventListener(type, listener as EventListener);
    return () => {
      for (const [type, listener] of Object.entries(listeners)) document.removeEventListener(type, listener as EventListener);
    };
  }, [ask]);

  const menteeId = picked?.menteeId;
  useEffect(() => {
    if (menteeId === undefined) return;
    panel.current?.querySelector("input")?.focus();
    const clock = setTimeout(
      () => void ask("options", { mentee: menteeId, ...(search && { q: search }) }).then((found) => setOptions(found)),
      search ? 200 : 0,
    );
    return () => clearTimeout(clock);
  }, [ask, menteeId, search]);

  useEffect(() => {
    // The next Enter locks, after its cost was read.
    if (chosen) panel.current?.querySelector<HTMLElement>(".move-chosen button")?.focus();
  }, [chosen]);

  if (!picked) return null;

  /** Up and down among the mentors, from the search and back to it. */
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Escape") return putBack();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !panel.current) return;
    event.preventDefault();
    const stops = [...panel.current.querySelectorAll<HTMLElement>("input[type=search], .move-option")];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    stops[(at + step + stops.length) % stops.length]?.focus();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-interactions -- a dialog would lie over the rows that a mentee is dropped on; Escape and the arrows work wherever the focus is in it
    <div class="move-panel" role="dialog" aria-labelledby="move-title" aria-describedby="move-help" ref={panel} onKeyDown={onKeyDown}>
      <div class="move-head">
        <h2 id="move-title">
          {words.moving.split("\u0001")[0]}
          <bdi>{picked.name}</bdi>
          {words.moving.split("\u0001")[1]}
        </h2>
        <Button kind="quiet" small type="button" icon="close" onClick={putBack}>
          {words.putBack}
        </Button>
      </div>
      <p class="hint" id="move-help">
        {words.moveHelp}
      </p>
      <label class="move-search">
        <span>{words.searchMentor}</span>
        <input
          type="search"
          autocomplete="off"
          dir="auto"
          value={search}
          onInput={(event) => {
            setChosen(undefined);
            setSearch(event.currentTarget.value);
          }}
        />
      </label>
      <div aria-live="polite">
        {failed && <p>{words.failed}</p>}
        {!failed && !options && !chosen && <p>{words.asking}…</p>}
        {chosen && (
          <form method="post" action={here} class="move-chosen" data-draft="off">
            <input type="hidden" name="formKey" value={crypto.randomUUID?.() ?? ""} />
            <input type="hidden" name="act" value="lock" />
            <input type="hidden" name="mentee" value={picked.menteeId} />
            <input type="hidden" name="mentor" value={chosen.mentorId} />
            <p>
              <bdi>{chosen.name}</bdi>: {chosen.text}
            </p>
            {chosen.canLock && (
              <Button small icon="lock">
                {words.lockInstead}
              </Button>
            )}
          </form>
        )}
      </div>
      {options && options.length > 0 && (
        <ul class="move-options" aria-label={words.cheapest}>
          {options.map((option) => (
            <li key={option.mentorId}>
              <button
                type="button"
                class="move-option"
                aria-pressed={chosen?.mentorId === option.mentorId}
                onClick={() => setChosen(option)}
              >
                <bdi>{option.name}</bdi>
                <span class="hint">{option.text}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
