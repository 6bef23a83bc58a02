/** Every decision that the desk made is in the queue once, or was refused and is shown with a reason that is right. */
import type { ParkedEntry } from '../../storage/rows.ts';
import type { World } from './world.ts';

type Row = { id: string; topic_id: string };

export async function checkDecisions(world: World): Promise<void> {
  const { record, database } = world;
  const rows = await database.use((store) =>
    store.read((sql) => sql.all<Row>('SELECT id, topic_id FROM decision ORDER BY topic_id, ordinal')),
  );
  const topicIds = await database.use((store) => store.read((sql) => sql.all<{ id: string }>('SELECT id FROM topic')));
  const topics = new Set(topicIds.map(({ id }) => id));
  const held = new Set(rows.map(({ id }) => id));
  const chains = Map.groupBy(rows, (row) => row.topic_id);
  const parked = new Map<string, ParkedEntry>();
  for (const client of world.clients)
    for (const entry of (await client.db()?.parked.toArray()) ?? []) {
      parked.set(entry.id, entry);
      // A topic that never came to be, see below, takes no title either.
      const isOfNoTopic = entry.refusal.kind === 'not_found' && record.edited.some(({ id }) => id === entry.id);
      if (!isOfNoTopic && !record.decided.some(({ id }) => id === entry.id))
        world.wrong(`${client.name} has parked ${entry.id}: ${entry.refusal.kind} at ${entry.refusal.path}`);
    }
  for (const { id, topicId, after, client } of record.decided) {
    const refusal = parked.get(id)?.refusal.kind;
    if (refusal !== undefined && held.has(id)) world.wrong(`decision ${id} of ${client} holds and is shown as refused`);
    if (held.has(id) || record.isRestored) continue;
    if (refusal === undefined) world.wrong(`decision ${id} of ${client} is nowhere`);
    // Somebody else decided after what this editor saw.
    const chain = [null, ...(chains.get(topicId) ?? []).map((row) => row.id)];
    const wasOvertaken = chain.indexOf(after) !== chain.length - 1;
    // The clip that was to open this topic became a voice for another one meanwhile [AD1].
    const isNoTopic = refusal === 'not_found' && !topics.has(topicId);
    if (refusal !== undefined && !(refusal === 'conflict' && wasOvertaken) && !isNoTopic)
      world.wrong(`decision ${id} of ${client} was refused: ${refusal}, after ${after} of ${chain}`);
  }
}
