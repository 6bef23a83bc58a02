import { expect, test } from 'vitest';
import { QUIET_MS } from '../../../desk/quiet.ts';
import { pairKey } from '../../../desk/similar/rejections.ts';
import type { Clip } from '../../../protocol/clip.ts';
import { ROUTES } from '../../../protocol/routes.ts';
import { similarResponseSchema } from '../../../protocol/similar.ts';
import { makeMissingTraits } from '../../../server/similar/keep-traits.ts';
import { openTestQueue, type TestDevice } from '../queue.ts';
import { decide, fillBrief, sampleClip, sampleDecision, saveClip } from '../samples.ts';

const WORKSHOP = {
  title: 'Ausbildungswerkstatt in Bremen eröffnet',
  excerpt: 'Seit Montag lernen 40 Azubis an neuen Drehmaschinen.',
  address: 'https://intranet.nordwerk.example/news/ausbildungswerkstatt-bremen',
};
const PAGE = {
  protocol: 1,
  title: 'Bremen: Werkstatt für Auszubildende geht an den Start',
  excerpt: 'Die neuen Drehmaschinen stehen.',
  address: 'https://www.bote.example/wirtschaft/werkstatt-bremen',
};
const workshop = (over: Partial<Clip> = {}) => sampleClip({ ...WORKSHOP, note: 'Nur hier: Frau Albers', ...over });
const ask = async (device: TestDevice, page: object = PAGE) => {
  const response = await device.send('POST', ROUTES.similar, page);
  expect(response.status).toBe(200);
  return similarResponseSchema.parse(await response.json()).similar;
};
const joining = (clip: Clip, joins: string) => ({ ...saveClip(clip), joins });

test('[SM3][VI1] of a colleague’s topic a submitter learns where it stands and which of their own words it has', async () => {
  const queue = await openTestQueue();
  const [hanna, jonas] = [await queue.join('hanna'), await queue.join('jonas')];
  const clip = workshop();
  await hanna.push(saveClip(clip), saveClip(sampleClip({ title: 'Neue Kaffeemaschinen', excerpt: 'Mit Haferdrink.' })));
  const [found, ...more] = await ask(jonas);
  expect(more).toEqual([]);
  expect(found).toEqual({
    topicId: clip.id,
    state: 'new',
    departmentId: 'hr',
    supporterCount: 1,
    title: null,
    words: expect.any(Array),
  });
  const own = `${PAGE.title} ${PAGE.excerpt}`;
  for (const word of found?.words ?? []) expect(own).toContain(word);
  expect(found?.words).toContain('Bremen');
});

test('[SM3][VI1] titles are said to whoever may see the topic: its submitter, the desk, and everyone once it is published', async () => {
  const queue = await openTestQueue();
  const [hanna, jonas, mara] = [await queue.join('hanna'), await queue.join('jonas'), await queue.join('mara')];
  const clip = workshop();
  await hanna.push(saveClip(clip));
  const titles = async () => Promise.all([hanna, jonas, mara].map(async (who) => (await ask(who))[0]?.title));
  expect(await titles()).toEqual([clip.title, null, clip.title]);
  const accepted = sampleDecision(clip.id);
  const inWork = sampleDecision(clip.id, { to: 'in_work', after: accepted.id });
  await mara.push(fillBrief(clip.id), decide(accepted), decide(inWork));
  await mara.push(decide(sampleDecision(clip.id, { to: 'published', after: inWork.id })));
  expect(await titles()).toEqual([clip.title, clip.title, clip.title]);
});

test('[SM1] declined topics are suggested, merged and withdrawn ones are not', async () => {
  const queue = await openTestQueue();
  const [hanna, jonas, mara] = [await queue.join('hanna'), await queue.join('jonas'), await queue.join('mara')];
  const [one, two, gone] = [workshop(), workshop({ title: 'Lehrwerkstatt Bremen offen' }), workshop()];
  await hanna.push(saveClip(one), saveClip({ ...two, address: `${two.address}/2` }), {
    name: 'saveClip',
    clip: { ...gone, address: `${gone.address}/3` },
  });
  await hanna.push({ name: 'withdrawClip', clipId: gone.id });
  const declined = sampleDecision(one.id, { to: 'declined', reason: 'covered', sentence: 'Gab es schon.' });
  await mara.push(decide(declined));
  queue.time.now += QUIET_MS;
  expect((await ask(jonas)).map(({ state }) => state).sort()).toEqual(['declined', 'new']);
  await mara.push(decide(sampleDecision(one.id, { to: 'new', after: declined.id })));
  const merging = sampleDecision(two.id, { to: 'merged', into: one.id });
  await mara.push(decide(merging));
  expect((await ask(jonas)).map(({ topicId }) => topicId)).toEqual([one.id]);
  await mara.push(decide(sampleDecision(two.id, { to: 'new', after: merging.id, undoes: merging.id })));
  expect(await ask(jonas)).toHaveLength(2);
});

