/** Everybody sees what the queue holds. */
import { isDeepStrictEqual } from 'node:util';
import { heldAddresses } from '../storage/held-addresses.ts';
import { heldClips, heldTopics } from '../storage/held-topics.ts';
import type { Client } from './client.ts';
import { passUntilQuiet } from './settle.ts';
import type { World } from './world.ts';

const TABLES = [
  'clips',
  'topics',
  'addresses',
  'departments',
  'audiences',
  'goals',
  'colleagues',
  'notes',
  'questions',
  'publications',
  'topicCounts',
] as const;

/**
 * Each client holds what a new device of the same person pulls, and the desk holds the decisions of every topic in
 * the order of the queue's own rows.
 * @returns how many topics have their decisions in another order somewhere
 */
export async function checkReplicas(world: World): Promise<number> {
  const newcomers = new Map<string, Client>();
  for (const { personId } of world.clients)
    if (!newcomers.has(personId)) newcomers.set(personId, await world.join(personId));
  const all = [...world.clients, ...newcomers.values()];
  // The queue's own clocks move rows too: all have to stand at one position.
  if ((await passUntilQuiet(world, all)) === -1) world.wrong('the queue did not come to rest');
  for (const client of world.clients) {
    const fresh = newcomers.get(client.personId);
    for (const table of TABLES) {
      const [mine, theirs] = [await rowsOf(client, table), await rowsOf(fresh, table)];
      if (!isDeepStrictEqual(mine, theirs))
        world.wrong(`${table} of ${client.name} differ: ${firstDifference(mine, theirs)}`);
    }
    const parked = await client.db()?.outbox.count();
    if (parked !== 0) world.wrong(`${client.name} has entries that wait`);
  }
  const outOfOrder = await differentDecisions(world, all);
  for (const client of newcomers.values()) client.kill();
  return outOfOrder;
}

const rowsOf = async (client: Client | undefined, table: (typeof TABLES)[number]): Promise<unknown[]> => {
  const db = client?.db();
  if (db == null) return [];
  // Kept in another way by whoever pulled them first.
  if (table === 'addresses') return heldAddresses(db);
  if (table === 'topics') return heldTopics(db);
  const rows: { receivedAt?: unknown }[] = table === 'clips' ? await heldClips(db) : await db.table(table).toArray();
  return rows.filter((row) => row.receivedAt !== null);
};

function firstDifference(mine: readonly unknown[], theirs: readonly unknown[]): string {
  const at = mine.findIndex((row, index) => !isDeepStrictEqual(row, theirs[index]));
  const [one, other] = [JSON.stringify(mine[at]), JSON.stringify(theirs[at])];
  return `${mine.length} and ${theirs.length} rows, ${one} and ${other}`.slice(0, 1200);
}

async function differentDecisions(world: World, clients: readonly Client[]): Promise<number> {
  const rows = await world.database.use((store) =>
    store.read((sql) =>
      sql.all<{ id: string; topic_id: string }>('SELECT id, topic_id FROM decision ORDER BY topic_id, ordinal'),
    ),
  );
  const held = Map.groupBy(rows, (row) => row.topic_id);
  const wrong = new Set<string>();
  for (const client of clients.filter(({ personId }) => world.editors().some((one) => one.personId === personId)))
    for (const topic of await heldTopics(client.db())) {
      const expected = (held.get(topic.id) ?? []).map(({ id }) => id);
      const seen = topic.decisions.map(({ id }) => id);
      if (isDeepStrictEqual(seen, expected)) continue;
      wrong.add(topic.id);
      world.wrong(`decisions on ${topic.id} at ${client.name}: ${seen} and not ${expected}`);
    }
  return wrong.size;
}
