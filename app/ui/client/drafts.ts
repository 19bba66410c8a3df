/**
 * Nobody loses what they wrote: leaving with unsent text asks first, and what was typed and chosen in a form whose
 * sending failed (line down, server in trouble, signed out meanwhile) is there again when they come back.
 * Kept in the session storage of this tab only, and only between sending and the answer.
 */
interface Draft {
  /** Where the form was. */
  path: string;
  values: [name: string, value: string][];
  /** What was chosen beside it, in the form of this id. */
  form: string;
  chosen: [name: string, value: string][];
  /** What was typed and not sent in the other forms of the page, by the form's id. */
  others: [form: string, name: string, value: string][];
  failed: boolean;
}

const stored = "draft";
const texts = "textarea, input:not([type]), input:is([type=text], [type=email], [type=url], [type=tel], [type=search])";
type Text = HTMLInputElement | HTMLTextAreaElement;

const textsOf = (form: HTMLFormElement): Text[] => [...form.querySelectorAll<Text>(texts)];
const keeps = (form: HTMLFormElement): boolean => form.method === "post" && form.dataset["draft"] === undefined;
const boxesOf = (form: HTMLFormElement) => [...form.querySelectorAll<HTMLInputElement>("input:is([type=radio], [type=checkbox])")];
const selectsOf = (form: HTMLFormElement) => [...form.querySelectorAll("select")];
const chosenIn = (form: HTMLFormElement): Draft["chosen"] => [
  ...boxesOf(form)
    .filter((box) => box.checked)
    .map((box): [string, string] => [box.name, box.value]),
  ...selectsOf(form).map((select): [string, string] => [select.name, select.value]),
];
const changed = (form: HTMLFormElement): boolean => textsOf(form).some((text) => text.value !== text.defaultValue);

function read(): Draft | undefined {
  const text = sessionStorage.getItem(stored);
  return text === null ? undefined : (JSON.parse(text) as Draft);
}

/** Did the answer to the last sending fail? Statuses that say "mend this" came with what was typed. */
function answerFailed(status: number): boolean {
  return status >= 500 || [401, 408, 413, 429].includes(status) || document.querySelector("meta[name=drafts]") !== null;
}

/** Puts choices back as they stood; a form that has other choices by now keeps its own. */
function restoreChoices({ form: id, chosen }: Draft): void {
  const form = document.forms.namedItem(id);
  if (!form || !keeps(form)) return;
  for (const box of boxesOf(form)) box.checked = chosen.some(([name, value]) => name === box.name && value === box.value);
  for (const select of selectsOf(form)) {
    const value = chosen.find(([name]) => name === select.name)?.[1];
    if (value !== undefined && [...select.options].some((option) => option.value === value)) select.value = value;
  }
}

/** Puts the texts back into the fields of their names; says whether there were any. */
function restore(draft: Draft): boolean {
  const left = new Map(draft.values);
  for (const form of document.forms) {
    if (!keeps(form)) continue;
    for (const text of textsOf(form)) {
      const value = left.get(text.name);
      if (value === undefined || text.value === value) continue;
      left.delete(text.name);
      text.value = value;
      text.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
  if (left.size === draft.values.length) return false;
  restoreChoices(draft);
  const note = document.createElement("p");
  note.className = "flash notice";
  note.textContent = document.body.dataset["restored"] ?? "";
  document.getElementById("flash")?.append(note);
  return true;
}

/** A page of several forms comes back after one of them was saved: what stands half-written in the others is there again. */
function restoreOthers(draft: Draft): void {
  for (const [form, name, value] of draft.others) {
    const text = textsOf(document.forms.namedItem(form) ?? document.createElement("form")).find((one) => one.name === name);
    if (!text || text.value === value) continue;
    text.value = value;
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

export function keepDrafts(): void {
  let sending = false;
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented) return;
    sending = true;
    if (form.dataset["draft"] === "sent") {
      const before = read();
      if (before) sessionStorage.setItem(stored, JSON.stringify({ ...before, failed: false } satisfies Draft));
      return;
    }
    const values = (keeps(form) ? textsOf(form) : [])
      .filter((text) => text.name !== "" && text.value !== "")
      .map((text): [string, string] => [text.name, text.value]);
    const others = [...document.forms]
      .filter((other) => other !== form && other.id !== "" && keeps(other))
      .flatMap((other) =>
        textsOf(other)
          .filter((text) => text.name !== "" && text.value !== text.defaultValue)
          .map((text): [string, string, string] => [other.id, text.name, text.value]),
      );
    if (values.length > 0 || others.length > 0)
      sessionStorage.setItem(
        stored,
        JSON.stringify({ path: location.pathname, values, form: form.id, chosen: chosenIn(form), others, failed: false } satisfies Draft),
      );
  });
  addEventListener("pageshow", () => (sending = false));
  addEventListener("beforeunload", (event) => {
    if (!sending && [...document.forms].some((form) => keeps(form) && changed(form))) event.preventDefault();
  });

  const draft = read();
  if (!draft) return;
  if (draft.path === location.pathname) restoreOthers(draft);
  const [arrival] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const failed = draft.failed || answerFailed(arrival?.responseStatus ?? 200);
  const restored = draft.path === location.pathname && (failed || arrival?.type === "back_forward") && restore(draft);
  // Failed and not at home yet (while signing in again, say): wait for its own page.
  if (failed && !restored) sessionStorage.setItem(stored, JSON.stringify({ ...draft, failed } satisfies Draft));
  else sessionStorage.removeItem(stored);
}
