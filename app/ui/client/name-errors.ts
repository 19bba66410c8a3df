/** Where several fields lack the same, the list of what has to be mended says which: the server knows no labels yet when it writes it. */
export function nameErrors(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".error-summary a[href^='#']")) {
    const field = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const label = field?.querySelector("legend") ?? (field as HTMLInputElement | null)?.labels?.[0];
    const words = label?.cloneNode(true) as HTMLElement | undefined;
    words?.querySelector(".required")?.remove();
    const name = words?.textContent?.trim();
    if (!name) continue;
    const isolated = document.createElement("bdi");
    isolated.textContent = name;
    link.prepend(isolated, ": ");
  }
}
