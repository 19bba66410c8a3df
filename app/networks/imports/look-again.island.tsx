/** Looks at the page again now and then, and renews one part of it; goes to the page anew when the part is gone from it. */
import { useEffect } from "preact/hooks";

export default function LookAgain({ part, everyMs }: { part: string; everyMs: number }) {
  useEffect(() => {
    let isLooking = false;
    const look = async (): Promise<void> => {
      if (isLooking || document.hidden) return;
      isLooking = true;
      try {
        const response = await fetch(location.href);
        const page = new DOMParser().parseFromString(await response.text(), "text/html");
        const fresh = page.getElementById(part);
        const shown = document.getElementById(part);
        if (!fresh || !shown || page.title !== document.title) location.reload();
        else if (fresh.innerHTML !== shown.innerHTML) shown.replaceChildren(...fresh.childNodes);
      } catch {
        // The line is down: the next look may find it up again.
      } finally {
        isLooking = false;
      }
    };
    const timer = setInterval(() => void look(), everyMs);
    return () => clearInterval(timer);
  }, [part, everyMs]);
  return null;
}
