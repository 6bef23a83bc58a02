import { beforeEach, describe, expect, test } from 'vitest';
import { QUIET_MS } from '../../../desk/quiet.ts';
import type { Clip } from '../../../protocol/clip.ts';
import type { Topic } from '../../../protocol/topic.ts';
import type { Store } from '../../../server/store/store.ts';
import { runTopicClocks } from '../../../server/topic-clocks.ts';
import { NOW, openTestQueue, type TestDevice, type TestQueue } from '../queue.ts';
import { decide, sampleClip, sampleDecision, saveClip } from '../samples.ts';

const PAGE = 'https://intranet.nordwerk.example/ausbildung';
const DAY_MS = 86_400_000;

let queue: TestQueue;
let hanna: TestDevice;
let jonas: TestDevice;
let mara: TestDevice;
beforeEach(async () => {
  queue = await openTestQueue();
  [hanna, jonas, mara] = [await queue.join('hanna'), await queue.join('jonas'), await queue.join('mara')];
});

const rowsOf = async (device: TestDevice, kind: string) =>
  (await device.pull()).changes.filter((change) => change.kind === kind).map(({ row }) => row);
const topics = async (): Promise<Topic[]> => (await rowsOf(mara, 'topic')) as Topic[];
const refusals = ({ refused }: { refused: { refusal: unknown }[] }) => refused.map(({ refusal }) => refusal);
const withdraw = (clip: Clip) => ({ name: 'withdrawClip', clipId: clip.id });
const edit = (clip: Clip, changes: object) => ({ name: 'editClip', clipId: clip.id, changes });

describe('saving', () => {
  test('[AD1] a second clip of an open topic’s page joins it as a supporter', async () => {
    const [first, second] = [sampleClip({ address: PAGE }), sampleClip({ address: `${PAGE}/?utm_source=mail#top` })];
    await hanna.push(saveClip(first));
    await jonas.push(saveClip(second));
    expect(await topics()).toMatchObject([{ id: first.id, supporterCount: 2 }]);
    expect(await rowsOf(jonas, 'topic')).toHaveLength(1);
    expect(await rowsOf(jonas, 'address')).toMatchObject([{ topicId: first.id, state: 'new', supporterCount: 2 }]);
  });

  test('[AD1] one person is one supporter, however often they clip the page', async () => {
    await hanna.push(saveClip(sampleClip({ address: PAGE })), saveClip(sampleClip({ address: PAGE })));
    expect(await topics()).toMatchObject([{ supporterCount: 1 }]);
  });

  test('[AD1] a clip of a page whose topic is closed opens a new one, which then stands for the page', async () => {
    const [first, second] = [sampleClip({ address: PAGE }), sampleClip({ address: PAGE })];
    await hanna.push(saveClip(first));
    await mara.push(decide(sampleDecision(first.id, { to: 'declined', reason: 'thin', sentence: 'Zu dünn.' })));
    await jonas.push(saveClip(second));
    expect((await topics()).map(({ id, state }) => [id, state])).toEqual([
      [first.id, 'declined'],
      [second.id, 'new'],
    ]);
    expect(await rowsOf(hanna, 'address')).toMatchObject([{ topicId: second.id, state: 'new' }]);
  });

  test('[AD1] a new supporter brings a held topic back to the inbox', async () => {
    const first = sampleClip({ address: PAGE });
    await hanna.push(saveClip(first));
    await mara.push(decide(sampleDecision(first.id, { to: 'held', holdUntil: NOW + DAY_MS })));
    const joining = jonas.mutation(saveClip(sampleClip({ address: PAGE })));
    await jonas.post(jonas.pushRequest([joining]));
    const [topic] = await topics();
    expect(topic).toMatchObject({ state: 'new', holdUntil: null, supporterCount: 2 });
    expect(topic?.decisions.at(-1)).toMatchObject({ id: joining.id, from: 'held', to: 'new', actor: null });
  });

  test('another person’s clip id is taken', async () => {
    const clip = sampleClip();
    await hanna.push(saveClip(clip));
    expect(refusals(await jonas.push(saveClip(clip)))).toEqual([{ kind: 'id_taken', path: 'clip.id' }]);
  });

  test.each([
    [{ departmentId: 'nowhere' }, { kind: 'unknown_department', path: 'clip.departmentId' }],
    [{ goalId: 'nothing' }, { kind: 'unknown_goal', path: 'clip.goalId' }],
  ])('%j is refused', async (changes, refusal) => {
    expect(refusals(await hanna.push(saveClip(sampleClip(changes))))).toEqual([refusal]);
  });

  test('a decision’s id as the id of a mutation harms nobody', async () => {
    const [first, second] = [sampleClip({ address: PAGE }), sampleClip({ address: PAGE })];
    const decision = sampleDecision(first.id, { to: 'held', holdUntil: NOW + DAY_MS });
    await hanna.push(saveClip(first));
    await mara.push(decide(decision));
    const response = await jonas.post(jonas.pushRequest([{ ...jonas.mutation(saveClip(second)), id: decision.id }]));
    expect(response.status).toBe(200);
    expect(await topics()).toMatchObject([{ state: 'new', supporterCount: 2 }]);
  });
});

