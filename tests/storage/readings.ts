/** All that is read of topics and clips, of one device: to be equal to that of another that keeps them differently. */
import { STATES } from '../../protocol/topic.ts';
import { EVERYTHING } from '../../protocol/topic-filter.ts';
import { clipsAt, clipsOf } from '../../storage/clips.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { clipThat, topicsThat } from '../../storage/every-topic.ts';
import { readGoals } from '../../storage/goals.ts';
import { inboxTopics, stateCounts } from '../../storage/inbox.ts';
import { ownLoad } from '../../storage/load.ts';
import { mySuggestions } from '../../storage/my-suggestions.ts';
import { agenda, readPlan } from '../../storage/plan.ts';
import { similarTopics } from '../../storage/similar-topics.ts';
import { cardsOn, makeMissingCards, readCards } from '../../storage/topic-cards.ts';
import { topicDetail } from '../../storage/topic-detail.ts';
import { WHOLE_STATE } from '../../storage/topic-packs.ts';
import { topicAt, topicsAt, topicsInState } from '../../storage/topics.ts';
import type { TopicPosition } from '../../storage/views.ts';
import { editor, NOW } from '../desk/samples.ts';
import { heldClips, heldTopics } from './held-topics.ts';

/** @param ids of topics and clips, some of which are not here */
export async function readAll(db: AccountDatabase, ids: readonly string[]) {
  await makeMissingCards(db);
  const each = <T>(read: (id: string) => Promise<T>) => Promise.all(ids.map(read));
  const some = ids.filter((_, at) => at % 5 === 0);
  return {
    topics: await heldTopics(db),
    clips: await heldClips(db),
    topicsAt: [await topicsAt(db, ids), await topicsAt(db, some), await each((id) => topicAt(db, id))],
    clipsAt: [await clipsAt(db, ids), await clipsAt(db, some), await each((id) => clipsAt(db, [id]))],
    clipsOf: [await clipsOf(db, ids), await each((id) => clipsOf(db, [id]))],
    topicsThat: await topicsThat(db, ({ forMeeting }) => forMeeting),
    clipThat: await each(async (id) => (await clipThat(db, (row) => row.topicId === id))?.topicId),
    inState: await inState(db),
    pages: [await pages(db, false), await pages(db, true)],
    counts: await stateCounts(db),
    details: await each((id) => topicDetail(db, id)),
    cards: [...cardsOn(await readCards(db))],
    similar: await Promise.all(some.slice(0, 4).map((id) => similarTopics(db, id))),
    own: await mySuggestions(db),
    work: [
      await readPlan(db, { from: 0, to: Infinity }),
      await agenda(db),
      await readGoals(db),
      await ownLoad(db, NOW),
    ],
    person: editor.id,
  };
}

function inState(db: AccountDatabase) {
  const ranges = [WHOLE_STATE, { ...WHOLE_STATE, from: NOW + 1, to: NOW + 2 }, { ...WHOLE_STATE, to: NOW - 1 }];
  const asked = STATES.flatMap((state) =>
    ranges.flatMap((range) =>
      [true, false].flatMap((newestFirst) =>
        [1, 2, 5, Infinity].map((limit) => topicsInState(db, state, { ...range, newestFirst, limit })),
      ),
    ),
  );
  return Promise.all(asked);
}

/** A list page after page, to its end. */
async function pages(db: AccountDatabase, isOldestFirst: boolean) {
  const filter = { ...EVERYTHING, ...(isOldestFirst ? { states: ['new' as const, 'held' as const] } : {}) };
  const found = [];
  for (let after: TopicPosition | null = null; ; ) {
    const page = await inboxTopics(db, filter, { limit: 3, after });
    found.push(page);
    if (page.next === null) return found;
    after = page.next;
  }
}
