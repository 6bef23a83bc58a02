/**
 * Whether a key saves the form: Enter, as its button says, from every field; Shift+Enter breaks the line in the note.
 * On a button, a link or a line that opens Enter presses that, and Ctrl+Enter saves from there too.
 */
export function isSavingKey(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented) return false;
  if (event.ctrlKey || event.metaKey) return true;
  if (event.shiftKey || event.altKey) return false;
  return !(event.target instanceof Element && event.target.closest('button, summary, a[href]') !== null);
}
