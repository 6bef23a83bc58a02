/** What waits, why, and when it is tried next. */
import type { Action } from '../protocol/mutation.ts';
import type { AccountDatabase } from './database.ts';
import { readMeta } from './meta.ts';
import { unsentCount } from './outbox.ts';
import { outboxEntrySchema, type ParkedEntry, parkedEntrySchema } from './rows.ts';
import { sound } from './sound.ts';
import { topicAt } from './topics.ts';
import type { EntryView, ParkedView, SyncStatus } from './views.ts';
import { clipIdOf, namedTopic } from './waiting.ts';

const SHOWN = 100;

export async function syncStatus(db: AccountDatabase): Promise<SyncStatus> {
  const { through } = await readMeta(db, 'settled');
  const rows = await db.outbox.where('number').above(through).limit(SHOWN).toArray();
  const waiting: EntryView[] = [];
  for (const { id, madeAt, action } of sound('outbox', outboxEntrySchema, rows)) {
    if (action.name === 'noop') continue;
    waiting.push({ id, action: action.name, title: await titleOf(db, action), madeAt });
  }
  const parked: ParkedView[] = [];
  for (const row of sound('parked', parkedEntrySchema, await db.parked.toArray())) parked.push(await toView(db, row));
  return {
    waiting,
    unsent: await unsentCount(db),
    parked: parked.sort((a, b) => a.madeAt - b.madeAt),
    uploads: await db.uploads.filter(({ refused }) => !refused).count(),
    schedule: await readMeta(db, 'schedule'),
  };
}

/** How many entries were refused and wait for the person. */
export const parkedCount = (db: AccountDatabase): Promise<number> => db.parked.count();

async function toView(db: AccountDatabase, { id, parkedAt, refusal, entry, title }: ParkedEntry): Promise<ParkedView> {
  const parsed = outboxEntrySchema.safeParse(entry);
  if (!parsed.success)
    return { id, action: null, title: '', madeAt: parkedAt, refusal, clipId: null, topicId: null, words: '' };
  const { action, madeAt } = parsed.data;
  return {
    id,
    action: action.name,
    title: (await titleOf(db, action)) || (title ?? ''),
    madeAt,
    refusal,
    clipId: clipIdOf(action),
    topicId: namedTopic(action),
    words: wordsOf(action),
  };
}

/** What the person wrote, so that it can be copied from what the queue did not take. */
function wordsOf(action: Action): string {
  switch (action.name) {
    case 'decide':
      return action.decision.sentence ?? '';
    case 'addNote':
      return action.note.text;
    case 'askQuestion':
      return action.question.text;
    case 'answerQuestion':
      return action.answer;
    case 'askClearance':
      return action.ask.note ?? '';
    case 'decideClearance':
      return action.verdict.conditions ?? action.verdict.note ?? '';
    default:
      return '';
  }
}

/** What the entry is about, in the words of the page; empty when nothing here knows it any more. */
async function titleOf(db: AccountDatabase, action: Action): Promise<string> {
  if (action.name === 'saveClip') return action.clip.title;
  if (action.name === 'answerQuestion' || action.name === 'withdrawQuestion')
    return (await db.questions.get(action.questionId))?.topicTitle ?? '';
  const topicId = namedTopic(action);
  // Whoever only clears holds no topic.
  if (topicId !== null)
    return (await topicAt(db, topicId))?.title ?? (await db.clearances.get(topicId))?.topicTitle ?? '';
  const clipId = clipIdOf(action);
  return clipId === null ? '' : ((await db.clips.get(clipId))?.clip.title ?? '');
}
