import { common } from '../../../locales/words.ts';
import { useWords } from '../../language.tsx';

export function ListSkeleton() {
  const says = useWords(common);
  return (
    <div class="rows" role="status" aria-label={says('loading')}>
      {Array.from({ length: 8 }, (_, at) => (
        <div key={at} class="row row-skeleton">
          <span class="picture skeleton" />
          <span class="row-title skeleton" />
          <span class="row-facts skeleton" />
        </div>
      ))}
    </div>
  );
}
