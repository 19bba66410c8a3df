/** Sliders for what counts, and beside them what would change. Without scripts it is a form with a button; with them it answers as one moves. */
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import type { ShownTrial } from "./show-trial.ts";

interface WhatIfProps {
  /** The address of this page. */
  path: string;
  /** Before a participant's id: her page in the round. */
  peoplePath: string;
  formKey: string;
  shoulds: readonly { readonly id: string; readonly title: string; readonly weight: number }[];
  musts: readonly { readonly id: string; readonly title: string; readonly isKept: boolean }[];
  shown: ShownTrial;
  words: Readonly<
    Record<
      | "weights"
      | "musts"
      | "mustsHint"
      | "show"
      | "noShoulds"
      | "resultTitle"
      | "figure"
      | "before"
      | "after"
      | "mentee"
      | "from"
      | "to"
      | "change"
      | "nobody"
      | "asking"
      | "failed"
      | "make"
      | "keep"
      | "keepHint"
      | "drawNote",
      string
    >
  >;
}

/** Long enough for a slider to come to rest between two places, short enough to feel at once. */
const pause = 60;

export default function WhatIf(props: WhatIfProps) {
  const { path, words } = props;
  const [weights, setWeights] = useState(() => new Map(props.shoulds.map(({ id, weight }) => [id, weight])));
  const [kept, setKept] = useState(() => new Set(props.musts.filter(({ isKept }) => isKept).map(({ id }) => id)));
  const [shown, setShown] = useState(props.shown);
  const [state, setState] = useState<"still" | "asking" | "failed">("still");
  const trial: readonly (readonly [string, string])[] = [
    ...[...weights].map(([id, weight]) => [`weight-${id}`, String(weight)] as const),
    ["musts", "shown"],
    ...[...kept].map((id) => ["on", id] as const),
  ];
  const query = new URLSearchParams(trial.map(([name, value]) => [name, value])).toString();

  // Of which trial the shown result is: at first of the one that came with the page.
  const [shownOf, setShownOf] = useState(query);

  useEffect(() => {
    if (query === shownOf) return;
    const ended = new AbortController();
    const ask = async (): Promise<void> => {
      setState("asking");
      try {
        const response = await fetch(`${path}/result?${query}`, { headers: { accept: "application/json" }, signal: ended.signal });
        const { shown: next } = (await response.json()) as { shown: ShownTrial | null };
        if (!next) return location.reload();
        setShown(next);
        setShownOf(query);
        setState("still");
        history.replaceState(null, "", `${path}?${query}`);
      } catch {
        if (!ended.signal.aborted) setState("failed");
      }
    };
    const clock = setTimeout(() => void ask(), pause);
    return () => {
      clearTimeout(clock);
      ended.abort();
    };
  }, [path, query, shownOf]);

  return (
    <div class="what-if">
      <form class="form" method="get" action={path} data-draft="off">
        <fieldset class="field">
          <legend>{words.weights}</legend>
          {props.shoulds.length === 0 && <p class="hint">{words.noShoulds}</p>}
          {props.shoulds.map(({ id, title }) => (
            <div class="slider" key={id}>
              <label for={`weight-${id}`}>{title}</label>
              <input
                id={`weight-${id}`}
                name={`weight-${id}`}
                type="range"
                min={0}
                max={100}
                step={5}
                value={weights.get(id)}
                onInput={(event) => {
                  const weight = Number(event.currentTarget.value);
                  setWeights((before) => new Map(before).set(id, weight));
                }}
              />
              <output for={`weight-${id}`}>{weights.get(id)}</output>
            </div>
          ))}
        </fieldset>
        <input type="hidden" name="musts" value="shown" />
        {props.musts.length > 0 && (
          <fieldset class="field choices">
            <legend>{words.musts}</legend>
            <p class="hint">{words.mustsHint}</p>
            <div class="options">
              {props.musts.map(({ id, title }) => (
                <div class="choice" key={id}>
                  <input
                    id={`on-${id}`}
                    type="checkbox"
                    name="on"
                    value={id}
                    checked={kept.has(id)}
                    onInput={(event) => {
                      const isKept = event.currentTarget.checked;
                      setKept((before) => new Set(isKept ? [...before, id] : [...before].filter((other) => other !== id)));
                    }}
                  />
                  <label for={`on-${id}`}>{title}</label>
                </div>
              ))}
            </div>
          </fieldset>
        )}
        <div class="buttons">
          <Button kind="plain">{words.show}</Button>
        </div>
      </form>
      <section aria-labelledby="would-change">
        <h2 id="would-change">{words.resultTitle}</h2>
        <div aria-live="polite" aria-busy={state === "asking"}>
          <p class="what-if-state">
            {state === "failed" ? words.failed : state === "asking" ? `${words.asking}…` : shown.sentences.join(" ")}
          </p>
        </div>
        <Figures shown={shown} words={words} />
        {shown.isChange && (
          <form class="form" method="post" action={path} data-draft="off">
            <input type="hidden" name="formKey" value={props.formKey} />
            <input type="hidden" name="act" value="make" />
            {trial.map(([name, value]) => (
              <input type="hidden" key={`${name} ${value}`} name={name} value={value} />
            ))}
            <div class="field choices">
              <div class="choice">
                <input id="keep" type="checkbox" name="keep" value="yes" aria-describedby="keep-hint" />
                <label for="keep">{words.keep}</label>
                <p class="hint" id="keep-hint">
                  {words.keepHint}
                </p>
              </div>
            </div>
            <div class="buttons">
              <Button>{words.make}</Button>
            </div>
            <p class="hint">{words.drawNote}</p>
          </form>
        )}
        <Moves shown={shown} words={words} peoplePath={props.peoplePath} />
      </section>
    </div>
  );
}

function Figures({ shown, words }: Pick<WhatIfProps, "shown" | "words">) {
  if (shown.figures.length === 0) return null;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.figure}</th>
          <th scope="col" class="numeric">
            {words.before}
          </th>
          <th scope="col" class="numeric">
            {words.after}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.figures.map(({ label, before, after }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td class="numeric">{before}</td>
            <td class="numeric">{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Moves({ shown, words, peoplePath }: Pick<WhatIfProps, "shown" | "words" | "peoplePath">) {
  const placed = (name: string | null) => (name === null ? <span class="hint">{words.nobody}</span> : <bdi>{name}</bdi>);
  if (shown.moves.length === 0) return null;
  return (
    <ul class="what-if-moves">
      {shown.moves.map(({ menteeId, mentee, from, to, change }) => (
        <li key={menteeId}>
          <a href={`${peoplePath}/${menteeId}`}>
            <bdi>{mentee}</bdi>
          </a>
          <span>
            {words.from}: {placed(from)}
          </span>
          <span>
            {words.to}: {placed(to)}
          </span>
          <span>
            {words.change}: {change}
          </span>
        </li>
      ))}
    </ul>
  );
}
