/** A title that an editor saw and replaced does not come back [PU3]. */
import type { World } from './world.ts';

export async function checkEdits(world: World): Promise<void> {
  const { record, database } = world;
  // What a backup does not know comes again, and so does what waited in a copy of a browser when the copy is used later.
  if (record.isRestored || world.isForked()) return;
  const rows = await database.use((store) =>
    store.read((sql) => sql.all<{ id: string; title: string }>('SELECT id, title FROM topic')),
  );
  const titles = new Map(rows.map(({ id, title }) => [id, title]));
  const parked = new Set<string>();
  for (const client of world.clients) for (const { id } of (await client.db()?.parked.toArray()) ?? []) parked.add(id);
  for (const { id, topicId, title, saw, client } of record.edited)
    if (titles.get(topicId) === saw && !parked.has(id))
      world.wrong(`${topicId} is "${saw}" again, which ${client} replaced by "${title}"`);
}
