/**
 * Says which time zone the browser is in, where a form would like to know: `<input type="hidden" data-guess="time-zone">`, and
 * with `data-into` chooses it in the select of that id, as long as nobody has touched it.
 */
export function guessTimeZone(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-guess="time-zone"]')) {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    input.value = timeZone;
    const select = document.querySelector<HTMLSelectElement>(`select#${CSS.escape(input.dataset["into"] ?? "none")}`);
    if (select && [...select.options].some(({ value }) => value === timeZone)) select.value = timeZone;
  }
}
