import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
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
  page: Pick<PageView, 'quote' | 'excerpt' | 'cut' | 'access' | 'document' | 'byline' | 'published'> | null;
  onAllowSite(): void;
};

/** What the editors will read of the page: whose it is, and the quote if one was selected, else the excerpt, as far as there is room. */
export function Extract({ page, onAllowSite }: ExtractProps) {
  const t = useWords(popup);
  const format = useFormat();
  if (page === null) return <ExtractSkeleton />;
  const cut = [...new Set(page.cut.map((part) => t(CUT_WORDS[part])))];
  const text = page.quote ?? page.excerpt;
  const authors = page.byline.join(' · ');
  return (
    <div class="popup-extract">
      {page.document === null ? (
        <AccessMark access={page.access} />
      ) : (
        <DocumentLine state={page.document} onAllowSite={onAllowSite} />
      )}
      {authors === '' && page.published === null ? null : (
        <p class="popup-by small soft">
          {authors === '' ? null : <bdi title={authors}>{authors}</bdi>}
          {page.published === null ? null : <span>{format.written(page.published)}</span>}
        </p>
      )}
      {cut.length === 0 ? null : (
        <p class="mark small soft">
          <Icon shapes={CircleAlert} />
          {t('cut', { parts: format.list(cut) })}
        </p>
      )}
      {text === '' ? null : <Text text={text} isQuote={page.quote !== null} />}
    </div>
  );
}

/** As many whole lines as there is room for; at least one, and three before anybody knows. */
function Text({ text, isQuote }: { text: string; isQuote: boolean }) {
  const t = useWords(popup);
  const room = useRef<HTMLDivElement>(null);
  const [lines, setLines] = useState(3);
  useLayoutEffect(() => {
    const measured = room.current;
    const first = measured?.firstElementChild;
    if (measured == null || first == null) return;
    const measure = () => {
      const line = Number.parseFloat(getComputedStyle(first).lineHeight);
      if (line > 0) setLines(Math.max(1, Math.floor((measured.clientHeight + 0.5) / line)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(measured);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={room} class="extract-room">
      <blockquote
        class={isQuote ? 'extract extract-quote foreign' : 'extract foreign'}
        dir="auto"
        style={{ '--lines': lines }}
      >
        {/* Isolated, so that the words of the page alone decide the direction. */}
        <bdi class="hidden-text">{isQuote ? t('quote') : t('excerpt')}: </bdi>
        {text}
      </blockquote>
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
