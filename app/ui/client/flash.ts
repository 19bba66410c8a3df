/** Screen readers read out what changes in a live region, not what it held when the page came: so say it once more. */
export function readOutFlash(): void {
  const region = document.getElementById("flash");
  const message = region?.firstElementChild;
  if (!region || !message) return;
  setTimeout(() => region.replaceChildren(message.cloneNode(true)), 300);
}