describe('editing', () => {
  test('the opening clip takes its topic along, another supporter’s does not', async () => {
    const [first, second] = [sampleClip({ address: PAGE }), sampleClip({ address: PAGE })];
    await hanna.push(saveClip(first), edit(first, { title: 'Besser', departmentId: 'it', note: 'Neu' }));
    await jonas.push(saveClip(second), edit(second, { title: 'Anders' }));
    expect(await topics()).toMatchObject([{ title: 'Besser', departmentId: 'it' }]);
    expect(await rowsOf(hanna, 'clip')).toMatchObject([{ clip: { title: 'Besser', note: 'Neu' } }]);
  });

  test('is over once the topic is accepted, except for a picture that comes late [BL1]', async () => {
    const clip = sampleClip();
    const picture = { hash: 'a'.repeat(64), type: 'image/webp', width: 10, height: 10, bytes: 3 };
    await hanna.push(saveClip(clip));
    await mara.push(decide(sampleDecision(clip.id)));
    const answer = await hanna.push(edit(clip, { note: 'Zu spät' }), edit(clip, { picture }));
    expect(refusals(answer)).toEqual([{ kind: 'too_late', path: '' }]);
    expect(await rowsOf(hanna, 'clip')).toMatchObject([{ clip: { note: clip.note, picture } }]);
    expect(await topics()).toMatchObject([{ coverClipId: clip.id }]);
  });

  test('[VI1] somebody else’s clip and none at all are refused alike', async () => {
    const clip = sampleClip();
    await hanna.push(saveClip(clip));
    const answer = await jonas.push(edit(clip, { note: 'x' }), edit(sampleClip(), { note: 'x' }), withdraw(clip));
    expect(new Set(refusals(answer).map((refusal) => JSON.stringify(refusal))).size).toBe(1);
    expect(await rowsOf(hanna, 'clip')).toMatchObject([{ clip: { note: clip.note } }]);
  });
});

describe('withdrawing', () => {
  test('an undecided topic goes with its last clip, and its page is free again', async () => {
    const clip = sampleClip({ address: PAGE });
    await hanna.push(saveClip(clip));
    const [own, desk, other] = [await hanna.pull(), await mara.pull(), await jonas.pull()];
    await hanna.push(withdraw(clip));
    const gone = async (device: TestDevice, { cursor }: typeof own) =>
      (await device.pull(cursor)).changes.map(({ kind, row }) => [kind, row]).sort();
    const everywhere = [
      ['address', null],
      ['clip', null],
      ['topic', null],
    ];
    expect(await gone(hanna, own)).toEqual(everywhere);
    expect(await gone(mara, desk)).toEqual(everywhere);
    expect(await gone(jonas, other)).toEqual([['address', null]]);
    const [kept] = await queue.store.read((sql) => sql.all('SELECT body, address_key FROM clip'));
    expect({ ...(kept as object) }).toEqual({ body: null, address_key: null });
  });

  test('the page falls back to the topic before', async () => {
    const [first, second] = [sampleClip({ address: PAGE }), sampleClip({ address: PAGE })];
    await hanna.push(saveClip(first));
    await mara.push(decide(sampleDecision(first.id, { to: 'declined', reason: 'thin', sentence: 'Zu dünn.' })));
    await jonas.push(saveClip(second), withdraw(second));
    queue.time.now += QUIET_MS;
    expect(await rowsOf(hanna, 'address')).toMatchObject([{ topicId: first.id, state: 'declined' }]);
  });

  test('a topic with other voices stays with one less', async () => {
    const [first, second] = [sampleClip({ address: PAGE }), sampleClip({ address: PAGE })];
    await hanna.push(saveClip(first));
    await jonas.push(saveClip(second));
    await hanna.push(withdraw(first));
    expect(await topics()).toMatchObject([{ id: first.id, state: 'new', supporterCount: 1 }]);
    expect(await rowsOf(hanna, 'topic')).toEqual([]);
  });

  test('of the topic’s words none of a clip that was taken back stay; the oldest clip that stays speaks', async () => {
    const hannas = sampleClip({ address: PAGE, title: 'Hannas Worte' });
    const jonass = sampleClip({ address: PAGE, title: 'Jonas’ Worte', kind: 'news', departmentId: 'it', goalId: null });
    const maras = sampleClip({ address: PAGE, title: 'Maras Worte', departmentId: 'comms' });
    await hanna.push(saveClip(hannas));
    queue.time.now += 1;
    await jonas.push(saveClip(jonass));
    queue.time.now += 1;
    await mara.push(saveClip(maras));
    const said = async () => {
      const [topic] = await topics();
      return [topic?.title, topic?.kind, topic?.departmentId, topic?.goalId, topic?.supporterCount];
    };
    await hanna.push(withdraw(hannas));
    expect(await said()).toEqual(['Jonas’ Worte', 'news', 'it', null, 2]);
    await jonas.push(withdraw(jonass));
    expect(await said()).toEqual(['Maras Worte', 'intranet', 'comms', 'apprentices', 1]);
    queue.time.now += 1;
    await hanna.push(saveClip(sampleClip({ address: PAGE, title: 'Neue Worte' })));
    const again = sampleClip({ address: PAGE, title: 'Auch neu' });
    await jonas.push(saveClip(again), withdraw(again));
    expect(await said()).toEqual(['Maras Worte', 'intranet', 'comms', 'apprentices', 2]);
  });

  test('a topic that somebody decided on is declined as withdrawn', async () => {
    const clip = sampleClip();
    await hanna.push(saveClip(clip));
    await mara.push(decide(sampleDecision(clip.id, { to: 'held', holdUntil: NOW + DAY_MS })));
    await hanna.push(withdraw(clip));
    const [topic] = await topics();
    expect(topic).toMatchObject({ state: 'declined', supporterCount: 0 });
    expect(topic?.decisions.at(-1)).toMatchObject({ from: 'held', reason: 'withdrawn', actor: { id: 'hanna' } });
  });

  test('is over once the topic is accepted', async () => {
    const clip = sampleClip();
    await hanna.push(saveClip(clip));
    await mara.push(decide(sampleDecision(clip.id)));
    expect(refusals(await hanna.push(withdraw(clip)))).toEqual([{ kind: 'too_late', path: '' }]);
  });
});

