/** Latchkey's mark; beside its name it says nothing more, so screen readers pass it over. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 128 128" width="28" height="28" aria-hidden="true" focusable="false">
    <rect width="128" height="128" rx="30" />
    <g>
      <circle cx="45" cy="45" r="21" />
      <path d="M61 61 103 103M87 87 71 103" />
    </g>
  </svg>
)
