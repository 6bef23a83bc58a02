/** The rows that a submit leaves in the queue's database, for a floor that writes the same and nothing else. */
import { TRAITS_VERSION, traitsOf, wordTraits } from '../../../desk/similar/traits.ts';
import { WORDS_VERSION, wordText } from '../../../desk/words/words.ts';
import type { Clip } from '../../../protocol/clip.ts';
import type { PushRequest } from '../../../protocol/push.ts';
import type { Value } from '../../../server/store/store.ts';
import { benchClip } from '../clips.ts';

export type Statement = { text: string; values: Value[] };

/** As many texts as the load has: what is derived from them the floor knows by heart. */
export const VARIETY = 2_000;
/** Traits of a topic that it is found by, as `server/similar/keep-traits.ts` has it. */
const FOUND_BY = 12;

type Derived = { titleWords: string; words: string; traits: string[] };

export function deriveAll(submitter: string): Map<string, Derived> {
  const derived = new Map<string, Derived>();
  for (let number = 0; number < VARIETY; number += 1) {
    const { title, excerpt, quote, note, siteName, byline } = benchClip(number);
    const texts = [title, title, excerpt, quote ?? '', note, siteName ?? '', ...byline, submitter];
    // The words of an address are those of the title, and a number that is each time another one.
    const traits = wordTraits(traitsOf({ title, excerpt, address: `https://intranet.example/${title}` })).sort();
    derived.set(title, { titleWords: wordText([title]), words: wordText(texts), traits });
  }
  return derived;
}

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

/** As the queue writes them for a new topic of a page that nobody suggested yet. */
export function rowsOfSubmit(
  { clientId, acknowledged, mutations: [mutation] }: PushRequest,
  { personId, now, derived }: { personId: string; now: number; derived: ReadonlyMap<string, Derived> },
): Statement[] {
  if (mutation === undefined) return [];
  // The load sends nothing else.
  const { clip } = mutation.action as { clip: Clip };
  const { titleWords, words, traits } = derived.get(clip.title) ?? { titleWords: '', words: '', traits: [] };
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
    insert('topic_words', 'topic_id, created_at, title_words, words, version', [
      ...[clip.id, now, titleWords, words, WORDS_VERSION],
    ]),
    insert('similar_topic', 'topic_id, traits, version', [clip.id, JSON.stringify(traits), TRAITS_VERSION]),
    {
      text: many('INSERT INTO similar_trait (trait, topic_id)', 2, Math.min(FOUND_BY, traits.length)),
      values: traits.slice(0, FOUND_BY).flatMap((trait) => [trait, clip.id]),
    },
    {
      text: many(
        'INSERT INTO similar_count (trait, topics)',
        2,
        traits.length + 1,
        'ON CONFLICT (trait) DO UPDATE SET topics = similar_count.topics + 1',
      ),
      values: ['', 1, ...traits.flatMap((trait) => [trait, 1])],
    },
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
