/** The key that does the same as the button it stands on; `aria-keyshortcuts` on the button says it aloud. */
export const KeyCap = ({ keys }: { keys: string }) => (
  <span class="kbd" aria-hidden="true">
    {keys}
  </span>
);
