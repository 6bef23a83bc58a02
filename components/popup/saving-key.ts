/**
 * Whether a key saves the form: Enter from one-line fields and the title, Ctrl+Enter from everywhere.
 * In a field marked `data-multiline` Enter is a new line; on a button it presses that button.
 */
export function isSavingKey(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented) return false;
  if (event.ctrlKey || event.metaKey) return true;
  if (event.shiftKey || event.altKey || event.target instanceof HTMLButtonElement) return false;
  return !(event.target instanceof HTMLElement && event.target.hasAttribute('data-multiline'));
}
