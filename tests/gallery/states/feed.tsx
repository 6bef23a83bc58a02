import type { JSX } from 'preact';
import type { FeedItem, FeedScreenProps } from '../../../components/feed/feed-props.ts';
import { FeedScreen } from '../../../components/feed/feed-screen.tsx';
import type { Publication } from '../../../protocol/publication.ts';
import { UNSAID } from '../../desk/samples.ts';
import { ARABIC, ENDLESS, HARBOUR, uuid, WIND } from '../samples/clips.ts';
import { DAY, NOW, PEOPLE, STRATEGY } from '../samples/company.ts';
import { PICTURES } from '../samples/pictures.ts';
import { topicOf } from '../samples/topics.ts';
import { inFrame } from './pages.tsx';

const nothing = () => {};

const item = (at: number, clip: typeof WIND, over: Partial<Publication>, more: Partial<FeedItem> = {}): FeedItem => ({
  publication: {
    ...{ id: uuid(500 + at), topicId: clip.id, channelId: 'intranet', state: 'published', dueAt: null },
    ...{ publishedAt: NOW - at * DAY, address: 'https://www.nordwerk.example/wind', ...UNSAID },
    ...{ by: PEOPLE.aylin, changedAt: NOW - at * DAY, ...over },
  },
  topic: topicOf(clip),
  thanked: [],
  sharedToday: [],
  pictureUrl: null,
  ...more,
});

const SHARED: Partial<Publication> = {
  shareable: true,
  networks: ['linkedin', 'mastodon', 'facebook', 'instagram', 'xing', 'email', 'copy'],
  shareTexts: {
    copy: 'Unsere Pumpen stehen jetzt auch auf See. Wie das geht, steht hier.',
    linkedin:
      'Offshore ist Handarbeit: Unsere Kolleginnen und Kollegen erzählen, wie eine Pumpe auf See kommt.\n#Energiewende',
  },
};

const BASE: FeedScreenProps = {
  items: [
    item(1, WIND, SHARED, { pictureUrl: PICTURES.wind, thanked: [PEOPLE.mira.name, PEOPLE.sofia.name] }),
    item(2, HARBOUR, { address: null }, { pictureUrl: PICTURES.harbour }),
    item(3, ENDLESS, { ...SHARED, networks: ['copy'] }, { sharedToday: ['copy'] }),
    item(400, ARABIC, {}),
  ],
  topicId: null,
  strategy: STRATEGY,
  problem: null,
  letterKeys: true,
  nativeShare: () => Promise.resolve(),
  onCopy: () => Promise.resolve(),
  onShared: nothing,
};

const show =
  (change: Partial<FeedScreenProps> = {}) =>
  () =>
    inFrame('feed', <FeedScreen {...BASE} {...change} />);

export const FEED = {
  ready: show(),
  loading: show({ items: null }),
  empty: show({ items: [] }),
  offline: show({ problem: 'offline', nativeShare: null }),
  open: () => <Unfolded>{show()()}</Unfolded>,
};

/** As somebody sees it who opened every fold. */
function Unfolded({ children }: { children: JSX.Element }) {
  const open = (root: HTMLElement | null) => {
    for (const fold of root?.querySelectorAll('details') ?? []) fold.open = true;
  };
  return <div ref={open}>{children}</div>;
}
