import { expect, test } from 'vitest';
import { QUIET_MS } from '../../../desk/quiet.ts';
import type { Clip } from '../../../protocol/clip.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { heldTopicSchema, searchResponseSchema } from '../../../protocol/search.ts';
import { followWithWords, updateTopicWords } from '../../../server/search/topic-words.ts';
import { applyStrategy } from '../../../server/strategy/apply.ts';
import { readStrategy } from '../../../server/strategy/read.ts';
import { openTestQueue, STRATEGY, type TestDevice } from '../queue.ts';
import {
  answer,
  ask as askQuestion,
  decide,
  fillBrief,
  sampleClip,
  sampleDecision,
  sampleQuestion,
  saveClip,
} from '../samples.ts';

const DAY = 86_400_000;

async function ask(device: TestDevice, query: string) {
  const response = await device.send('GET', `/v1/search?${query}`);
  return { status: response.status, body: await response.json() };
}
const find = async (device: TestDevice, query: string) => {
  const { status, body } = await ask(device, query);
  expect(status, JSON.stringify(body)).toBe(200);
  return searchResponseSchema.parse(body);
};
const titles = async (device: TestDevice, query: string) =>
  (await find(device, query)).topics.map(({ title }) => title);

/** Three topics, the last of them the newest. */
async function withTopics() {
  const queue = await openTestQueue();
  const [hanna, jonas, mara] = [await queue.join('hanna'), await queue.join('jonas'), await queue.join('mara')];
  const plain = { siteName: null, byline: [], excerpt: '', note: '' };
  const clips = {
    bridge: sampleClip({
      ...plain,
      title: 'Brücke am Nordtor gesperrt',
      note: 'Nur für die Redaktion: Hafenumbau',
      goalId: null,
    }),
    workshop: sampleClip({ ...plain, title: 'Die neue Ausbildungswerkstatt', quote: 'Zwölf Azubis schweißen.' }),
    canteen: sampleClip({ ...plain, title: 'Speiseplan', departmentId: 'it', kind: 'news', goalId: null }),
  };
  const step = async (device: TestDevice, clip: Clip) => {
    queue.time.now += 60_000;
    await device.push(saveClip(clip));
  };
  await step(hanna, clips.bridge);
  await step(hanna, clips.workshop);
  await step(jonas, clips.canteen);
  return { queue, hanna, jonas, mara, ...clips };
}

test('the desk finds words of titles, quotes, notes, people, departments and goals, newest first', async () => {
  const { mara, bridge, workshop, canteen } = await withTopics();
  expect(await titles(mara, 'q=werkstatt')).toEqual([workshop.title]);
  expect(await titles(mara, 'q=Azubi+schweissen')).toEqual([workshop.title]);
  expect(await titles(mara, 'q=hafenumbau')).toEqual([bridge.title]);
  expect(await titles(mara, 'q=bruecken')).toEqual([bridge.title]);
  expect(await titles(mara, 'q=hanna')).toEqual([workshop.title, bridge.title]);
  expect(await titles(mara, 'q=Bewerbung')).toEqual([workshop.title]);
  expect(await titles(mara, 'q=personal')).toEqual([workshop.title, bridge.title]);
  expect(await titles(mara, 'q=')).toEqual([canteen.title, workshop.title, bridge.title]);
  expect(await titles(mara, 'q=%26')).toEqual([]);
  expect(await titles(mara, 'q=nirgends')).toEqual([]);
});

test('filters narrow a search together', async () => {
  const { queue, mara, bridge, workshop, canteen } = await withTopics();
  await mara.push(decide(sampleDecision(workshop.id)));
  expect(await titles(mara, 'q=&state=accepted')).toEqual([workshop.title]);
  expect(await titles(mara, 'q=&state=accepted&state=new&departmentId=hr')).toEqual([workshop.title, bridge.title]);
  expect(await titles(mara, 'q=&kind=news')).toEqual([canteen.title]);
  expect(await titles(mara, 'q=&goalId=apprentices')).toEqual([workshop.title]);
  expect(await titles(mara, 'q=&lead=mara')).toEqual([workshop.title]);
  expect(await titles(mara, 'q=&meeting=1')).toEqual([]);
  expect(await titles(mara, `q=&from=${queue.time.now - 1}`)).toEqual([canteen.title]);
  expect(await titles(mara, `q=&to=${queue.time.now - 1}`)).toEqual([workshop.title, bridge.title]);
});

