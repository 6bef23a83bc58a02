/**
 * The new clips of one push. They are looked up together, and what they are and open is written together: clip by clip
 * it was five statements each, and on PostgreSQL two waits.
 */
import type { Topic } from '../../protocol/topic.ts';
import { topicsOfAddresses, writeAddresses } from '../rows/addresses.ts';
import { type NewClip, submittersOf, writeClips } from '../rows/clips.ts';
import { deskRules } from '../rows/strategy.ts';
import { writeTopics } from '../rows/topics.ts';
import type { Tx } from '../store/store.ts';

/** A clip that was sent, and the key of its page. */
export type SentClip = { id: string; addressKey: string | null };

export type NewClips = {
  /** Asks what is known of clips that are about to come, and of their pages. */
  lookUp(sent: readonly SentClip[]): Promise<void>;
  /** Whether it was asked for this one and nothing since that could have changed it. */
  isKnown(sent: SentClip): boolean;
  /** Who sent the clip that has this id; null: there is none. */
  submitterOf(id: string): string | null;
  /** Which topic stands for a page; null: none. */
  topicOf(addressKey: string): string | null;
  /** To be kept with what settles next. Devices hear of these three in the order in which they were called. */
  keep(clip: NewClip): void;
  open(topic: Topic, at: number): void;
  stand(addressKey: string, topicId: string): void;
  /** Writes what waits: before anybody reads what it may change, and at the end. */
  settle(): Promise<void>;
  /** Writes what waits, and forgets what was asked: others may change it now. */
  end(): Promise<void>;
};

export function createNewClips(tx: Tx): NewClips {
  const submitters = new Map<string, string | null>();
  const topics = new Map<string, string | null>();
  let kept: NewClip[] = [];
  let opened: { topic: Topic; at: number }[] = [];
  let standing: [addressKey: string, topicId: string][] = [];

  async function settle(): Promise<void> {
    if (kept.length === 0 && standing.length === 0) return;
    const [clips, made, pages] = [kept, opened, standing];
    [kept, opened, standing] = [[], [], []];
    await writeClips(tx, clips);
    if (made.length > 0) await writeTopics(tx, made, await deskRules(tx));
    // Addresses refer to topics.
    await writeAddresses(tx, pages);
  }

  return {
    async lookUp(sent) {
      const ids = [...new Set(sent.map(({ id }) => id))];
      const keys = [...new Set(sent.flatMap(({ addressKey }) => addressKey ?? []))];
      const [ofIds, ofKeys] = await Promise.all([submittersOf(tx, ids), topicsOfAddresses(tx, keys)]);
      for (const [at, id] of ids.entries()) submitters.set(id, ofIds[at] ?? null);
      for (const [at, key] of keys.entries()) topics.set(key, ofKeys[at] ?? null);
    },
    isKnown: ({ id, addressKey }) => submitters.has(id) && (addressKey === null || topics.has(addressKey)),
    submitterOf: (id) => submitters.get(id) ?? null,
    topicOf: (addressKey) => topics.get(addressKey) ?? null,
    keep(made) {
      kept.push(made);
      submitters.set(made.clip.id, made.submitterId);
      tx.changed('clip', made.clip.id);
    },
    open(topic, at) {
      opened.push({ topic, at });
      tx.changed('topic', topic.id);
    },
    stand(addressKey, topicId) {
      standing.push([addressKey, topicId]);
      topics.set(addressKey, topicId);
      tx.changed('address', addressKey);
    },
    settle,
    async end() {
      await settle();
      submitters.clear();
      topics.clear();
    },
  };
}
