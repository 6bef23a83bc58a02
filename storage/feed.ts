/** Everybody's feed of what was published (S9): read from this device alone, so that it is there without a network. */
import { isInFeed, publicationForOthers, shareDay, shareId } from '../desk/sharing.ts';
import { type Publication, publicationSchema } from '../protocol/publication.ts';
import { NETWORKS, type Network, thanksSchema } from '../protocol/sharing.ts';
import { type Topic, topicSchema } from '../protocol/topic.ts';
import type { AccountDatabase } from './database.ts';
import { append } from './outbox.ts';
import { guarded } from './problems.ts';
import { sound } from './sound.ts';
import { topicsAt } from './topics.ts';
import { deskRules } from './waiting.ts';

export type FeedItem = {
  publication: Publication;
  topic: Topic;
  /** Of those who suggested it, who agreed to be named. */
  thanked: string[];
  /** Over which networks it was passed on from this device today. */
  sharedToday: Network[];
};

/** More than anybody scrolls through; what is older is found by searching. */
const FEED_SHOWN = 200;

/** [SH2] What appeared, the newest first; what is under embargo at this moment is not in it, whoever looks. */
export async function readFeed(db: AccountDatabase, now: number): Promise<FeedItem[]> {
  const publications = sound('publications', publicationSchema, await db.publications.toArray())
    .filter((publication) => isInFeed(publication, now))
    .sort((a, b) => (b.publishedAt ?? b.changedAt) - (a.publishedAt ?? a.changedAt))
    .slice(0, FEED_SHOWN);
  const topicIds = [...new Set(publications.map(({ topicId }) => topicId))];
  const [topics, thanks, { timeZone }] = await Promise.all([
    topicsAt(db, topicIds),
    db.thanks.bulkGet(topicIds),
    deskRules(db),
  ]);
  const topicById = new Map(sound('topics', topicSchema, topics).map((topic) => [topic.id, topic]));
  const thanksById = new Map(sound('thanks', thanksSchema, thanks).map((row) => [row.topicId, row.people]));
  const today = shareDay(now, timeZone);
  const here = new Set(await db.sharedHere.toCollection().primaryKeys());
  return publications.flatMap((publication) => {
    const topic = topicById.get(publication.topicId);
    if (topic === undefined) return [];
    const thanked = (thanksById.get(topic.id) ?? []).map(({ name }) => name);
    const sharedToday = NETWORKS.filter((network) => here.has(shareId(publication.id, network, today)));
    // [PB3] The desk holds what editors said, also where a clearance was opened anew since.
    const shown = publicationForOthers(publication, topic.clearance?.state ?? null);
    return [{ publication: shown, topic, thanked, sharedToday }];
  });
}

/** [SH1] Counts that something was passed on, once a day from this device. Returns whether it counted. */
export const countShare = (
  db: AccountDatabase,
  publicationId: string,
  network: Network,
  now: number,
): Promise<boolean> =>
  guarded(() =>
    db.transaction('rw', [db.outbox, db.meta, db.sharedHere, db.deskRules], async () => {
      const key = shareId(publicationId, network, shareDay(now, (await deskRules(db)).timeZone));
      if ((await db.sharedHere.get(key)) !== undefined) return false;
      await db.sharedHere.put({ key, at: now });
      await append(db, crypto.randomUUID(), { name: 'countShare', publicationId, network }, now);
      return true;
    }),
  );
