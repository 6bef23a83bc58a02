/** Whether a key sends what stands in a field of several lines: Enter does, as the button says; Shift+Enter breaks the line. */
export const isSendingKey = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229;
