/**
 * Whether a key saves the form: Enter from one-line fields and the title, Ctrl+Enter from everywhere.
 * In a field marked `data-multiline` Enter is a new line; on a button, a link or a line that opens it presses that.
 */
export function isSavingKey(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented) return false;
  if (event.ctrlKey || event.metaKey) return true;
  if (event.shiftKey || event.altKey) return false;
  if (event.target instanceof Element && event.target.closest('button, summary, a[href]') !== null) return false;
  return !(event.target instanceof HTMLElement && event.target.hasAttribute('data-multiline'));
}