test('a label is found exactly as it is written, whatever signs it has, and no longer once it was taken away', async () => {
  const { mara, bridge, workshop } = await withTopics();
  const label = (topicId: string, labels: string[]) => ({ name: 'editTopic', topicId, changes: { labels } });
  await mara.push(label(bridge.id, ['100 %', 'a', 'b']), label(workshop.id, ['Messe', 'x,', ',y', 'sagt "ja"']));
  const labelled = (text: string) => titles(mara, `q=&label=${encodeURIComponent(text)}`);
  expect(await labelled('100 %')).toEqual([bridge.title]);
  expect(await labelled('sagt "ja"')).toEqual([workshop.title]);
  for (const other of ['100 _', 'messe', 'Mess', ',', '","', 'b"', 'y'])
    expect(await labelled(other), other).toEqual([]);
  expect(await titles(mara, 'q=&label=a&label=Messe')).toEqual([workshop.title, bridge.title]);
  // The same words, so that nothing but the label itself changes.
  await mara.push(label(workshop.id, ['MESSE']));
  expect([await labelled('Messe'), await labelled('MESSE')]).toEqual([[], [workshop.title]]);
});

test('[VI1] others find the titles of what they may see, and nothing of what colleagues wrote', async () => {
  const { hanna, jonas, mara, bridge, workshop, canteen } = await withTopics();
  expect(await titles(hanna, 'q=')).toEqual([workshop.title, bridge.title]);
  expect(await titles(jonas, 'q=')).toEqual([canteen.title]);
  await mara.push(fillBrief(bridge.id, 'apprentices'));
  for (const to of ['accepted', 'in_work', 'published'] as const) {
    const held = heldTopicSchema.parse(await (await mara.send('GET', `/v1/topics/${bridge.id}`)).json());
    await mara.push(decide(sampleDecision(bridge.id, { to, after: held.topic.decisions.at(-1)?.id ?? null })));
  }
  expect(await titles(jonas, 'q=nordtor')).toEqual([bridge.title]);
  expect(await titles(jonas, 'q=hafenumbau')).toEqual([]);
  expect(await titles(jonas, 'q=hanna')).toEqual([]);
  expect((await find(jonas, 'q=werkstatt')).total).toEqual({ count: 0, more: false });
});

test('[VI1] a topic by its id comes with the clips that the reader may see, or not at all', async () => {
  const { queue, hanna, jonas, mara, workshop } = await withTopics();
  const also = sampleClip({ address: workshop.address });
  queue.time.now += 1_000;
  await jonas.push(saveClip(also));
  const read = async (device: TestDevice, id = workshop.id) => {
    const response = await device.send('GET', `/v1/topics/${id}`);
    return response.status === 200
      ? heldTopicSchema.parse(await response.json()).clips.map(({ clip }) => clip.id)
      : response.status;
  };
  expect(await read(mara)).toEqual([workshop.id, also.id]);
  expect(await read(hanna)).toEqual([workshop.id]);
  expect(await read(jonas)).toEqual([also.id]);
  expect(await read(await queue.join('timo'), crypto.randomUUID())).toBe(404);
  expect(await read(mara, 'x')).toBe(404);
  await jonas.push({ name: 'withdrawClip', clipId: also.id });
  expect(await read(jonas)).toBe(404);
});

