/** What must hold when a round is over, whatever happened in it. */
import type { Clip } from '../../protocol/clip.ts';
import { heldClips as clipsHeldBy } from '../storage/held-topics.ts';
import { checkDecisions } from './check-decisions.ts';
import { checkEdits } from './check-edits.ts';
import { checkReplicas } from './check-replicas.ts';
import type { Client } from './client.ts';
import type { Save } from './record.ts';
import type { World } from './world.ts';

export type Verdict = { submitted: number; lost: number; doubled: number; outOfOrder: number; wrong: string[] };

type HeldClip = { id: string; note: string; submitterId: string };

export async function check(world: World): Promise<Verdict> {
  const { record } = world;
  const held = await heldClips(world);
  const places = Map.groupBy(held, ({ note }) => note);
  const submitted = record.saves.filter(({ isSaid }) => isSaid);
  const blame = (what: string) => (saves: readonly Save[]) => {
    for (const { note, client } of saves) world.wrong(`${note} of ${client}: ${what}`);
    return saves.length;
  };
  const lost =
    blame('lost, not in the queue')(submitted.filter(({ note }) => !places.has(note))) +
    (await missingAtClients(world, submitted));
  const doubled =
    blame('in the queue more than once')(record.saves.filter(({ note }) => (places.get(note)?.length ?? 0) > 1)) +
    blame('there, though it was said that it could not be kept')(
      record.saves.filter(({ note, hasFailed }) => hasFailed && places.has(note)),
    );
  const outOfOrder = countOutOfOrder(world, held) + (await checkReplicas(world));
  await checkDecisions(world);
  await checkEdits(world);
  return { submitted: submitted.length, lost, doubled, outOfOrder, wrong: record.wrong };
}

/** What the queue holds, in the order in which it took it. */
async function heldClips({ database, engine }: World): Promise<HeldClip[]> {
  const rows = await database.use((store) =>
    store.read((sql) =>
      sql.all<{ id: string; submitter_id: string; body: string | null }>(
        `SELECT id, submitter_id, body FROM clip ORDER BY ${engine.clipOrder}`,
      ),
    ),
  );
  return rows.flatMap(({ id, submitter_id: submitterId, body }) =>
    body === null ? [] : [{ id, submitterId, note: (JSON.parse(body) as Clip).note }],
  );
}

/** Once with everybody who may see it: the submitter's devices and the desk. */
async function missingAtClients(world: World, submitted: readonly Save[]): Promise<number> {
  let lost = 0;
  const sees = ({ personId }: Client, save: Save) =>
    personId === save.personId || world.editors().some((editor) => editor.personId === personId);
  for (const client of world.clients) {
    const rows = await clipsHeldBy(client.db());
    const notes = Map.groupBy(rows, ({ clip }) => clip.note);
    for (const save of submitted) {
      const count = notes.get(save.note)?.length ?? 0;
      if (count === (sees(client, save) ? 1 : 0)) continue;
      world.wrong(`${save.note} of ${save.client} is at ${client.name} ${count} times`);
      lost += 1;
    }
  }
  return lost;
}

/** The queue took the clips of each client in the order in which its person saved them. */
function countOutOfOrder(world: World, held: readonly HeldClip[]): number {
  const { record } = world;
  // After a restore clips come again by the time of their capture, which a clock may have had wrong.
  if (record.isRestored) return 0;
  const position = new Map(held.map(({ note }, index) => [note, index]));
  let count = 0;
  const said = record.saves.filter(({ isSaid, note }) => isSaid && position.has(note));
  for (const [client, saves] of Map.groupBy(said, (save) => save.client)) {
    let last = -1;
    for (const { note } of saves) {
      const at = position.get(note) ?? -1;
      if (at < last) {
        world.wrong(`${note} of ${client} stands before one that was saved earlier`);
        count += 1;
      }
      last = Math.max(last, at);
    }
  }
  return count;
}
