import { useEffect, useRef } from 'preact/hooks';

const INPUTS = 'input, select, textarea, button';

/**
 * Each time that saving is refused the first thing that is wrong takes the focus, however far above the button it is.
 * What is wrong has `data-wrong`; of a field that is the input that is marked, else its first.
 */
export function useShownFault(refusals: number) {
  const form = useRef<HTMLFormElement>(null);
  const seen = useRef(refusals);
  useEffect(() => {
    if (refusals === seen.current) return;
    seen.current = refusals;
    const wrong = form.current?.querySelector<HTMLElement>('[data-wrong]');
    if (wrong?.hasAttribute('tabindex')) return wrong.focus();
    const marked = wrong?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (marked ?? wrong?.querySelector<HTMLElement>(INPUTS))?.focus();
  }, [refusals]);
  return form;
}
