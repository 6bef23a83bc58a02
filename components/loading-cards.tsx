import './loading-cards.css';
import { common } from '../locales/words.ts';
import { useWords } from './language.tsx';

/** Stands where cards will stand, about as high as they are, until it is known which. */
export function LoadingCards({ count = 2 }: { count?: number }) {
  const says = useWords(common);
  return (
    <div class="loading-cards" role="status" aria-label={says('loading')}>
      {Array.from({ length: count }, (_, at) => (
        <span key={at} class="skeleton loading-card" />
      ))}
    </div>
  );
}
