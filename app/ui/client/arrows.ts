/** In a grid of checkboxes the arrow keys go to the neighbor, as eyes do; Tab and Space work as everywhere. */
export function moveByArrows(): void {
  document.addEventListener("keydown", (event) => {
    const box = event.target as HTMLElement;
    const cell = box.closest<HTMLTableCellElement>("table[data-arrows] td");
    if (!cell) return;
    const along = getComputedStyle(cell).direction === "rtl" ? -1 : 1;
    const row = cell.parentElement as HTMLTableRowElement;
    const step = { ArrowRight: along, ArrowLeft: -along }[event.key];
    const rowStep = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const rows = [...row.parentElement!.children] as HTMLTableRowElement[];
    const next =
      step === undefined
        ? rowStep === undefined
          ? undefined
          : rows[rows.indexOf(row) + rowStep]?.cells[cell.cellIndex]
        : row.cells[cell.cellIndex + step];
    const other = next?.querySelector("input");
    if (!other) return;
    event.preventDefault();
    other.focus();
  });
}
