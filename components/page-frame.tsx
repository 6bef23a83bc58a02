import './tokens.css';
import './base.css';
import './page-frame.css';
import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import CloudUpload from 'lucide/dist/esm/icons/cloud-upload.mjs';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { frame, popup } from '../locales/words.ts';
import { Icon } from './icon.tsx';
import { useWords } from './language.tsx';
import { Logo } from './logo.tsx';
import { useKeptFocus } from './use-kept-focus.ts';

export type FramePage =
  | 'inbox'
  | 'plan'
  | 'strategy'
  | 'suggestions'
  | 'feed'
  | 'questions'
  | 'clearances'
  | 'status'
  | 'settings'
  | 'help'
  | 'tour'
  | 'join';

/** The tour has no place of its own in the head. */
export type PageFrameProps = {
  current: FramePage | null;
  /** Null before joining: then only joining and settings are offered. */
  person: string | null;
  /** Shows the way to the inbox. */
  desk: boolean;
  unsent: number;
  parked: number;
  /** Questions that wait for the person. */
  questions?: number;
  /** Clearances that wait for the person, or for too long; null: they are none of their business. */
  clearances?: number | null;
  onOpen(page: FramePage): void;
  children: ComponentChildren;
};

/** The head that all pages of Clipdesk share; the page itself fills the rest of the window. */
export function PageFrame({
  current,
  person,
  desk,
  unsent,
  parked,
  questions = 0,
  clearances = null,
  onOpen,
  children,
}: PageFrameProps) {
  const t = useWords(frame);
  useKeptFocus();
  const title = current === null ? 'Clipdesk' : `${t(current)} · Clipdesk`;
  useLayoutEffect(() => {
    document.title = title;
  }, [title]);
  const sending = useWords(popup);
  const pages: readonly FramePage[] =
    person === null
      ? ['join', 'settings']
      : [
          ...(desk ? (['inbox', 'plan'] as const) : []),
          'suggestions',
          'feed',
          'questions',
          ...(clearances === null && current !== 'clearances' ? [] : (['clearances'] as const)),
          'strategy',
          'status',
          'settings',
          'help',
        ];
  const counts: Partial<Record<FramePage, number | null>> = { questions, clearances };
  return (
    <div class="frame">
      <header class="frame-head">
        <span class="frame-name">
          <Logo />
          Clipdesk
        </span>
        <nav class="frame-pages strip" aria-label={t('pages')}>
          {pages.map((page) => (
            <button
              key={page}
              type="button"
              class="frame-page"
              aria-current={page === current ? 'page' : undefined}
              onClick={() => onOpen(page)}
            >
              {t(page)}
              {counts[page] ? <span class="frame-count">{counts[page]}</span> : null}
            </button>
          ))}
        </nav>
        {unsent + parked === 0 ? null : (
          <button type="button" class="frame-sending" onClick={() => onOpen('status')}>
            <Icon shapes={parked > 0 ? CircleAlert : CloudUpload} />
            {parked > 0 ? sending('parked', { count: parked }) : sending('unsent', { count: unsent })}
          </button>
        )}
        {person === null ? null : <bdi class="frame-person">{person}</bdi>}
      </header>
      <div class="frame-body">{children}</div>
    </div>
  );
}
