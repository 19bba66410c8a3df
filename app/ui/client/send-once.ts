/** Holds back a second click while the first is on its way. The form's key on the server is what makes it safe; this is courtesy. */
const patience = 10_000;

export function sendOnce(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.method !== "post") return;
    if (form.ariaBusy === "true") return event.preventDefault();
    form.ariaBusy = "true";
    // An answer that is a download leaves the page standing.
    setTimeout(() => (form.ariaBusy = null), patience);
  });
  // A page that comes back from the browser's memory remembers being busy.
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[aria-busy]")) form.ariaBusy = null;
  });
}
