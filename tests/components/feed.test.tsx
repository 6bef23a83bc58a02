// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FeedItem, FeedScreenProps } from '../../components/feed/feed-props.ts';
import { FeedScreen } from '../../components/feed/feed-screen.tsx';
import { LanguageProvider } from '../../components/language.tsx';
import { publication } from '../desk/samples.ts';
import { HARBOUR, WIND } from '../gallery/samples/clips.ts';
import { NOW, STRATEGY } from '../gallery/samples/company.ts';
import { topicOf } from '../gallery/samples/topics.ts';

afterEach(cleanup);
// The document of these tests would follow links into the network.
beforeEach(() => document.addEventListener('click', (event) => event.preventDefault(), { once: true }));

const ADDRESS = 'https://www.nordwerk.example/wind';
const item = (clip: typeof WIND, over: Parameters<typeof publication>[1], more: Partial<FeedItem> = {}): FeedItem => {
  const topic = topicOf(clip);
  const row = publication(topic, { address: ADDRESS, publishedAt: NOW, ...over });
  return { publication: row, topic, thanked: [], sharedToday: [], pictureUrl: null, ...more };
};
const OPEN = item(
  WIND,
  { shareable: true, networks: ['linkedin', 'email', 'copy'], shareTexts: { linkedin: 'Seht her!' } },
  { thanked: ['Mira Okafor'] },
);

function open(change: Partial<FeedScreenProps> = {}) {
  const props: FeedScreenProps = {
    ...{ items: [OPEN, item(HARBOUR, {})], topicId: null, strategy: STRATEGY, problem: null, letterKeys: true },
    ...{ nativeShare: null, onCopy: vi.fn(() => Promise.resolve()), onShared: vi.fn(), ...change },
  };
  render(
    <LanguageProvider language="en" now={NOW}>
      <FeedScreen {...props} />
    </LanguageProvider>,
  );
  return props;
}

test('[SH2] says of each whether it may be passed on, and offers it only where it may', () => {
  open();
  const [wind, harbour] = screen.getAllByRole('listitem').filter((card) => card.hasAttribute('data-topic'));
  expect(wind?.textContent).toContain('May be passed on');
  expect(wind?.textContent).toContain('Thanks to Mira Okafor');
  expect(harbour?.textContent).toContain('For information only');
  expect(harbour?.querySelector('details')).toBeNull();
});

test('[SH1] nothing is copied or counted before the press; then the words with the address, and one count', async () => {
  const props = open();
  expect(props.onCopy).not.toHaveBeenCalled();
  expect(props.onShared).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('link', { name: 'Copy and open LinkedIn' }));
  expect(props.onCopy).toHaveBeenCalledWith(`Seht her!\n\n${ADDRESS}`);
  expect(props.onShared).toHaveBeenCalledExactlyOnceWith(OPEN.publication.id, 'linkedin');
  await waitFor(() => expect(screen.getByText(/LinkedIn is open in a new tab/)).not.toBeNull());
});

test('a network page opens by itself and gets no way back', () => {
  open();
  const link = screen.getByRole('link', { name: 'Copy and open LinkedIn' });
  expect(link.getAttribute('target')).toBe('_blank');
  expect(link.getAttribute('rel')).toBe('noreferrer noopener');
});

test('where copying does not work, the text is there to be marked', async () => {
  open({ onCopy: () => Promise.reject(new Error('no')) });
  fireEvent.click(screen.getByRole('button', { name: 'Copy text' }));
  await waitFor(() => expect(screen.getByText(/Copying did not work/)).not.toBeNull());
});

test('[SH1] the browser’s own share sheet counts only when something was passed on', async () => {
  const nativeShare = vi.fn<NonNullable<FeedScreenProps['nativeShare']>>(() => Promise.reject(new Error('closed')));
  const props = open({ nativeShare });
  const press = () => fireEvent.click(screen.getByRole('button', { name: 'Share with this device' }));
  press();
  await Promise.resolve();
  expect(props.onShared).not.toHaveBeenCalled();
  nativeShare.mockResolvedValue(undefined);
  press();
  await waitFor(() => expect(props.onShared).toHaveBeenCalledWith(OPEN.publication.id, 'copy'));
  expect(nativeShare).toHaveBeenLastCalledWith({ title: WIND.title, text: WIND.title, url: ADDRESS });
});

test('whoever comes for one topic stands at its card', () => {
  open({ topicId: HARBOUR.id });
  expect(document.activeElement?.getAttribute('aria-label')).toBe(HARBOUR.title);
});