test('[SM3] a person who tries out words is stopped, and only they', async () => {
  const queue = await openTestQueue();
  const [hanna, jonas] = [await queue.join('hanna'), await queue.join('jonas')];
  for (let at = 0; at < 60; at += 1) await ask(jonas);
  const stopped = await jonas.send('POST', ROUTES.similar, PAGE);
  expect(stopped.status).toBe(429);
  expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0);
  await ask(hanna);
  queue.time.now += 600_001;
  await ask(jonas);
});

test('[SM3] nobody asks without a token, nor sends more of a page than a clip would bring', async () => {
  const queue = await openTestQueue();
  const jonas = await queue.join('jonas');
  const headers = { 'content-type': 'application/json' };
  const bare = await queue.app.request(ROUTES.similar, { method: 'POST', headers, body: JSON.stringify(PAGE) });
  expect(bare.status).toBe(401);
  expect((await jonas.send('POST', ROUTES.similar, { ...PAGE, excerpt: 'a'.repeat(501) })).status).toBe(400);
  expect((await jonas.send('POST', ROUTES.similar, { ...PAGE, address: 'file:///etc/passwd' })).status).toBe(400);
});

test('[SM4] a clip joins the topic that its person named, and its page stands for that from then on', async () => {
  const queue = await openTestQueue();
  const [hanna, jonas, mara] = [await queue.join('hanna'), await queue.join('jonas'), await queue.join('mara')];
  const clip = workshop();
  await hanna.push(saveClip(clip));
  const theirs = sampleClip({ ...PAGE, title: PAGE.title });
  await jonas.push(joining(theirs, clip.id));
  expect(await ask(jonas)).toMatchObject([{ topicId: clip.id, supporterCount: 2, title: clip.title }]);
  const topics = (await mara.pull()).changes.filter(({ kind, row }) => kind === 'topic' && row !== null);
  expect(topics).toHaveLength(1);
  // The next colleague on that page joins by itself [AD1].
  await mara.push(saveClip(sampleClip({ ...PAGE, title: PAGE.title })));
  expect(await ask(jonas)).toMatchObject([{ topicId: clip.id, supporterCount: 3 }]);
});

test('[SM4] what joined, was taken back and is sent again with the topic that it was in, is a supporter of it again', async () => {
  const queue = await openTestQueue();
  const [hanna, jonas, mara] = [await queue.join('hanna'), await queue.join('jonas'), await queue.join('mara')];
  const clip = workshop();
  await hanna.push(saveClip(clip));
  const [first, again] = [sampleClip({ ...PAGE }), sampleClip({ ...PAGE })];
  await jonas.push(joining(first, clip.id));
  await jonas.push({ name: 'withdrawClip', clipId: first.id }, joining(again, clip.id));
  const topics = (await mara.pull()).changes.filter(({ kind, row }) => kind === 'topic' && row !== null);
  expect(topics).toMatchObject([{ id: clip.id, row: { supporterCount: 2 } }]);
});

test('[SM4][VI1] naming a topic that the clip is not like shows nobody what others suggested', async () => {
  const queue = await openTestQueue();
  const [hanna, jonas, mara] = [await queue.join('hanna'), await queue.join('jonas'), await queue.join('mara')];
  const secret = workshop();
  await hanna.push(saveClip(secret));
  const peek = sampleClip({ title: 'Speiseplan der Kantine', excerpt: 'Montag gibt es Linsensuppe mit Brot.' });
  await jonas.push(joining(peek, secret.id));
  const topicsOf = async (device: TestDevice) =>
    (await device.pull()).changes.flatMap(({ kind, id, row }) => (kind === 'topic' && row !== null ? [id] : []));
  expect(await topicsOf(jonas)).toEqual([peek.id]);
  const told = sampleClip({ title: 'Ganz etwas anderes', excerpt: 'Das gehört trotzdem dazu, sagt der Schreibtisch.' });
  await mara.push(joining(told, secret.id));
  expect(await topicsOf(mara)).not.toContain(told.id);
});

