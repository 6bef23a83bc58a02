import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import { popup } from '../../locales/words.ts';
import { AccessMark } from '../access-mark.tsx';
import { Icon } from '../icon.tsx';
import { useFormat, useWords } from '../language.tsx';
import type { DocumentState, PageView } from './popup-props.ts';
import { ExtractSkeleton } from './popup-skeleton.tsx';

const CUT_WORDS = {
  title: 'cutTitle',
  excerpt: 'cutExcerpt',
  quote: 'cutQuote',
  text: 'cutText',
  page: 'cutText',
} as const;

type ExtractProps = {
  page: Pick<PageView, 'quote' | 'excerpt' | 'cut' | 'access' | 'document'> | null;
  onAllowSite(): void;
};

/** What the editors will read of the page: the quote if one was selected, else the excerpt. */
export function Extract({ page, onAllowSite }: ExtractProps) {
  const t = useWords(popup);
  const format = useFormat();
  if (page === null) return <ExtractSkeleton />;
  const cut = [...new Set(page.cut.map((part) => t(CUT_WORDS[part])))];
  const text = page.quote ?? page.excerpt;
  return (
    <div class="popup-extract">
      {page.document === null ? (
        <AccessMark access={page.access} />
      ) : (
        <DocumentLine state={page.document} onAllowSite={onAllowSite} />
      )}
      {text === '' ? null : (
        <blockquote class={page.quote === null ? 'extract foreign' : 'extract extract-quote foreign'} dir="auto">
          {/* Isolated, so that the words of the page alone decide the direction. */}
          <bdi class="hidden-text">{page.quote === null ? t('excerpt') : t('quote')}: </bdi>
          {text}
        </blockquote>
      )}
      {cut.length === 0 ? null : (
        <p class="mark small soft">
          <Icon shapes={CircleAlert} />
          {t('cut', { parts: format.list(cut) })}
        </p>
      )}
    </div>
  );
}

/** Quiet: a document that is still being read, or never will be, is saved with Enter like any page. */
function DocumentLine({ state, onAllowSite }: { state: DocumentState; onAllowSite(): void }) {
  const t = useWords(popup);
  if (state.kind === 'reading') return <p class="small soft">{state.progress ?? t('reading')}</p>;
  return (
    <p class="small" role="status">
      {state.note}{' '}
      {state.allow === null ? null : (
        <button type="button" class="button" onClick={onAllowSite}>
          {state.allow}
        </button>
      )}
    </p>
  );
}
