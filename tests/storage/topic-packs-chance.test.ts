/** A device that packs what a first pull brings, and one that never does, are told the same and answer the same. */
import { isDeepStrictEqual } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import type { Cursor } from '../../protocol/cursor.ts';
import type { Change } from '../../protocol/pull.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { holdTopic } from '../../storage/hold-topic.ts';
import { readMeta } from '../../storage/meta.ts';
import { packing } from '../../storage/pack-topics.ts';
import { type Brought, nothingBrought, receivePage } from '../../storage/receive-page.ts';
import { dropOldTopics } from '../../storage/working-set.ts';
import { editor, NOW } from '../desk/samples.ts';
import { newDatabase, newIndexedDb, page } from './device.ts';
import { heldClips, heldTopics, packFew } from './held-topics.ts';
import { createStory, onceEach } from './pack-story.ts';
import { readAll } from './readings.ts';

const asUsual = { ...packing };
const packNever = () => void Object.assign(packing, { least: Infinity });
afterEach(() => void Object.assign(packing, asUsual));

type Device = { db: AccountDatabase; brought: Brought; pack: () => void; reopen: () => void };

function newDevice(pack: () => void): Device {
  const indexedDb = newIndexedDb();
  const device: Device = {
    db: newDatabase(editor, indexedDb),
    brought: nothingBrought(),
    pack,
    // What a closed browser leaves: what is in the database, and nothing that was only in memory.
    reopen: () => {
      device.db.close();
      device.db = newDatabase(editor, indexedDb);
      device.brought = nothingBrought();
    },
  };
  return device;
}

function createPair(seed: number) {
  const story = createStory(seed);
  const { random } = story;
  const devices = [newDevice(packFew), newDevice(packNever)] as const;
  let seq = 0;
  const both = async (act: (device: Device) => Promise<unknown>) => {
    for (const device of devices) {
      device.pack();
      await act(device);
    }
  };
  const receive = (changes: Change[], over: { reset?: boolean; more?: boolean; asked?: Cursor | null }) => {
    seq += 1;
    return both(async ({ db, brought }) => {
      const asked = over.asked === undefined ? await readMeta(db, 'cursor') : over.asked;
      const { reset = false, more = false } = over;
      expect(await receivePage(db, asked, page(changes, { seq, reset, more }), NOW, brought)).toBe(true);
    });
  };
  return {
    story,
    packing: devices[0],
    both,
    receive,
    /** All that the queue has, in pages, between which more happens; what came last may be sent again. */
    async pullAnew(reset: boolean) {
      let left = story.everything();
      for (const device of devices) device.brought = nothingBrought();
      for (let isFirst = true; isFirst || left.length > 0; isFirst = false) {
        const now = left.slice(0, 1 + random.below(25));
        left = left.slice(now.length);
        await receive(now, {
          reset: reset && isFirst,
          more: left.length > 0,
          ...(isFirst && !reset ? { asked: null } : {}),
        });
        if (left.length === 0) return;
        left = onceEach([...left, ...(random.chance(0.6) ? story.happens(2) : [])]);
        if (random.chance(0.05)) await both(async (device) => device.reopen());
        const held = random.chance(0.2) ? story.heldTopic() : null;
        if (held !== null) await both(({ db }) => holdTopic(db, held));
      }
    },
    async expectSame() {
      const ids = [...new Set([...story.topics.keys(), ...story.clips.keys()])];
      const [packed, rows] = [await readAll(devices[0].db, ids), await readAll(devices[1].db, ids)];
      // Which readings differ first: all of them at once are thousands of lines.
      const keys = Object.keys(packed) as (keyof typeof packed)[];
      expect(keys.filter((key) => !isDeepStrictEqual(packed[key], rows[key]))).toEqual([]);
      const once = packed.clips.map(({ clip }) => clip.id);
      expect(once).toEqual([...new Set(once)]);
    },
  };
}

/** How many packs each seed began with: by chance there may be none. */
const packs: number[] = [];

describe.each([1, 3, 4, 5, 6, 7, 8, 9])('seed %i', (seed) => {
  test('[VI2][PL2] whatever the queue says, both hold and show the same', async () => {
    const pair = createPair(seed);
    const { story } = pair;
    story.happens(80);
    await pair.pullAnew(false);
    packs.push(await pair.packing.db.topicPacks.count());
    await pair.expectSame();
    for (let round = 0; round < 4; round += 1) {
      await pair.receive(story.happens(1 + story.random.below(6)), {});
      await pair.expectSame();
    }
    await pair.both(({ db }) => dropOldTopics(db, NOW));
    await pair.receive(story.happens(5), {});
    await pair.expectSame();

    await pair.pullAnew(true);
    await pair.receive(story.happens(5), {});
    await pair.expectSame();
    const { db } = pair.packing;
    expect((await heldTopics(db)).map(({ id }) => id)).toEqual([...story.topics.keys()].sort());
    expect((await heldClips(db)).map(({ clip }) => clip.id)).toEqual([...story.clips.keys()].sort());
  });
});

test('of these seeds most began with packs', () => {
  expect(packs.filter((count) => count > 1).length).toBeGreaterThan(packs.length / 2);
});
