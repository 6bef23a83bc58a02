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
          <span class="skeleton skeleton-line" />
          <span class="skeleton skeleton-line" />
        </div>
      </div>
      <TagLineSkeleton />
      <span class="skeleton skeleton-note" />
      <ExtractSkeleton />
    </div>
  );
}

export const TagLineSkeleton = () => (
  <div class="tag-line">
    <div class="tag-chips">
      <span class="skeleton skeleton-chip" />
      <span class="skeleton skeleton-chip" />
    </div>
    <span class="goal-line" />
  </div>
);

export const ExtractSkeleton = () => (
  <div class="popup-extract">
    <span class="skeleton skeleton-line" />
    <span class="skeleton skeleton-line" />
  </div>
);
