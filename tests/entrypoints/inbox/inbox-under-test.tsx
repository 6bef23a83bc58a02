/** The inbox as a page with two topics, on a database in memory, and what editors do in it. Its tests begin by importing this. */
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { LanguageProvider } from '../../../components/language.tsx';
import { openTopic } from '../../../desk/clips.ts';
import { applyDecision, recordDecision } from '../../../desk/decisions.ts';
import type { Topic } from '../../../protocol/topic.ts';
import { openRegistry } from '../../../storage/accounts.ts';
import { type AccountDatabase, openDatabase } from '../../../storage/database.ts';
import { clip, decision, editor, NOW } from '../../desk/samples.ts';
import { pullTopics } from '../../storage/acts.ts';
import { accountOf } from '../../storage/device.ts';

vi.mock('../../../entrypoints/browser/background-calls.ts', () => ({ requestSync: vi.fn() }));
vi.mock('../../../entrypoints/inbox/start-similar-worker.ts', () => ({
  startSimilarWorker: () => ({ postMessage: vi.fn(), terminate: vi.fn() }),
}));
const asked = vi.hoisted(() => ({ topic: vi.fn(), search: vi.fn() }));
vi.mock('../../../sync/archive.ts', () => ({ createArchive: () => asked }));
/** What only the queue holds. */
export const archive = asked;
export const OFFLINE = new Error('no network');
archive.topic.mockRejectedValue(OFFLINE);
archive.search.mockRejectedValue(OFFLINE);
vi.stubGlobal(
  'IntersectionObserver',
  class {
    observe() {}
    disconnect() {}
  },
);
const { readFirstList } = await import('../../../entrypoints/inbox/first-list.ts');
const { InboxPage } = await import('../../../entrypoints/inbox/inbox-page.tsx');

// A page of its own takes its time on a busy machine; nothing here is about how long.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });
export const eventually = <T,>(check: () => T): Promise<T> => vi.waitFor(check, 10_000);

export const HARBOUR = openTopic(clip({ title: 'Hafen' }), NOW);
export const WIND = openTopic(clip({ title: 'Wind' }), NOW + 1);

export let db: AccountDatabase;

beforeEach(async () => {
  // The page begins with the topic that its address names.
  history.replaceState(null, '', location.pathname);
  const account = accountOf(editor);
  db = openDatabase(account);
  await pullTopics(db, [HARBOUR, WIND]);
  const first = await readFirstList(db, location.hash);
  render(
    <LanguageProvider language="en" now={NOW}>
      <InboxPage session={{ account, db, registry: openRegistry() }} shelf={{ url: () => null }} first={first} />
    </LanguageProvider>,
  );
  await screen.findByRole('heading', { name: 'Hafen' });
});
afterEach(async () => {
  cleanup();
  await db.delete();
});

export const press = (...keys: string[]) => {
  for (const key of keys) fireEvent.keyDown(document.activeElement ?? document.body, { key, bubbles: true });
};
export const decisions = async () =>
  (await db.outbox.toArray()).flatMap(({ action }) => (action.name === 'decide' ? [action.decision] : []));

export const row = (topic: { id: string }) => document.querySelector(`tr[data-topic="${topic.id}"]`);
export const headingNow = () => document.querySelector('.inbox-topic')?.getAttribute('aria-label');
export const selectedRow = () => document.querySelector('tr[aria-current="true"]')?.getAttribute('data-topic');

/** Hafen, Wind, then these, in this order. */
export async function withMore(...titles: string[]): Promise<Topic[]> {
  const more = titles.map((title, at) => openTopic(clip({ title }), NOW + 10 + at));
  await pullTopics(db, more, 2);
  await eventually(() => expect(document.querySelectorAll('tr[data-topic]')).toHaveLength(2 + titles.length));
  return more;
}

export const LEYLA = { ...editor, id: '00000000-0000-4000-8000-00000000abcd', name: 'Leyla Aydın' };
/** A pull brings what a colleague decided. */
export function colleagueDecides(topic: Topic, to: 'accepted' | 'declined', seq = 2): Promise<void> {
  const wish = decision(topic, to === 'accepted' ? { to } : { to, reason: 'thin', sentence: 'Leider zu dünn.' });
  return pullTopics(db, [applyDecision(topic, recordDecision(topic, wish, LEYLA, NOW))], seq);
}
