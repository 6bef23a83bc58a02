import { beforeEach, expect, test } from 'vitest';
import { applyDecision, recordDecision } from '../../desk/decisions.ts';
import type { Goal } from '../../protocol/strategy.ts';
import type { Topic } from '../../protocol/topic.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { evaluateTopic, takeEvaluationBack } from '../../storage/evaluate-topic.ts';
import { readGoals } from '../../storage/goals.ts';
import { receivePage } from '../../storage/receive-page.ts';
import { allResults, saveResult, takeResultBack } from '../../storage/results.ts';
import { importFile, previewFile } from '../../storage/results-file.ts';
import { topicDetail } from '../../storage/topic-detail.ts';
import { decision, editor, goal, NOW, publication, result, submitter, topic } from '../desk/samples.ts';
import { newDatabase, page } from './device.ts';

const AIM: Goal = goal({
  ...{ title: { de: 'Mehr Bewerbungen', en: 'More applications' }, measure: { de: 'Bewerbungen' } },
  ...{ unit: { de: 'Bewerbungen', en: 'applications' }, target: 400, state: 'active' },
});
let db: AccountDatabase;
let out: Topic;
beforeEach(async () => {
  db = newDatabase(editor);
  out = topic({ goalId: AIM.id });
  for (const to of ['accepted', 'in_work', 'published'] as const)
    out = applyDecision(out, recordDecision(out, decision(out, { to }), editor, NOW));
  await receive(db, out);
});
const appeared = () => publication(out, { address: 'https://www.example.org/werkstatt' });

async function receive(into: AccountDatabase, of: Topic) {
  const changes = [
    { kind: 'goal' as const, id: AIM.id, row: AIM },
    { kind: 'topic' as const, id: of.id, row: of },
    { kind: 'publication' as const, ...(({ id }) => ({ id }))(appeared()), row: appeared() },
  ];
  await receivePage(
    into,
    null,
    page(changes.map((each) => (each.kind === 'publication' ? { ...each, id: each.row.id } : each))),
    NOW,
  );
}
const wish = {
  goalId: 'attract-apprentices',
  publicationId: null,
  value: 12,
  unit: 'Bewerbungen',
  measuredAt: NOW,
} as const;
const byHand = () => ({
  ...wish,
  goalId: AIM.id,
  topicId: out.id,
  source: 'manual' as const,
  lesson: 'Früher anfangen.',
});

test('[ST2][RS1] a result is seen at once and corrects the one of the same day; taken back it is as before', async () => {
  const first = await saveResult(db, byHand(), NOW);
  const second = await saveResult(db, { ...byHand(), value: 20 }, NOW);
  expect(second.saved.id).toBe(first.saved.id);
  expect(await allResults(db)).toMatchObject([{ value: 20, by: { id: editor.id }, measure: { de: 'Bewerbungen' } }]);
  await takeResultBack(db, second, NOW);
  expect(await allResults(db)).toMatchObject([{ value: 12 }]);
  await takeResultBack(db, first, NOW);
  expect(await allResults(db)).toEqual([]);
  expect(await db.results.count()).toBe(0);
});

test('[RS1] nobody but the desk enters one, and nothing of what is not out', async () => {
  const own = newDatabase(submitter);
  await receive(own, out);
  await expect(saveResult(own, byHand(), NOW)).rejects.toMatchObject({ kind: 'not_allowed' });
  await expect(saveResult(db, { ...byHand(), unit: 'Klicks' }, NOW)).rejects.toMatchObject({ kind: 'unit_differs' });
  await expect(saveResult(db, { ...byHand(), lesson: 'x'.repeat(281) }, NOW)).rejects.toMatchObject({
    kind: 'invalid',
  });
});

test('a topic is evaluated with its result, and both are taken back together', async () => {
  expect((await readGoals(db)).unmeasured.map(({ id }) => id)).toEqual([out.id]);
  const done = await evaluateTopic(db, out.id, byHand(), NOW);
  expect((await topicDetail(db, out.id))?.topic.state).toBe('evaluated');
  expect((await readGoals(db)).unmeasured).toEqual([]);
  await takeEvaluationBack(db, done, NOW);
  expect((await topicDetail(db, out.id))?.topic.state).toBe('published');
  expect(await allResults(db)).toEqual([]);
});

test('[RS3] a file is shown before it is kept, and keeps nothing twice', async () => {
  const text = [
    'goal;url;value;date;lesson',
    'More applications;https://www.example.org/werkstatt;31;2026-11-19;Bilder helfen',
    `${AIM.id};;40;2026-11-18;`,
    `${AIM.id};https://www.example.org/nowhere;1;2026-11-18;`,
    'Weltfrieden;;1;2026-11-18;',
  ].join('\n');
  const seen = await previewFile(db, text, NOW);
  expect(seen.lines).toMatchObject([
    { line: 2, outcome: 'new', input: { value: 31, source: 'csv', unit: 'Bewerbungen', lesson: 'Bilder helfen' } },
    { line: 3, outcome: 'new', input: { topicId: null } },
  ]);
  expect(seen.faults).toEqual([
    { line: 4, fault: 'unknown_publication' },
    { line: 5, fault: 'unknown_goal' },
  ]);
  expect(await allResults(db)).toEqual([]);
  expect(await importFile(db, text, NOW)).toBe(2);
  expect(await importFile(db, text, NOW)).toBe(0);
  expect((await previewFile(db, text.replace(';31;', ';32;'), NOW)).lines.map(({ outcome }) => outcome)).toEqual([
    'changed',
    'same',
  ]);
  expect(await allResults(db)).toHaveLength(2);
});

test('[RS3] a file that says nothing of a lesson leaves the one that the editors wrote', async () => {
  const file = (value: number) =>
    `goal,address,value,date\n${AIM.id},${appeared().address},${value},${new Date(NOW).toISOString().slice(0, 10)}`;
  await importFile(db, file(31), NOW);
  const [kept] = await allResults(db);
  if (kept === undefined) throw new Error('nothing was kept');
  await saveResult(db, { ...kept, source: 'manual', lesson: 'Bilder helfen' }, NOW);
  expect((await previewFile(db, file(31), NOW)).lines).toMatchObject([{ outcome: 'same' }]);
  expect(await importFile(db, file(32), NOW)).toBe(1);
  expect(await allResults(db)).toMatchObject([{ value: 32, lesson: 'Bilder helfen' }]);
});

test('[RS1] a figure entered again without a lesson keeps the one that stands there', async () => {
  await saveResult(db, byHand(), NOW);
  const again = await saveResult(db, { ...byHand(), value: 20, lesson: null }, NOW);
  expect(await allResults(db)).toMatchObject([{ value: 20, lesson: 'Früher anfangen.' }]);
  await takeResultBack(db, again, NOW);
  expect(await allResults(db)).toMatchObject([{ value: 12, lesson: 'Früher anfangen.' }]);
});

test('[PL2] a result that the queue sends is there, and a reset forgets it', async () => {
  const row = result(out);
  const held = newDatabase(editor);
  await receivePage(held, null, page([{ kind: 'result', id: row.id, row }]), NOW);
  expect(await allResults(held)).toEqual([row]);
});
