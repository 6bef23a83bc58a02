import { useEffect, useRef } from 'preact/hooks';
import { inbox } from '../../../locales/words.ts';
import { useWords } from '../../language.tsx';

/** Asks for more rows as soon as the end of the list comes into sight, or when it is pressed. */
export function MoreRows({ onSeen }: { onSeen(): void }) {
  const t = useWords(inbox);
  const end = useRef<HTMLDivElement>(null);
  const seen = useRef(onSeen);
  seen.current = onSeen;
  useEffect(() => {
    const look = (entries: IntersectionObserverEntry[]) =>
      entries.some((entry) => entry.isIntersecting) && seen.current();
    const watch = new IntersectionObserver(look, { rootMargin: '600px' });
    if (end.current !== null) watch.observe(end.current);
    return () => watch.disconnect();
  }, []);
  return (
    <div ref={end} class="rows-more" role="presentation">
      <button type="button" class="button button-quiet" onClick={onSeen}>
        {t('more')}
      </button>
    </div>
  );
}
