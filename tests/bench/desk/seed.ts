/** A queue with as many topics as wanted, written by the queue's own functions, some hundred in each transaction. */
import { createHash } from 'node:crypto';
import { addressKey } from '../../../desk/address.ts';
import { openTopic } from '../../../desk/clips.ts';
import { applyDecision, recordDecision } from '../../../desk/decisions.ts';
import { CLIP_KINDS, type Clip } from '../../../protocol/clip.ts';
import type { Person } from '../../../protocol/person.ts';
import { DECLINE_REASONS, type State, type Topic } from '../../../protocol/topic.ts';
import { createNewClips } from '../../../server/push/new-clips.ts';
import { listPeople } from '../../../server/rows/people.ts';
import { savePicture } from '../../../server/rows/pictures.ts';
import { listEntries } from '../../../server/rows/strategy.ts';
import { updateTopic } from '../../../server/rows/topics.ts';
import type { Store, Tx } from '../../../server/store/store.ts';
import { clip, DAY, decision } from '../../desk/samples.ts';
import { twoColours } from '../../e2e/painted-png.ts';

const AT_ONCE = 500;

const WHAT = ['Kranprüfung', 'Werkstatt', 'Ausbildung', 'Wärmepumpe', 'Kantine', 'Lieferkette', 'Schichtplan', 'Messe'];
const DOES = [
  'startet neu',
  'wird ausgebaut',
  'feiert Jubiläum',
  'sucht Leute',
  'spart Strom',
  'zieht um',
  'überzeugt',
];
const WHERE = ['Leer', 'Emden', 'Papenburg', 'Oldenburg', 'Wilhelmshaven', 'Aurich', 'Norden', 'Bremen', 'Cuxhaven'];
const SITES = ['Intranet', 'Ostfriesen-Zeitung', 'Fachblatt Technik', 'Betriebsrat aktuell', null];
/** Of a hundred topics so many stand in each state: desks decline and publish most, and a third waits. */
const SHARES: readonly (readonly [State, number])[] = [
  ['new', 30],
  ['query', 2],
  ['held', 6],
  ['accepted', 10],
  ['in_work', 6],
  ['published', 20],
  ['declined', 26],
];

const of = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

function stateOf(at: number): State {
  // A prime stride mixes the states through all ages.
  let place = (at * 37) % 100;
  for (const [state, share] of SHARES) {
    if (place < share) return state;
    place -= share;
  }
  return 'new';
}

/** The ways by which a topic comes to stand in a state. */
const WAYS: Partial<Record<State, readonly State[]>> = {
  query: ['query'],
  held: ['held'],
  accepted: ['accepted'],
  in_work: ['accepted', 'in_work'],
  published: ['accepted', 'in_work', 'published'],
  declined: ['declined'],
};

/** The newest came just now; all of them came within the last eighty days, so that none is too old for a device. */
export async function seedTopics(store: Store, count: number, editorId: string): Promise<void> {
  const known = await store.read(async (sql) => ({
    departments: await listEntries(sql, 'department'),
    goals: await listEntries(sql, 'goal'),
    people: await listPeople(sql),
  }));
  const editor = known.people.find(({ id }) => id === editorId);
  if (editor === undefined) throw new Error(`there is no ${editorId}`);
  const bytes = twoColours(320, 180, [20, 90, 120], [230, 180, 60]);
  const picture = {
    ...{ hash: createHash('sha256').update(bytes).digest('hex'), type: 'image/png' as const },
    ...{ width: 320, height: 180, bytes: bytes.length, alt: '' },
  };
  const now = Date.now();
  for (let from = 0; from < count; from += AT_ONCE)
    await store.write(async (tx) => {
      for (let at = from; at < Math.min(count, from + AT_ONCE); at += 1) {
        const receivedAt = now - Math.floor(((count - at) / count) * 80 * DAY);
        const title = `${of(WHAT, at * 7)} in ${of(WHERE, at * 5)} ${of(DOES, at * 3)}: Folge ${at + 1}`;
        const page = clip({
          id: crypto.randomUUID(),
          address: `https://intranet.example/thema/${at}`,
          title,
          kind: of(CLIP_KINDS, at * 3),
          siteName: of(SITES, at * 11),
          excerpt: `${title}. Ab Januar lernen ${at % 90} Auszubildende an neuen Maschinen; die Halle am Hafen wird dafür umgebaut.`,
          note: at % 3 === 0 ? `Passt gut zu unserer Reihe über ${of(WHERE, at)}.` : '',
          departmentId: of(known.departments, at).id,
          goalId: at % 4 === 0 ? null : of(known.goals, at).id,
          picture: at % 3 === 0 ? picture : null,
          capturedAt: receivedAt,
        });
        await seedOne(tx, page, of(known.people, at).id, receivedAt, editor, stateOf(at), at);
        if (page.picture !== null) await savePicture(tx, page.id, { ...picture, bytes });
      }
    });
}

async function seedOne(
  ...[tx, page, submitterId, receivedAt, editor, state, at]: [Tx, Clip, string, number, Person, State, number]
): Promise<void> {
  const key = (await addressKey(page.address, null, [])) ?? page.address;
  const clips = createNewClips(tx);
  clips.keep({ clip: page, topicId: page.id, submitterId, addressKey: key, receivedAt });
  const opened: Topic = { ...openTopic(page, receivedAt), dueAt: receivedAt + 2 * DAY };
  clips.open(opened, receivedAt);
  clips.stand(key, page.id);
  await clips.settle();
  let topic = opened;
  for (const to of WAYS[state] ?? []) {
    const when = Math.min(Date.now(), receivedAt + 3_600_000);
    const said = decision(topic, {
      ...{ id: crypto.randomUUID(), to },
      ...(to === 'declined' ? { reason: of(DECLINE_REASONS, at), sentence: 'Danke! Das hatten wir im März.' } : {}),
      ...(to === 'held' ? { holdUntil: Date.now() + (at % 40) * DAY + DAY / 4 } : {}),
    });
    topic = applyDecision(topic, recordDecision(topic, said, editor, when));
  }
  topic = { ...topic, dueAt: topic.state === 'new' ? opened.dueAt : null, forMeeting: at % 50 === 0 };
  if (topic.decisions.length > 0 || topic.forMeeting) await updateTopic(tx, opened, topic, receivedAt);
}
