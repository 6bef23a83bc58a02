import { popup } from '../../locales/words.ts';
import { useWords } from '../language.tsx';

/** Stands where the form will stand, measure for measure. */
export function PopupSkeleton() {
  const t = useWords(popup);
  return (
    <div class="popup-form" role="status" aria-label={t('reading')}>
      <div class="popup-head">
        <span class="skeleton popup-picture" />
        <div class="popup-head-text">
          <span class="skeleton" style={{ blockSize: '1.1rem' }} />
          <span class="skeleton" style={{ blockSize: '1.1rem', inlineSize: '70%' }} />
          <span class="skeleton" style={{ blockSize: '0.8rem', inlineSize: '50%' }} />
        </div>
      </div>
      <div class="tag-line">
        <div class="tag-chips">
          <span class="skeleton" style={{ blockSize: '1.75rem', inlineSize: '7rem' }} />
          <span class="skeleton" style={{ blockSize: '1.75rem', inlineSize: '10rem' }} />
        </div>
        <span class="skeleton" style={{ blockSize: '2lh' }} />
      </div>
      <span class="skeleton" style={{ blockSize: '3.9rem' }} />
      <span class="skeleton popup-extract" style={{ blockSize: '4rem' }} />
      <span class="skeleton popup-submit" style={{ blockSize: '2.25rem' }} />
    </div>
  );
}
