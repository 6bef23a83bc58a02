import { useId } from 'preact/hooks';
import { common } from '../../locales/words.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { KindMark } from '../kind-mark.tsx';
import { useWords } from '../language.tsx';
import { Picture } from '../picture.tsx';
import type { PageView } from './popup-props.ts';

type PageHeadProps = {
  page: Pick<PageView, 'kind' | 'siteName' | 'address' | 'pictureUrl'>;
  title: string;
  onTitle(title: string): void;
};

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : '');

/** Picture and title on top, kind and site small below. The title is a field that looks like a title. */
export function PageHead({ page, title, onTitle }: PageHeadProps) {
  const says = useWords(common);
  const id = useId();
  return (
    <div class="popup-head">
      <Picture url={page.pictureUrl} kind={page.kind} />
      <div class="popup-head-text">
        <label class="hidden-text" for={id}>
          {says('title')}
        </label>
        <textarea
          id={id}
          class="popup-title foreign"
          dir="auto"
          rows={2}
          maxLength={LIMITS.title}
          data-first-focus
          value={title}
          onInput={(event) => onTitle(event.currentTarget.value)}
        />
        <p class="popup-source">
          <KindMark kind={page.kind} />
          <bdi class="popup-site">{page.siteName ?? hostOf(page.address)}</bdi>
        </p>
      </div>
    </div>
  );
}
