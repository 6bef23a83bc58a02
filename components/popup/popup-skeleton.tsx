/** Parts of the form that stand where the real ones will stand, measure for measure. */
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