test('[VI1] a topic by its id brings notes, questions and appearances to the desk, and to others what they may see', async () => {
  const { queue, hanna, jonas, mara, workshop } = await withTopics();
  await applyStrategy(
    queue.store,
    readStrategy(`${STRATEGY}\nchannels: { intranet: { name: Intranet, kind: intranet } }`),
  );
  const question = sampleQuestion(workshop.id);
  await mara.push(
    { name: 'addNote', note: { id: crypto.randomUUID(), topicId: workshop.id, text: 'Erst mit dem Werk klären.' } },
    askQuestion(question),
  );
  await hanna.push(answer(question.id, 'Ja, gern.'));
  const publication = {
    ...{ id: crypto.randomUUID(), topicId: workshop.id, channelId: 'intranet', state: 'published' },
    ...{ dueAt: null, publishedAt: queue.time.now, address: null },
  };
  const read = async (device: TestDevice) => {
    const response = await device.send('GET', `/v1/topics/${workshop.id}`);
    return response.status === 200 ? heldTopicSchema.parse(await response.json()) : null;
  };
  await mara.push(fillBrief(workshop.id));
  for (const to of ['accepted', 'in_work'] as const) {
    const after = (await read(mara))?.topic.decisions.at(-1)?.id ?? null;
    await mara.push(decide(sampleDecision(workshop.id, { to, after })));
  }
  await mara.push({ name: 'savePublication', publication });
  const shown = (held: Awaited<ReturnType<typeof read>>) => [
    held?.notes.map(({ text }) => text),
    held?.questions.map((each) => each.answer),
    held?.publications.map(({ channelId }) => channelId),
  ];
  expect(shown(await read(mara))).toEqual([['Erst mit dem Werk klären.'], ['Ja, gern.'], ['intranet']]);
  expect(shown(await read(hanna))).toEqual([[], ['Ja, gern.'], ['intranet']]);
  expect(shown(await read(jonas))).toEqual([[], [], ['intranet']]);
});

test('pages follow each other without a gap, and are counted to a thousand', async () => {
  const queue = await openTestQueue();
  const [hanna, mara] = [await queue.join('hanna'), await queue.join('mara')];
  const clips = Array.from({ length: 120 }, (_, at) => sampleClip({ title: `Thema ${at}` }));
  // Many of one moment: their ids then decide.
  for (let at = 0; at < clips.length; at += 40) {
    await hanna.push(...clips.slice(at, at + 40).map(saveClip));
    queue.time.now += 1_000;
  }
  const ids: string[] = [];
  let cursor: string | null = '';
  let pages = 0;
  while (cursor !== null) {
    const page = await find(mara, `q=thema${cursor === '' ? '' : `&cursor=${cursor}`}`);
    expect(page.total).toEqual(pages === 0 ? { count: 120, more: false } : null);
    expect(page.topics.length).toBeLessThanOrEqual(LIMITS.searchPage);
    ids.push(...page.topics.map(({ id }) => id));
    cursor = page.next;
    pages += 1;
  }
  expect([pages, ids.length, new Set(ids).size]).toEqual([3, 120, 120]);
  await queue.store.write(async (tx) => {
    for (let at = 0; at < 950; at += 1)
      await tx.run(
        `INSERT INTO topic_words (topic_id, created_at, title_words, words, version)
         SELECT $1, 1, title_words, words, version FROM topic_words WHERE topic_id = $2`,
        ...([crypto.randomUUID(), clips[0]?.id ?? ''] as const),
      );
    await tx.run(
      `INSERT INTO topic (id, title, kind, department_id, state, state_since, supporter_count, created_at, changed_at)
       SELECT topic_id, 'x', 'news', 'hr', 'declined', 1, 1, 1, 1 FROM topic_words WHERE created_at = 1`,
    );
  });
  expect((await find(mara, 'q=thema')).total).toEqual({ count: 1000, more: true });
});

test('[VI2] the archive is what devices of the desk do not hold', async () => {
  const { queue, mara, bridge, workshop, canteen } = await withTopics();
  const decline = (id: string) => decide(sampleDecision(id, { to: 'declined', reason: 'thin', sentence: 'Zu dünn.' }));
  await mara.push(decline(bridge.id), decline(workshop.id));
  expect(await titles(mara, 'q=&archive=1')).toEqual([]);
  queue.time.now += 91 * DAY;
  expect(await titles(mara, 'q=&archive=1')).toEqual([workshop.title, bridge.title]);
  expect(await titles(mara, 'q=')).toEqual([canteen.title, workshop.title, bridge.title]);
});

test('an address that is no search is refused, and so is nobody', async () => {
  const { queue, mara } = await withTopics();
  for (const query of [`q=${'a'.repeat(LIMITS.search + 1)}`, 'q=a&state=lost', 'q=a&cursor=x', 'q=a&from=x', 'q=%00'])
    expect((await ask(mara, query)).status, query).toBe(400);
  expect((await queue.app.request('/v1/search?q=a')).status).toBe(401);
  expect((await queue.app.request(`/v1/topics/${crypto.randomUUID()}`)).status).toBe(401);
});

