/** What of a topic's row follows from its decisions, its clips and the desk's rules. */
import { nextWake, withClock } from '../../desk/clocks.ts';
import { withDecisions } from '../../desk/decisions.ts';
import type { DeskRules } from '../../protocol/desk-rules.ts';
import type { Topic } from '../../protocol/topic.ts';
import { clipsOfTopic } from '../rows/clips.ts';
import { deskRules } from '../rows/strategy.ts';
import { findTopic } from '../rows/topics.ts';
import type { Sql, Store, Tx } from '../store/store.ts';
import type { Difference } from './difference.ts';
import { eachChunk } from './each-chunk.ts';

/** Columns that no topic on the wire has. */
type Hidden = { wake_at: number | null; first_published_at: number | null };
type Derived = Hidden &
  Pick<Topic, 'state' | 'stateSince' | 'holdUntil' | 'mergedInto' | 'supporterCount' | 'coverClipId' | 'dueAt'>;

const FIELDS = [
  'state',
  'stateSince',
  'holdUntil',
  'mergedInto',
  'supporterCount',
  'coverClipId',
  'dueAt',
  'wake_at',
  'first_published_at',
] as const satisfies readonly (keyof Derived)[];

export async function verifyTopics(store: Store, report: (difference: Difference) => void): Promise<void> {
  await eachChunk(store, 'SELECT id FROM topic WHERE 1 = 1', async (sql, rows) => {
    const rules = await deskRules(sql);
    for (const { id } of rows) {
      const found = await readTopic(sql, id);
      if (found === null) continue;
      for (const difference of checkHistory(found.topic)) report(difference);
      const should = await deriveTopic(sql, found, rules);
      for (const field of FIELDS)
        if (found.kept[field] !== should[field])
          report({
            check: 'topic',
            id,
            field,
            is: String(found.kept[field]),
            shouldBe: String(should[field]),
            isDerived: true,
          });
    }
  });
}

type Found = { topic: Topic; kept: Derived };

async function readTopic(sql: Sql, id: string): Promise<Found | null> {
  const topic = await findTopic(sql, id);
  const [hidden] = await sql.all<Hidden>('SELECT wake_at, first_published_at FROM topic WHERE id = $1', id);
  return topic === null || hidden === undefined ? null : { topic, kept: { ...topic, ...hidden } };
}

/** Each decision begins where the one before it ended. Nobody but an editor could say what is missing. */
function checkHistory({ id, decisions }: Topic): Difference[] {
  const gaps = decisions.filter(({ from }, at) => from !== (decisions[at - 1]?.to ?? 'new'));
  return gaps.map((decision) => ({
    check: 'history',
    id,
    field: `decision ${decision.id} from`,
    is: decision.from,
    shouldBe: decisions[decisions.indexOf(decision) - 1]?.to ?? 'new',
    isDerived: false,
  }));
}

async function deriveTopic(sql: Sql, { topic, kept }: Found, rules: DeskRules): Promise<Derived> {
  const stands = withDecisions(topic, topic.decisions);
  const { dueAt, escalation } = withClock(stands, rules);
  const clips = await clipsOfTopic(sql, topic.id);
  const pictured = clips.filter(({ clip }) => clip.picture !== null).map(({ id }) => id);
  const wake = nextWake({ ...stands, dueAt, escalation }, rules);
  const published = topic.decisions.find(({ to }) => to === 'published');
  const { coverClipId } = topic;
  return {
    ...stands,
    dueAt,
    supporterCount: new Set(clips.map(({ submitterId }) => submitterId)).size,
    // Which of several pictures stands for a topic is history; that it is one of them is not.
    coverClipId: coverClipId !== null && pictured.includes(coverClipId) ? coverClipId : (pictured[0] ?? null),
    // Of a decline that everybody was told there is nothing left to wake for.
    wake_at: stands.state === 'declined' && kept.wake_at === null ? null : wake,
    first_published_at: published === undefined ? null : (kept.first_published_at ?? published.at),
  };
}

/** Writes what follows into the rows of these topics, and lets devices hear of it. */
export async function repairTopics(store: Store, ids: readonly string[]): Promise<void> {
  for (const id of ids) await store.write((tx) => repairTopic(tx, id));
}

async function repairTopic(tx: Tx, id: string): Promise<void> {
  const found = await readTopic(tx, id);
  if (found === null) return;
  const should = await deriveTopic(tx, found, await deskRules(tx));
  await tx.run(
    `UPDATE topic SET state = $2, state_since = $3, hold_until = $4, merged_into = $5, supporter_count = $6,
       cover_clip_id = $7, due_at = $8, wake_at = $9, first_published_at = $10 WHERE id = $1`,
    id,
    should.state,
    should.stateSince,
    should.holdUntil,
    should.mergedInto,
    should.supporterCount,
    should.coverClipId,
    should.dueAt,
    should.wake_at,
    should.first_published_at,
  );
  tx.changed('topic', id);
}
