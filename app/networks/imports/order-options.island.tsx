/** The lines of a text area as a list that can be put in order by dragging or with the arrows; the text area stays what is sent. */
import { useEffect, useState } from "preact/hooks";

export interface OrderOptionsProps {
  /** The name of the text area, one option on each line. */
  field: string;
  label: string;
  /** "Move {option} up" and down. */
  up: string;
  down: string;
}

const most = 60;
const areaOf = (field: string): HTMLTextAreaElement | null => document.querySelector(`textarea[name="${field}"]`);

export default function OrderOptions({ field, label, up, down }: OrderOptionsProps) {
  const [options, setOptions] = useState<readonly string[]>([]);
  const [dragged, setDragged] = useState<number>();
  useEffect(() => {
    const text = areaOf(field);
    const read = (): void =>
      setOptions(
        (text?.value ?? "")
          .split("\n")
          .map((line) => line.trim())
          .filter((line) => line !== "")
          .slice(0, most),
      );
    read();
    text?.addEventListener("input", read);
    return () => text?.removeEventListener("input", read);
  }, [field]);

  const move = (from: number, to: number): void => {
    if (to < 0 || to >= options.length || from === to) return;
    const moved = options.toSpliced(from, 1).toSpliced(to, 0, options[from]!);
    setOptions(moved);
    const text = areaOf(field);
    if (text) text.value = moved.join("\n");
  };

  if (options.length < 2) return null;
  return (
    <div class="order-options">
      <p class="hint">{label}</p>
      <ol>
        {options.map((option, index) => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the buttons do the same for whoever does not drag
          <li
            key={option}
            draggable
            class={dragged === index ? "dragged" : undefined}
            onDragStart={() => setDragged(index)}
            onDragEnd={() => setDragged(undefined)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== undefined) move(dragged, index);
              setDragged(undefined);
            }}
          >
            <bdi>{option}</bdi>
            <button type="button" aria-label={up.replace("{option}", option)} disabled={index === 0} onClick={() => move(index, index - 1)}>
              ↑
            </button>
            <button
              type="button"
              aria-label={down.replace("{option}", option)}
              disabled={index === options.length - 1}
              onClick={() => move(index, index + 1)}
            >
              ↓
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
