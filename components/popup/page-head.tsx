import Highlighter from 'lucide/dist/esm/icons/highlighter.mjs';
import { useId } from 'preact/hooks';
import { common, popup } from '../../locales/words.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { Icon } from '../icon.tsx';
import { KindMark } from '../kind-mark.tsx';
import { useFormat, useWords } from '../language.tsx';
import { Picture } from '../picture.tsx';
import type { PageView } from './popup-props.ts';

type PageHeadProps = {
  /** Null while the page is read; the title can be typed already. */
  page: Pick<PageView, 'kind' | 'siteName' | 'byline' | 'published' | 'address' | 'pictureUrl'> | null;
  /** Authors and day stand elsewhere, where there is more room for them. */
  onlySite?: boolean;
  title: string;
  onTitle(title: string): void;
  /** Marks in the page what was read; absent where there is nothing to mark. */
  onShowRead?: () => void;
};

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : '');

/** Signs in a line of the title beside the picture, about. */
const LINE = 30;
/** Lines that the form reserves, and lines that a long title gets; one that is longer still is scrolled. */
const LINES = { least: 3, most: 5 };

/** For browsers that do not fit a field to its text themselves (popup.css). */
const titleRows = (title: string): number =>
  Math.min(LINES.most, Math.max(LINES.least, Math.ceil(title.length / LINE)));

/** Picture and title on top, kind and site small above the title. The title is a field that looks like a title. */
export function PageHead({ page, onlySite = false, title, onTitle, onShowRead }: PageHeadProps) {
  const says = useWords(common);
  const t = useWords(popup);
  const id = useId();
  const format = useFormat();
  const origin = ({ siteName, address, byline, published }: NonNullable<PageHeadProps['page']>): string => {
    const day = published === null ? [] : [format.written(published)];
    const site = siteName ?? hostOf(address);
    return onlySite ? site : [site, ...byline, ...day].join(' · ');
  };
  return (
    <div class="popup-head">
      {page === null ? <span class="skeleton popup-picture" /> : <Picture url={page.pictureUrl} kind={page.kind} />}
      <div class="popup-head-text">
        <p class="popup-source">
          {page === null ? (
            t('reading')
          ) : (
            <>
              <KindMark kind={page.kind} />
              <bdi class="popup-site" title={origin(page)}>
                {origin(page)}
              </bdi>
              {onShowRead === undefined ? null : (
                <button type="button" class="button button-quiet show-read" title={t('showRead')} onClick={onShowRead}>
                  <Icon shapes={Highlighter} />
                </button>
              )}
            </>
          )}
        </p>
        <label class="hidden-text" for={id}>
          {says('title')}
        </label>
        <textarea
          id={id}
          class="popup-title foreign"
          dir="auto"
          rows={titleRows(title)}
          maxLength={LIMITS.title}
          data-first-focus
          value={title}
          onInput={(event) => onTitle(event.currentTarget.value)}
        />
      </div>
    </div>
  );
}
