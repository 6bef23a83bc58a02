/** Where clearances are: with the clips of merged topics, and on whose devices. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { ClearanceVerdict } from '../../../protocol/clearance.ts';
import type { Topic } from '../../../protocol/topic.ts';
import { applyStrategy } from '../../../server/strategy/apply.ts';
import { readStrategy } from '../../../server/strategy/read.ts';
import {
  askFor,
  CLEARING_STRATEGY,
  clearanceOn,
  clearancesOf,
  demand,
  kindsOf,
  openClearingDesk,
  publication,
  sampleAsk,
  suggestWorkshop,
  takeInWork,
  topicOn,
  verdictOn,
} from '../clearance-samples.ts';
import type { TestDevice, TestQueue } from '../queue.ts';
import { decide, sampleClip, sampleDecision, saveClip } from '../samples.ts';

let queue: TestQueue;
let hanna: TestDevice;
let mara: TestDevice;
let claudia: TestDevice;
let dirk: TestDevice;
let topicId: string;
beforeEach(async () => {
  ({ queue, hanna, mara, claudia, dirk, topicId } = await openClearingDesk());
});

const verdict = (over: Partial<ClearanceVerdict> = {}) => verdictOn(queue, topicId, over);
const clearance = () => clearanceOn(mara, topicId);

test('[CR7] a clearance follows the clips of a merged topic', async () => {
  const other = sampleClip();
  await hanna.push(saveClip(other));
  // [BR1] Work that began goes on; with a clearance that is open none begins.
  await takeInWork(mara, other.id);
  await demand(queue, topicId, { level: 'confidential' });
  await claudia.push(await verdict({ to: 'refused', note: 'Nein' }));
  await mara.push(decide(sampleDecision(topicId, { to: 'merged', into: other.id })));
  const into = (await clearancesOf(mara)).find((each) => each.topicId === other.id);
  expect(into).toMatchObject({ state: 'open', level: 'confidential', steps: [{ kind: 'merged', by: null }] });
  expect(into?.pages).toHaveLength(2);
  expect(kindsOf(await mara.push(publication(other.id)))).toEqual(['clearance_open']);
});

test('[CR7] what was demanded while a topic was merged comes home with its clips', async () => {
  const other = sampleClip();
  await hanna.push(saveClip(other));
  const merging = sampleDecision(topicId, { to: 'merged', into: other.id });
  await mara.push(decide(merging));
  await hanna.push({ name: 'editClip', clipId: topicId, changes: { note: 'VERTRAULICH' } });
  await mara.push(decide(sampleDecision(topicId, { to: 'new', after: merging.id, undoes: merging.id })));
  expect(await clearance()).toMatchObject({ state: 'open', level: 'confidential', pages: [{ clipId: topicId }] });
});

test('[CR7] what was found while a cleared topic was merged opens it anew at home', async () => {
  await demand(queue, topicId, { level: 'confidential' });
  await claudia.push(await verdict());
  const other = sampleClip();
  await hanna.push(saveClip(other));
  const merging = sampleDecision(topicId, { to: 'merged', into: other.id });
  await mara.push(decide(merging));
  queue.time.now += 1;
  await hanna.push({ name: 'editClip', clipId: topicId, changes: { note: 'VERTRAULICH' } });
  await mara.push(decide(sampleDecision(topicId, { to: 'new', after: merging.id, undoes: merging.id })));
  expect(await clearance()).toMatchObject({ state: 'open', level: 'confidential' });
});

describe('who sees what', () => {
  const SECRET = 'Nur für die, die es angeht';

  test('[CR6] desk and clearers the whole, submitters how it stands, nobody else anything', async () => {
    const [jonas, rolf, nina] = [await queue.join('jonas'), await queue.join('rolf'), await queue.join('nina')];
    await demand(queue, topicId);
    await mara.push(askFor(sampleAsk(topicId, { note: SECRET })));
    await claudia.push(await verdict({ to: 'cleared_with_conditions', conditions: 'Ohne Namen' }));
    for (const device of [mara, claudia, dirk])
      expect(await clearancesOf(device)).toMatchObject([
        { topicId, topicTitle: 'Neue Lehrwerkstatt eröffnet', pages: [{ submitter: { id: 'hanna' } }] },
      ]);
    for (const device of [hanna, jonas, rolf, nina]) {
      expect(await clearancesOf(device)).toEqual([]);
      expect(JSON.stringify(await device.pull())).not.toContain(SECRET);
    }
    expect(await topicOn(hanna, topicId)).toMatchObject({
      clearance: { state: 'cleared_with_conditions', conditions: 'Ohne Namen', embargoUntil: null },
    });
    // Published, everybody holds the topic, and its conditions concern those who suggested it.
    await takeInWork(mara, topicId);
    await mara.push(publication(topicId));
    expect(await topicOn(jonas, topicId)).toMatchObject({ state: 'published', clearance: null });
    expect(await topicOn(hanna, topicId)).toMatchObject({ clearance: { conditions: 'Ohne Namen' } });
  });

  test('[CR6] a clearer who suggests it too holds it no longer', async () => {
    await demand(queue, topicId);
    const before = await claudia.pull();
    expect(before.changes.some(({ kind, row }) => kind === 'clearance' && row !== null)).toBe(true);
    const [page] = (await clearancesOf(claudia))[0]?.pages ?? [];
    await claudia.push(saveClip(sampleClip({ address: page?.address ?? '' })));
    const after = await claudia.pull(before.cursor);
    expect(after.changes.filter(({ kind }) => kind === 'clearance')).toEqual([
      { kind: 'clearance', id: topicId, row: null },
    ]);
  });

  test('[CR6][PL2] who clears for another department begins anew, with what it waits for there', async () => {
    await demand(queue, topicId);
    const nina = await queue.join('nina');
    const before = await nina.pull();
    expect(before.cursor.view.startsWith('own:')).toBe(true);
    await applyStrategy(queue.store, readStrategy(CLEARING_STRATEGY.replace('deputyId: dirk', 'deputyId: nina')));
    const after = await nina.pull(before.cursor);
    expect(after.reset).toBe(true);
    expect(after.changes.filter(({ kind }) => kind === 'clearance')).toHaveLength(1);
    expect((await nina.pull(after.cursor)).reset).toBe(false);
    const gone = await dirk.pull((await dirk.pull()).cursor);
    expect(gone.changes.filter(({ kind }) => kind === 'clearance')).toEqual([]);
  });

  test('[CR6] of a topic with more clips than are sent every page is among them, the newest too', async () => {
    topicId = await suggestWorkshop(hanna);
    await demand(queue, topicId);
    const [page] = (await clearance())?.pages ?? [];
    queue.time.now += 1;
    for (let at = 0; at < 21; at += 1) await hanna.push(saveClip(sampleClip({ address: page?.address ?? '' })));
    queue.time.now += 1;
    const joining = sampleClip({ found: { markings: ['internal'], personalData: [] } });
    await mara.push({ ...saveClip(joining), joins: topicId });
    const sent = (await clearance())?.pages ?? [];
    expect(sent).toHaveLength(20);
    expect(sent.map(({ clipId }) => clipId)).toEqual(expect.arrayContaining([topicId, joining.id]));
    expect(sent.at(-1)?.clipId).toBe(joining.id);
  });

  test('[CR6] what was declined or merged waits for nobody, and is there again when it is reopened', async () => {
    await demand(queue, topicId);
    const other = sampleClip();
    await hanna.push(saveClip(other));
    const before = await claudia.pull();
    const declining = sampleDecision(topicId, { to: 'declined', reason: 'thin', sentence: 'Zu dünn.' });
    for (const closing of [declining, sampleDecision(topicId, { to: 'merged', into: other.id, after: null })]) {
      const last = ((await topicOn(mara, topicId)) as Topic).decisions.at(-1)?.id ?? null;
      await mara.push(decide({ ...closing, after: last }));
      expect((await claudia.pull(before.cursor)).changes).toContainEqual({ kind: 'clearance', id: topicId, row: null });
      await mara.push(decide(sampleDecision(topicId, { to: 'new', after: closing.id, undoes: closing.id })));
      expect((await clearancesOf(claudia)).map((each) => each.topicId)).toContain(topicId);
    }
  });

  test('[CR6] what is taken back of a page goes from the clearer’s device', async () => {
    const more = sampleClip({ excerpt: SECRET });
    await hanna.push(saveClip(more));
    await demand(queue, more.id);
    const before = await claudia.pull();
    expect(JSON.stringify(before)).toContain(SECRET);
    await hanna.push({ name: 'editClip', clipId: more.id, changes: { excerpt: 'Anders' } });
    expect(JSON.stringify(await claudia.pull(before.cursor))).toContain('Anders');
    await hanna.push({ name: 'withdrawClip', clipId: more.id });
    expect((await claudia.pull(before.cursor)).changes).toContainEqual({ kind: 'clearance', id: more.id, row: null });
  });
});