test('[CL1] the words follow whatever changes a topic, and nothing of a withdrawn clip stays', async () => {
  const { queue, hanna, mara, workshop } = await withTopics();
  const also = sampleClip({ address: workshop.address, note: 'Zuckerwatte' });
  await mara.push(saveClip(also));
  expect(await titles(mara, 'q=zuckerwatte')).toEqual([workshop.title]);
  await hanna.push({ name: 'editClip', clipId: workshop.id, changes: { title: 'Ganz anders', note: 'Lakritz' } });
  expect(await titles(mara, 'q=lakritz+anders')).toEqual(['Ganz anders']);
  await mara.push({ name: 'withdrawClip', clipId: also.id });
  expect(await titles(mara, 'q=zuckerwatte')).toEqual([]);
  await hanna.push({ name: 'withdrawClip', clipId: workshop.id });
  const kept = await queue.store.read((sql) => sql.all<{ words: string }>('SELECT words FROM topic_words'));
  expect(kept).toHaveLength(2);
  expect(JSON.stringify(kept)).not.toMatch(/zucker|lakritz|azubi/);
});

test('words that were made by other rules are made anew at the start', async () => {
  const { queue, mara, workshop } = await withTopics();
  const all = () => queue.store.read((sql) => sql.all('SELECT * FROM topic_words ORDER BY topic_id'));
  expect(await titles(mara, 'q=werkstatt')).toEqual([workshop.title]);
  const before = await all();
  await queue.store.write((tx) => tx.run(`UPDATE topic_words SET words = '', title_words = '', version = 0`));
  expect(await titles(mara, 'q=werkstatt')).toEqual([]);
  await updateTopicWords(queue.store);
  expect(await all()).toEqual(before);
  expect(await titles(mara, 'q=werkstatt')).toEqual([workshop.title]);
  // Nothing to do costs nothing.
  await queue.store.write((tx) => followWithWords(tx, new Map()));
});

test('[DK4] a submitter finds a decline once it was told, and reads it then', async () => {
  const { queue, hanna, mara, bridge } = await withTopics();
  await mara.push(decide(sampleDecision(bridge.id, { to: 'declined', reason: 'thin', sentence: 'Zu dünn.' })));
  const read = async () =>
    heldTopicSchema.parse(await (await hanna.send('GET', `/v1/topics/${bridge.id}`)).json()).topic;
  expect(await titles(hanna, 'q=&state=declined')).toEqual([]);
  expect(await titles(hanna, 'q=brücke&state=new')).toEqual([bridge.title]);
  expect((await find(hanna, 'q=brücke')).topics).toMatchObject([{ state: 'new', decisions: [] }]);
  expect(await read()).toMatchObject({ state: 'new', decisions: [] });
  expect(await titles(mara, 'q=&state=declined')).toEqual([bridge.title]);
  queue.time.now += QUIET_MS;
  expect((await find(hanna, 'q=&state=declined')).topics).toMatchObject([{ id: bridge.id, state: 'declined' }]);
  expect(await read()).toMatchObject({ state: 'declined', decisions: [{ reason: 'thin' }] });
});

test('[NT1] labels and the meeting’s mark are not found out by searching for them', async () => {
  const { hanna, mara, bridge } = await withTopics();
  await mara.push({ name: 'editTopic', topicId: bridge.id, changes: { labels: ['Heikel'], forMeeting: true } });
  for (const filter of ['label=Heikel', 'meeting=1']) {
    expect(await titles(mara, `q=&${filter}`)).toEqual([bridge.title]);
    expect(await titles(hanna, `q=&${filter}`)).toEqual([]);
  }
});

test('[VI2] what devices dropped is in the archive, even if it changed since', async () => {
  const { queue, mara, bridge } = await withTopics();
  await mara.push(decide(sampleDecision(bridge.id, { to: 'declined', reason: 'thin', sentence: 'Zu dünn.' })));
  queue.time.now += 91 * DAY;
  await mara.push({ name: 'editTopic', topicId: bridge.id, changes: { labels: ['Hafen'] } });
  expect(await titles(mara, 'q=brücke&archive=1')).toEqual([bridge.title]);
});