test('[SM4] however similar, nothing joins by itself; and what is not open any more is not joined', async () => {
  const queue = await openTestQueue();
  const [hanna, jonas, mara] = [await queue.join('hanna'), await queue.join('jonas'), await queue.join('mara')];
  const clip = workshop();
  await hanna.push(saveClip(clip));
  const alone = sampleClip({ ...WORKSHOP, address: `${WORKSHOP.address}-2` });
  await jonas.push(saveClip(alone));
  await mara.push(decide(sampleDecision(clip.id, { to: 'declined', reason: 'covered', sentence: 'Gab es schon.' })));
  const late = sampleClip({ ...PAGE });
  const answer = await jonas.push(joining(late, clip.id), joining(sampleClip(), crypto.randomUUID()));
  expect(answer.refused).toEqual([]);
  const { changes } = await mara.pull();
  const ids = changes.flatMap(({ kind, id, row }) => (kind === 'topic' && row !== null ? [id] : []));
  expect(ids).toEqual(expect.arrayContaining([clip.id, alone.id, late.id]));
  expect(ids).toHaveLength(4);
});

test('[SM4][AD1] an open topic of the same page comes before the one that was named', async () => {
  const queue = await openTestQueue();
  const [hanna, jonas] = [await queue.join('hanna'), await queue.join('jonas')];
  const [samePage, named] = [workshop(), workshop({ address: 'https://intranet.nordwerk.example/anderes' })];
  await hanna.push(saveClip(samePage), saveClip(named));
  await jonas.push(joining(workshop(), named.id));
  const { changes } = await jonas.pull();
  expect(changes.flatMap(({ kind, id, row }) => (kind === 'topic' && row !== null ? [id] : []))).toEqual([samePage.id]);
});

test('[SM5][VI1] that two topics are not the same is said by the desk, heard by the desk, and taken back', async () => {
  const queue = await openTestQueue();
  const [hanna, mara, timo] = [await queue.join('hanna'), await queue.join('mara'), await queue.join('timo')];
  const [one, two] = [workshop(), workshop({ address: 'https://intranet.nordwerk.example/anderes' })];
  await hanna.push(saveClip(one), saveClip(two));
  const reject = (topicId: string, otherId: string, rejected = true) => ({
    ...{ name: 'rejectSimilar', topicId, otherId, rejected },
  });
  expect((await hanna.push(reject(one.id, two.id))).refused).toMatchObject([{ refusal: { kind: 'not_allowed' } }]);
  const refused = await mara.push(
    reject(one.id, one.id),
    reject(one.id, crypto.randomUUID()),
    reject(one.id, two.id),
    reject(two.id, one.id),
  );
  expect(refused.refused.map(({ refusal }) => refusal.kind)).toEqual(['invalid', 'not_found']);
  const held = async (device: TestDevice) => (await device.pull()).changes.filter(({ kind }) => kind === 'rejection');
  const id = pairKey(one.id, two.id);
  expect(await held(timo)).toMatchObject([{ id, row: { by: { name: 'Mara Lind' } } }]);
  expect(await held(hanna)).toEqual([]);
  const { cursor } = await timo.pull();
  await timo.push(reject(two.id, one.id, false));
  expect((await timo.pull(cursor)).changes).toEqual([{ kind: 'rejection', id, row: null }]);
});

test('what was kept by other rules is made anew while the queue runs, and counts are what they were', async () => {
  const queue = await openTestQueue();
  const [hanna, jonas] = [await queue.join('hanna'), await queue.join('jonas')];
  await hanna.push(saveClip(workshop()));
  const counts = () =>
    queue.store.read((sql) => sql.all('SELECT * FROM similar_count WHERE topics > 0 ORDER BY trait'));
  const before = await counts();
  await queue.store.write((tx) => tx.run('UPDATE similar_topic SET version = 1'));
  while (await makeMissingTraits(queue.store));
  expect(await counts()).toEqual(before);
  expect(await ask(jonas)).toHaveLength(1);
});

test('[DK4] a decline that may still be taken back is not found out by asking what is similar', async () => {
  const queue = await openTestQueue();
  const [hanna, jonas, mara] = [await queue.join('hanna'), await queue.join('jonas'), await queue.join('mara')];
  const clip = workshop();
  await hanna.push(saveClip(clip));
  await mara.push(decide(sampleDecision(clip.id, { to: 'declined', reason: 'thin', sentence: 'Zu dünn.' })));
  const states = async () => Promise.all([hanna, jonas, mara].map(async (who) => (await ask(who))[0]?.state));
  expect(await states()).toEqual(['new', 'new', 'declined']);
  queue.time.now += QUIET_MS;
  expect(await states()).toEqual(['declined', 'declined', 'declined']);
});
