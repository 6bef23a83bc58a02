import { beforeEach, expect, test } from 'vitest';
import type { PublicationInput } from '../../../protocol/publication.ts';
import type { ResultInput } from '../../../protocol/result.ts';
import { applyStrategy } from '../../../server/strategy/apply.ts';
import { readStrategy } from '../../../server/strategy/read.ts';
import { NOW, openTestQueue, STRATEGY, type TestDevice, type TestQueue } from '../queue.ts';
import { decide, fillBrief, sampleClip, sampleDecision, saveClip } from '../samples.ts';

const VISITS = `  visits:
    title: Mehr Besuche
    relationship: build
    effectLevel: output
    measure: { de: Besuche, en: visits }
    unit: Besuche
    target: 9
    periodFrom: 2026-01-01
    periodTo: 2026-12-31
    state: active
`;

let queue: TestQueue;
let hanna: TestDevice;
let jonas: TestDevice;
let mara: TestDevice;
let publication: PublicationInput;
beforeEach(async () => {
  queue = await openTestQueue();
  await applyStrategy(
    queue.store,
    readStrategy(`${STRATEGY}${VISITS}channels: { website: { name: Website, kind: website } }`),
  );
  [hanna, jonas, mara] = [await queue.join('hanna'), await queue.join('jonas'), await queue.join('mara')];
  const clip = sampleClip();
  await hanna.push(saveClip(clip));
  publication = {
    ...{ id: crypto.randomUUID(), topicId: clip.id, channelId: 'website', state: 'published', dueAt: null },
    ...{ publishedAt: NOW, address: 'https://www.nordwerk.example/lehrwerkstatt' },
  };
});

const publish = async () => {
  const accepting = sampleDecision(publication.topicId);
  const beginning = sampleDecision(publication.topicId, { to: 'in_work', after: accepting.id });
  await mara.push(decide(accepting), fillBrief(publication.topicId), decide(beginning), {
    name: 'savePublication',
    publication,
  });
};
const result = (over: Partial<ResultInput> = {}): ResultInput => ({
  ...{ id: crypto.randomUUID(), goalId: 'apprentices', topicId: publication.topicId, publicationId: publication.id },
  ...{ value: 12, unit: 'Bewerbungen', measuredAt: NOW, source: 'manual', lesson: 'Videos wirken besser als Texte.' },
  ...over,
});
const save = (input: ResultInput) => ({ name: 'saveResult', result: input });
const rows = async (device: TestDevice) =>
  (await device.pull()).changes.filter(({ kind, row }) => kind === 'result' && row !== null).map(({ row }) => row);
const refusals = ({ refused }: { refused: { refusal: unknown }[] }) => refused.map(({ refusal }) => refusal);

test('[RS1] a result is kept once under its id, with the measure of its goal, and saved again it is corrected', async () => {
  await publish();
  const first = result();
  await mara.push(save(first), save(first), save({ ...first, value: 14 }));
  expect(await rows(mara)).toEqual([
    {
      ...first,
      value: 14,
      measure: { de: 'Bewerbungen', en: 'applications' },
      by: { id: 'mara', name: 'Mara Lind' },
      changedAt: NOW,
    },
  ]);
});

test('[RS1] nothing else is measured under an id that is taken, of another topic, publication or goal', async () => {
  await publish();
  const first = result();
  await mara.push(save(first));
  for (const other of [{ publicationId: null }, { topicId: null, publicationId: null }, { goalId: 'visits' }]) {
    const device = await queue.join('mara');
    const goals = { unit: 'goalId' in other ? 'Besuche' : 'Bewerbungen' };
    expect(refusals(await device.push(save({ ...first, ...goals, ...other })))).toEqual([
      { kind: 'id_taken', path: 'result.id' },
    ]);
  }
  expect(await rows(mara)).toMatchObject([{ id: first.id, topicId: first.topicId, goalId: 'apprentices' }]);
});

test('[RS1] only the desk enters results, of what was published, in the unit of a goal that can be measured', async () => {
  expect(refusals(await hanna.push(save(result())))).toEqual([{ kind: 'not_allowed', path: '' }]);
  expect(refusals(await mara.push(save(result())))).toEqual([{ kind: 'not_found', path: 'result.publicationId' }]);
  const other = await queue.join('mara');
  expect(refusals(await other.push(save(result({ publicationId: null }))))).toEqual([
    { kind: 'not_published', path: 'result.topicId' },
  ]);
  await publish();
  const third = await queue.join('mara');
  expect(
    refusals(
      await third.push(
        save(result({ unit: 'Prozent' })),
        save(result({ goalId: 'nobody-knows' })),
        save(result({ source: 'api' })),
        save(result({ measuredAt: NOW + 3 * 86_400_000 })),
      ),
    ),
  ).toEqual([
    { kind: 'unit_differs', path: 'result.unit' },
    { kind: 'unknown_goal', path: 'result.goalId' },
    { kind: 'invalid', path: 'result.source' },
    { kind: 'invalid', path: 'result.measuredAt' },
  ]);
  expect(await rows(third)).toEqual([]);
});

test('[RS2] submitters see the figure of their own topic, not the lesson, and nobody else sees anything', async () => {
  await publish();
  const measured = result();
  await mara.push(save(measured), save(result({ topicId: null, publicationId: null })));
  expect(await rows(mara)).toHaveLength(2);
  expect(await rows(hanna)).toMatchObject([{ id: measured.id, value: 12, lesson: null, by: null }]);
  expect(await rows(jonas)).toEqual([]);
});

test('[RS2][PL2] a result that is withdrawn leaves every device', async () => {
  await publish();
  const measured = result();
  await mara.push(save(measured));
  const { cursor } = await hanna.pull();
  expect(refusals(await hanna.push({ name: 'withdrawResult', resultId: measured.id }))).toEqual([
    { kind: 'not_allowed', path: '' },
  ]);
  await mara.push({ name: 'withdrawResult', resultId: measured.id }, { name: 'withdrawResult', resultId: measured.id });
  expect((await hanna.pull(cursor)).changes).toContainEqual({ kind: 'result', id: measured.id, row: null });
  expect(await rows(mara)).toEqual([]);
});
