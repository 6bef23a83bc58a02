/** Whether this is a Mac, where the Alt key is called Option and signs stand for keys. */
const isMac = (): boolean => /^Mac/.test(navigator.platform);

/** A key with Alt as the reader's keyboard names it: `Alt+A`, or `⌥A` on a Mac. */
export const optionKey = (shortcut: string): string => (isMac() ? shortcut.replace('Alt+', '⌥') : shortcut);
