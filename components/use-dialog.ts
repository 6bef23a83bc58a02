import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Shows a native dialog while its component lives. It is closed before it goes, so that the focus returns to where it was. */
export function useDialog(dialog: RefObject<HTMLDialogElement | null>): void {
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, [dialog]);
}
