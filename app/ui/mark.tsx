/** The mark: a sapling under a larger arc. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <path class="mark-arc" d="M5 40C5 20 12 7 24 7s19 13 19 33" />
      <path class="mark-stem" d="M24 40V25" />
      <path class="mark-leaf" d="M24 28c-.4-6.2-4-9.4-9.8-9.4C14.4 24.7 18 28 24 28z" />
      <path class="mark-leaf" d="M24 24.5c.3-5 3.2-7.8 8.2-7.9C32.1 21.7 29.2 24.5 24 24.5z" />
    </svg>
  );
}
