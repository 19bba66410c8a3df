/** Links that name a dialog open it in place; without scripts they lead to the page that says the same. */
export function openDialogs(): void {
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const target = event.target as Element;
    const opener = target.closest<HTMLElement>("[data-dialog]");
    if (opener) {
      const dialog = document.getElementById(opener.dataset["dialog"]!);
      if (!(dialog instanceof HTMLDialogElement)) return;
      event.preventDefault();
      opener.closest<HTMLElement>(":popover-open")?.hidePopover();
      dialog.showModal();
      dialog.addEventListener("close", () => opener.focus(), { once: true });
      return;
    }
    const closer = target.closest("[data-close-dialog]");
    if (closer) {
      event.preventDefault();
      closer.closest("dialog")?.close();
      return;
    }
    // A press beside the dialog lands on the dialog element itself.
    if (target instanceof HTMLDialogElement && !within(target, event)) target.close();
  });
}

function within(dialog: HTMLDialogElement, { clientX, clientY }: MouseEvent): boolean {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}