describe('deciding', () => {
  test('[VI1] only at the desk; a refusal does not tell whether the topic exists', async () => {
    const clip = sampleClip();
    await hanna.push(saveClip(clip));
    const answer = await jonas.push(decide(sampleDecision(clip.id)), decide(sampleDecision(crypto.randomUUID())));
    expect(refusals(answer)).toEqual([
      { kind: 'not_allowed', path: '' },
      { kind: 'not_allowed', path: '' },
    ]);
  });

  test('the second of two editors who decide at once is told', async () => {
    const clip = sampleClip();
    const timo = await queue.join('timo');
    await hanna.push(saveClip(clip));
    const decline = sampleDecision(clip.id, { to: 'declined', reason: 'covered', sentence: 'Gibt es schon.' });
    const answers = await Promise.all([mara.push(decide(sampleDecision(clip.id))), timo.push(decide(decline))]);
    expect(answers.flatMap(refusals)).toEqual([{ kind: 'conflict', path: 'decision.after' }]);
    expect((await topics())[0]?.decisions).toHaveLength(1);
  });

  test('a decision is taken back', async () => {
    const clip = sampleClip();
    const first = sampleDecision(clip.id);
    await hanna.push(saveClip(clip));
    await mara.push(decide(first), decide(sampleDecision(clip.id, { after: first.id, undoes: first.id, to: 'new' })));
    expect(await topics()).toMatchObject([
      { state: 'new', lead: null, decisions: [{ to: 'accepted' }, { to: 'new' }] },
    ]);
  });

  test('a decision’s id is used for one topic only', async () => {
    const [one, two] = [sampleClip(), sampleClip()];
    const decision = sampleDecision(one.id);
    await hanna.push(saveClip(one), saveClip(two));
    const answer = await mara.push(decide(decision), decide({ ...decision, topicId: two.id }));
    expect(refusals(answer)).toEqual([{ kind: 'conflict', path: 'decision.id' }]);
  });
});

describe('holding', () => {
  test('a held topic returns on its date without anybody asking, once', async () => {
    const clip = sampleClip();
    await hanna.push(saveClip(clip));
    await mara.push(decide(sampleDecision(clip.id, { to: 'held', holdUntil: NOW + DAY_MS })));
    expect(await runTopicClocks(queue.store, NOW + DAY_MS - 1)).toBe(0);
    expect(await runTopicClocks(queue.store, NOW + DAY_MS)).toBe(1);
    expect(await runTopicClocks(queue.store, NOW + DAY_MS)).toBe(0);
    const [topic] = await topics();
    expect(topic).toMatchObject({ state: 'new', holdUntil: null });
    expect(topic?.decisions.at(-1)).toMatchObject({ from: 'held', to: 'new', actor: null, at: NOW + DAY_MS });
  });

  test('a topic that an editor moves at that very moment is left alone', async () => {
    const clip = sampleClip();
    const hold = sampleDecision(clip.id, { to: 'held', holdUntil: NOW + DAY_MS });
    await hanna.push(saveClip(clip));
    await mara.push(decide(hold));
    const racing: Store = {
      ...queue.store,
      write: async (fn) => {
        await mara.push(decide(sampleDecision(clip.id, { after: hold.id, to: 'accepted' })));
        return queue.store.write(fn);
      },
    };
    expect(await runTopicClocks(racing, NOW + DAY_MS)).toBe(0);
    expect(await topics()).toMatchObject([{ state: 'accepted' }]);
  });
});
