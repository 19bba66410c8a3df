import type { Banner } from "./shell.ts";

/** One line above the header, on every page: that this is a demo, and the ways out of it. */
export function PageBanner({ banner: { text, links } }: { banner: Banner }) {
  return (
    <aside class="banner" aria-label={text}>
      <p>{text}</p>
      <ul>
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </aside>
  );
}
