/** What opens a clearance, who gives or refuses it, and what it keeps from being published. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { ClearanceVerdict } from '../../../protocol/clearance.ts';
import type { PushResponse } from '../../../protocol/push.ts';
import { runClearanceClock } from '../../../server/clearance-clock.ts';
import { listAudit } from '../../../server/rows/audit.ts';
import { applyStrategy } from '../../../server/strategy/apply.ts';
import { readStrategy } from '../../../server/strategy/read.ts';
import {
  askFor,
  CLEARING_STRATEGY,
  clearanceOn,
  demand,
  give,
  kindsOf,
  lastStep,
  openClearingDesk,
  publication,
  sampleAsk,
  sampleVerdict,
  suggestWorkshop,
  takeInWork,
  topicOn,
  verdictOn,
  WORKSHOP_PAGE,
} from '../clearance-samples.ts';
import { NOW, type TestDevice, type TestQueue } from '../queue.ts';
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

describe('what opens a clearance', () => {
  test('[CR1] the same demand again changes nothing, a higher one opens anew what was cleared', async () => {
    await demand(queue, topicId);
    await demand(queue, topicId);
    expect(await clearance()).toMatchObject({ level: 'internal', state: 'open', steps: [{ kind: 'opened' }] });
    expect(kindsOf(await claudia.push(await verdict()))).toEqual([]);
    await demand(queue, topicId, { clipId: crypto.randomUUID() });
    expect(await clearance()).toMatchObject({ state: 'cleared' });
    await demand(queue, topicId, { level: 'confidential', flags: { insider: true } });
    expect(await clearance()).toMatchObject({ state: 'open', level: 'confidential', flags: { insider: true } });
    await demand(queue, topicId, { level: 'internal' });
    expect(await clearance()).toMatchObject({ level: 'confidential', steps: { length: 3 } });
  });

  test('[CR1] a further clip does not open what was refused', async () => {
    await demand(queue, topicId);
    await claudia.push(await verdict({ to: 'refused', note: 'Betrifft Lieferanten' }));
    await demand(queue, topicId, { level: 'confidential' });
    expect(await clearance()).toMatchObject({ state: 'refused', level: 'confidential' });
  });

  test('[CR1][CR3] a page that joins later opens anew what its clearer cannot have looked at', async () => {
    topicId = await suggestWorkshop(hanna);
    await demand(queue, topicId);
    await claudia.push(await verdict());
    const internal = { markings: ['internal' as const], personalData: [] };
    // The second page is the clearer's own: else they would have cleared it before it came.
    const joining = sampleClip({ ...WORKSHOP_PAGE, found: internal });
    expect(kindsOf(await claudia.push({ ...saveClip(joining), joins: topicId }))).toEqual([]);
    expect(await clearance()).toMatchObject({ state: 'open', level: 'internal', clearer: { id: 'dirk' } });
    await dirk.push(await verdict());
    await hanna.push(saveClip(sampleClip({ address: joining.address, found: internal })));
    expect(await clearance()).toMatchObject({ state: 'cleared' });
  });

  test('[CR1][CR5] a page that joins what waits is looked at before it is cleared, and does not make it wait longer', async () => {
    topicId = await suggestWorkshop(hanna);
    await demand(queue, topicId);
    const [seen, dueAt] = [await lastStep(queue, topicId), (await clearance())?.dueAt];
    queue.time.now += 86_400_000;
    const joining = sampleClip({ ...WORKSHOP_PAGE, found: { markings: ['internal'], personalData: [] } });
    await hanna.push({ ...saveClip(joining), joins: topicId });
    expect(kindsOf(await claudia.push(give(sampleVerdict(topicId, { after: seen }))))).toEqual(['conflict']);
    expect(await clearance()).toMatchObject({ state: 'open', dueAt });
  });

  test('[CR1] what is found in a page only after it was cleared opens it anew', async () => {
    await demand(queue, topicId, { level: 'confidential' });
    await claudia.push(await verdict());
    await hanna.push({ name: 'editClip', clipId: topicId, changes: { note: 'Noch etwas mehr dazu.' } });
    expect(await clearance()).toMatchObject({ state: 'cleared' });
    await hanna.push({ name: 'editClip', clipId: topicId, changes: { note: 'VERTRAULICH' } });
    expect(await clearance()).toMatchObject({ state: 'open', level: 'confidential' });
  });

  test('[CR1] an editor asks, nobody else, and a lost answer asks once', async () => {
    const ask = askFor(sampleAsk(topicId, { dueAt: NOW + 5 }));
    expect(kindsOf(await hanna.push(ask))).toEqual(['not_allowed']);
    expect(kindsOf(await mara.push(ask, ask))).toEqual([]);
    expect(await clearance()).toMatchObject({
      state: 'open',
      dueAt: NOW + 5,
      askedBy: { id: 'mara' },
      steps: [{ kind: 'asked', note: 'Bild mit Auszubildenden' }],
    });
  });

  test('[CR1] an editor who asks for no more than is cleared changes nothing', async () => {
    await demand(queue, topicId, { level: 'confidential' });
    await claudia.push(await verdict({ to: 'cleared_with_conditions', conditions: 'Ohne Namen' }));
    expect(kindsOf(await mara.push(askFor(sampleAsk(topicId))))).toEqual(['already_cleared']);
    expect(await clearance()).toMatchObject({ state: 'cleared_with_conditions', conditions: 'Ohne Namen' });
    expect(kindsOf(await mara.push(askFor(sampleAsk(topicId, { level: 'strictly_confidential' }))))).toEqual([]);
    expect(await clearance()).toMatchObject({ state: 'open', level: 'strictly_confidential', conditions: null });
  });

  test('[CR1] the desk may say that its own asking is not needed, and not what a rule demands', async () => {
    await mara.push(askFor(sampleAsk(topicId)));
    expect(kindsOf(await mara.push(await verdict({ to: 'not_needed' })))).toEqual([]);
    expect(await clearance()).toMatchObject({ state: 'not_needed' });
    await demand(queue, topicId);
    expect(kindsOf(await mara.push(await verdict({ to: 'not_needed' })))).toEqual(['not_allowed']);
    expect(await clearance()).toMatchObject({ state: 'open' });
  });
});

describe('who clears', () => {
  test('[CR2] the clearer of the department; not an editor, not the deputy, not another clearer', async () => {
    await demand(queue, topicId);
    const rolf = await queue.join('rolf');
    expect(kindsOf(await mara.push(await verdict()))).toEqual(['not_allowed']);
    for (const device of [dirk, rolf]) expect(kindsOf(await device.push(await verdict()))).toEqual(['not_found']);
    expect(kindsOf(await claudia.push(await verdict()))).toEqual([]);
    expect(await clearance()).toMatchObject({ state: 'cleared', clearer: { id: 'claudia' } });
  });

  test('[CR2] the deputy once the clearer left, and the clock hands over what was open', async () => {
    await demand(queue, topicId);
    await applyStrategy(
      queue.store,
      readStrategy(CLEARING_STRATEGY.replace(/ {2}claudia: .*\n/, '').replace('clearerId: claudia', 'clearerId: dirk')),
    );
    expect(await runClearanceClock(queue.store, NOW)).toBe(1);
    expect(await runClearanceClock(queue.store, NOW)).toBe(0);
    expect(await clearance()).toMatchObject({ clearer: { id: 'dirk' } });
    expect(kindsOf(await dirk.push(await verdict()))).toEqual([]);
  });

  test('[CR2] the deputy while the clearer is away, and the clearer again afterwards', async () => {
    await demand(queue, topicId);
    await queue.store.write((tx) =>
      tx.run(
        `INSERT INTO absence (id, person_id, from_day, to_day) VALUES ('a', 'claudia', '2026-11-20', '2026-11-22')`,
      ),
    );
    expect(await runClearanceClock(queue.store, NOW)).toBe(1);
    expect(await clearance()).toMatchObject({ clearer: { id: 'dirk' } });
    expect(kindsOf(await claudia.push(await verdict()))).toEqual(['not_found']);
    expect(await runClearanceClock(queue.store, NOW + 86_400_000)).toBe(1);
    expect(await clearance()).toMatchObject({ clearer: { id: 'claudia' } });
  });

  test('[CR2][CR3] whoever has the role where clearer and deputy suggested it themselves', async () => {
    const [page, rolf] = [sampleClip().address, await queue.join('rolf')];
    const clip = sampleClip({ address: page });
    topicId = clip.id;
    await claudia.push(saveClip(clip));
    await demand(queue, topicId);
    expect(await clearance()).toMatchObject({ clearer: { id: 'dirk' } });
    await dirk.push(saveClip(sampleClip({ address: page })));
    expect(await clearance()).toMatchObject({ clearer: null });
    for (const device of [claudia, dirk])
      expect(kindsOf(await device.push(await verdict()))).toEqual(['own_clearance']);
    expect(kindsOf(await rolf.push(await verdict()))).toEqual([]);
  });

  test('[CR3] taking the clip back first does not help', async () => {
    const own = sampleClip({ address: 'https://intranet.nordwerk.example/eigenes' });
    topicId = own.id;
    await claudia.push(saveClip(own));
    await hanna.push(saveClip(sampleClip({ address: own.address })));
    await demand(queue, topicId);
    await claudia.push({ name: 'withdrawClip', clipId: own.id });
    expect(kindsOf(await claudia.push(await verdict()))).toEqual(['own_clearance']);
    expect(await clearance()).toMatchObject({ state: 'open' });
  });
});

describe('publishing', () => {
  const publish = async () => {
    const last = await takeInWork(mara, topicId);
    return {
      byDecision: () => mara.push(decide(sampleDecision(topicId, { to: 'published', after: last }))),
      byPublication: (over = {}) => mara.push(publication(topicId, over)),
    };
  };

  test('[CR4] is impossible while a clearance is open, for a client that ignores the rules too', async () => {
    const { byDecision, byPublication } = await publish();
    await demand(queue, topicId);
    expect(kindsOf(await byDecision())).toEqual(['clearance_open']);
    expect(kindsOf(await byPublication())).toEqual(['clearance_open']);
    expect(kindsOf(await byPublication({ publishedAt: NOW - 9_000_000 }))).toEqual(['clearance_open']);
    // Planning is not publishing; what it plans cannot be switched to published either.
    const id = crypto.randomUUID();
    expect(kindsOf(await byPublication({ id, state: 'planned' }))).toEqual([]);
    expect(kindsOf(await byPublication({ id }))).toEqual(['clearance_open']);
    expect(await topicOn(mara, topicId)).toMatchObject({ state: 'in_work', clearance: { state: 'open' } });
  });

  test('[CR4] is impossible where it was refused, and possible once it was given', async () => {
    const { byDecision, byPublication } = await publish();
    await demand(queue, topicId);
    await claudia.push(await verdict({ to: 'refused', note: 'Noch nicht öffentlich' }));
    expect(kindsOf(await byDecision())).toEqual(['clearance_refused']);
    expect(kindsOf(await byPublication())).toEqual(['clearance_refused']);
    await claudia.push(await verdict({ to: 'open' }));
    await claudia.push(await verdict({ to: 'cleared' }));
    expect(kindsOf(await byPublication())).toEqual([]);
    expect(await topicOn(mara, topicId)).toMatchObject({ state: 'published' });
  });

  test('[CR4] waits for the moment that the clearance names', async () => {
    const { byPublication } = await publish();
    await demand(queue, topicId);
    const embargoUntil = NOW + 3_600_000;
    await claudia.push(await verdict({ to: 'cleared_with_conditions', embargoUntil }));
    expect(kindsOf(await byPublication())).toEqual(['clearance_embargo']);
    // What would be out tomorrow is saved today.
    expect(kindsOf(await byPublication({ publishedAt: embargoUntil + 1 }))).toEqual(['clearance_embargo']);
    queue.time.now = embargoUntil;
    expect(kindsOf(await byPublication())).toEqual([]);
  });

  test('[CR4] a clock that is ahead opens nothing before its time', async () => {
    const last = await takeInWork(mara, topicId);
    await demand(queue, topicId);
    const embargoUntil = NOW + 3_600_000;
    await claudia.push(await verdict({ to: 'cleared_with_conditions', embargoUntil }));
    const publishing = decide(sampleDecision(topicId, { to: 'published', after: last }));
    const ahead = { ...mara.mutation(publishing), madeAt: embargoUntil };
    const answer: PushResponse = await (await mara.post(mara.pushRequest([ahead]))).json();
    expect(kindsOf(answer)).toEqual(['clearance_embargo']);
    expect(await topicOn(mara, topicId)).toMatchObject({ state: 'in_work' });
  });

  test('[CR4] what is out may be corrected whatever is asked for since', async () => {
    const { byPublication } = await publish();
    const id = crypto.randomUUID();
    expect(kindsOf(await byPublication({ id }))).toEqual([]);
    await demand(queue, topicId);
    expect(kindsOf(await byPublication({ id, address: 'https://nordwerk.example/neu' }))).toEqual([]);
    expect(kindsOf(await byPublication())).toEqual(['clearance_open']);
  });
});

describe('deciding', () => {
  test('[CR5] follows the step that was seen, needs what it says, and comes once', async () => {
    await demand(queue, topicId);
    const seen = await lastStep(queue, topicId);
    await demand(queue, topicId, { level: 'confidential' });
    expect(kindsOf(await claudia.push(give(sampleVerdict(topicId, { after: seen }))))).toEqual(['conflict']);
    expect(kindsOf(await claudia.push(await verdict({ to: 'refused' })))).toEqual(['conditions_missing']);
    expect(kindsOf(await claudia.push(await verdict({ to: 'cleared_with_conditions' })))).toEqual([
      'conditions_missing',
    ]);
    const given = await verdict({ to: 'cleared_with_conditions', conditions: 'Ohne Namen der Auszubildenden' });
    expect(kindsOf(await claudia.push(given, given))).toEqual([]);
    expect(await clearance()).toMatchObject({
      state: 'cleared_with_conditions',
      conditions: 'Ohne Namen der Auszubildenden',
      steps: { length: 3 },
    });
  });

  test('[CR5] every step stands in the list of acts, with who and what', async () => {
    await demand(queue, topicId);
    await claudia.push(await verdict({ to: 'refused', note: 'Nein' }), await verdict({ to: 'open' }));
    const acts = await queue.store.read((sql) => listAudit(sql, 0));
    const ofTopic = acts.filter(({ subject }) => subject === topicId).map(({ who, act }) => `${who}: ${act}`);
    expect(ofTopic.sort()).toEqual(['claudia: clearance refused', 'rule intranet: clearance opened']);
  });

  test('[CR8] is taken back until the topic is published', async () => {
    await takeInWork(mara, topicId);
    await demand(queue, topicId);
    await claudia.push(await verdict());
    expect(kindsOf(await claudia.push(await verdict({ to: 'open' })))).toEqual([]);
    expect(await clearance()).toMatchObject({ state: 'open' });
    await claudia.push(await verdict());
    await mara.push(publication(topicId));
    expect(kindsOf(await claudia.push(await verdict({ to: 'open' })))).toEqual(['too_late']);
  });
});
