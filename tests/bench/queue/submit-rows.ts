/** The rows that a submit leaves in the queue's database, for a floor that writes the same and nothing else. */
import type { Clip } from '../../../protocol/clip.ts';
import type { PushRequest } from '../../../protocol/push.ts';
import type { Value } from '../../../server/store/store.ts';

export type Statement = { text: string; values: Value[] };

/** As many texts as the load has, of which the queue makes words: none of them is new for long, as in a company. */
export const VARIETY = 2_000;

const texts = new Map<string, string>();

/** `head ($1, $2), ($3, $4) … tail`, made once for each number of rows. */
function many(head: string, width: number, count: number, tail = ''): string {
  const key = `${head} ${count}`;
  const known = texts.get(key);
  if (known !== undefined) return known;
  const row = (at: number) =>
    `(${Array.from({ length: width }, (_, column) => `$${at * width + column + 1}`).join(', ')})`;
  const text = `${head} VALUES ${Array.from({ length: count }, (_, at) => row(at)).join(', ')} ${tail}`;
  texts.set(key, text);
  return text;
}

const insert = (table: string, columns: string, values: Value[], tail = ''): Statement => ({
  text: many(`INSERT INTO ${table} (${columns})`, values.length, 1, tail),
  values,
});

/** As the queue writes them, before it answers, for a new topic of a page that nobody suggested yet. */
export function rowsOfSubmit(
  { clientId, acknowledged, mutations: [mutation] }: PushRequest,
  { personId, now }: { personId: string; now: number },
): Statement[] {
  if (mutation === undefined) return [];
  // The load sends nothing else.
  const { clip } = mutation.action as { clip: Clip };
  const key = `2.${clip.id.slice(-22)}`;
  return [
    insert(
      'client',
      'id, person_id, last_number, seen_at',
      [clientId, personId, mutation.number, now],
      'ON CONFLICT (id) DO UPDATE SET last_number = excluded.last_number, seen_at = excluded.seen_at',
    ),
    insert('outcome', 'client_id, number, mutation_id', [clientId, mutation.number, mutation.id]),
    { text: 'DELETE FROM outcome WHERE client_id = $1 AND number <= $2', values: [clientId, acknowledged] },
    insert('clip', 'id, topic_id, home_topic_id, submitter_id, address_key, body, received_at', [
      ...[clip.id, clip.id, clip.id, personId, key, JSON.stringify(clip), now],
    ]),
    insert(
      'topic',
      'id, title, kind, department_id, goal_id, state, state_since, supporter_count, cover_clip_id, created_at, changed_at, due_at, wake_at',
      [clip.id, clip.title, clip.kind, clip.departmentId, clip.goalId, 'new', now, 1, clip.id, now, now, now, now],
    ),
    insert('address', 'key, topic_id', [key, clip.id]),
  ];
}

/** Once for a whole commit. @param first the position after which these come */
export function rowsOfLog(clipIds: readonly string[], first: number): Statement[] {
  const keys = clipIds.flatMap((id) => [
    ['clip', id],
    ['topic', id],
    ['address', `2.${id.slice(-22)}`],
  ]);
  return [
    { text: 'UPDATE queue SET seq = seq + $1', values: [keys.length] },
    {
      text: many('INSERT INTO change_log (kind, id, seq)', 3, keys.length),
      values: keys.flatMap(([kind = '', id = ''], at) => [kind, id, first + at]),
    },
  ];
}
