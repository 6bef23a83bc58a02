import LockKeyhole from 'lucide/dist/esm/icons/lock-keyhole.mjs';
import { frame, status } from '../locales/words.ts';
import { EmptyState } from './empty-state.tsx';
import { useWords } from './language.tsx';
import type { FramePage } from './page-frame.tsx';

type DeskClosedProps = {
  /** Entries that wait for the person's decision, words that were typed here among them. */
  parked: number;
  onOpen(page: FramePage): void;
};

/** The person's roles changed while a page of the desk stood open: says so, and leads on. */
export function DeskClosed({ parked, onOpen }: DeskClosedProps) {
  const t = useWords(frame);
  const says = useWords(status);
  return (
    <main class="sheet">
      <h1 class="hidden-text">{t('deskClosed')}</h1>
      <EmptyState icon={LockKeyhole} title={t('deskClosed')} text={t('deskClosedText')}>
        {parked === 0 ? null : (
          <>
            <p>{says('parked', { count: parked })}</p>
            <button type="button" class="button" onClick={() => onOpen('status')}>
              {t('deskClosedTyped')}
            </button>
          </>
        )}
        <button type="button" class="button button-primary" onClick={() => onOpen('suggestions')}>
          {t('suggestions')}
        </button>
      </EmptyState>
    </main>
  );
}
