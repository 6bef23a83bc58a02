import { expect, test } from 'vitest';
import { NO_FLAGS } from '../../desk/clearances.ts';
import type { Clearance } from '../../protocol/clearance.ts';
import { DEFAULT_DESK_RULES } from '../../protocol/desk-rules.ts';
import type { Change } from '../../protocol/pull.ts';
import type { RefusalKind } from '../../protocol/refusal.ts';
import type { Topic } from '../../protocol/topic.ts';
import { acknowledge, nextBatch } from '../../storage/batch.ts';
import { clearancesToGive, clearancesToMe, openClearanceCount, topicClearance } from '../../storage/clearances.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { decide } from '../../storage/decide.ts';
import { askClearance, decideClearance, decideClearanceAfterAll, TAKE_BACK } from '../../storage/decide-clearance.ts';
import { readMeta } from '../../storage/meta.ts';
import { receivePage } from '../../storage/receive-page.ts';
import { savePublication } from '../../storage/save-publication.ts';
import { syncStatus } from '../../storage/status.ts';
import { topicDetail } from '../../storage/topic-detail.ts';
import { clearance, clearanceStep, clearer, DAY, editor, NOW, submitter, topic, uuid } from '../desk/samples.ts';
import { newDatabase, page } from './device.ts';

async function pull(
  db: AccountDatabase,
  rows: { topics?: Topic[]; clearances?: Clearance[]; more?: Change[] },
  seq = 1,
) {
  const { topics = [], clearances = [], more = [] } = rows;
  const changes: Change[] = [
    ...topics.map((row): Change => ({ kind: 'topic', id: row.id, row })),
    ...clearances.map((row): Change => ({ kind: 'clearance', id: row.topicId, row })),
    ...more,
  ];
  await receivePage(db, await readMeta(db, 'cursor'), page(changes, { seq }), NOW);
}

const CLEARED = { to: 'cleared', conditions: null, embargoUntil: null, note: null } as const;
const wish = (topicId: string) => ({
  topicId,
  level: 'confidential' as const,
  flags: NO_FLAGS,
  dueAt: null,
  note: 'Zahlen',
});
const publish = (topicId: string) => ({
  id: uuid(),
  topicId,
  channelId: 'intranet',
  state: 'published' as const,
  dueAt: null,
  publishedAt: null,
  address: null,
});
const inWork = () => topic({ state: 'in_work' });

test('[CR4][ST2] what is asked for offline keeps the topic from being published at once, by either way', async () => {
  const db = newDatabase(editor);
  const of = inWork();
  await pull(db, { topics: [of] });
  const ask = await askClearance(db, wish(of.id), NOW);
  expect(await topicDetail(db, of.id)).toMatchObject({ topic: { clearance: { state: 'open' } }, waiting: true });
  expect(await topicClearance(db, of.id)).toMatchObject({
    view: {
      clearance: { level: 'confidential', steps: [{ id: ask.id, by: { id: editor.id }, note: 'Zahlen' }] },
      waiting: true,
    },
    mayDrop: true,
  });
  const decision = { topicId: of.id, to: 'published' as const, reason: null, sentence: null, holdUntil: null };
  await expect(decide(db, decision, NOW)).rejects.toMatchObject({ kind: 'clearance_open' });
  await expect(savePublication(db, publish(of.id), NOW)).rejects.toMatchObject({ kind: 'clearance_open' });
  expect((await syncStatus(db)).waiting).toMatchObject([{ action: 'askClearance', title: of.title }]);
  await decideClearance(db, of.id, { ...CLEARED, to: 'not_needed' }, ask.id, NOW);
  await savePublication(db, publish(of.id), NOW);
  expect((await topicDetail(db, of.id))?.topic.state).toBe('published');
});

test('[CR1][ST2] asking for no more than is cleared is refused here already, and nothing of it is shown', async () => {
  const db = newDatabase(editor);
  const of = inWork();
  const steps = [clearanceStep({ level: 'confidential' }), clearanceStep({ kind: 'cleared', by: clearer })];
  await pull(db, { topics: [of], clearances: [clearance(of, steps)] });
  await expect(askClearance(db, wish(of.id), NOW)).rejects.toMatchObject({ kind: 'already_cleared' });
  expect(await topicClearance(db, of.id)).toMatchObject({ view: { waiting: false, clearance: { state: 'cleared' } } });
  await askClearance(db, { ...wish(of.id), level: 'strictly_confidential' }, NOW);
  // What its clearer said before is not the desk's to take back: no undo is offered.
  expect(await topicClearance(db, of.id)).toMatchObject({ view: { clearance: { state: 'open' } }, mayDrop: false });
});

test('[CR2][ST2] a clearer holds no topic, decides offline, and takes it back', async () => {
  const db = newDatabase(clearer);
  const of = topic();
  await pull(db, { clearances: [clearance(of)] });
  const [waits] = (await clearancesToMe(db, NOW)).open;
  expect(waits).toMatchObject({ clearance: { topicTitle: of.title, pages: [{ submitter: { id: submitter.id } }] } });
  const seen = waits?.clearance.steps.at(-1)?.id ?? '';
  expect(await openClearanceCount(db, NOW)).toBe(1);
  expect(await clearancesToGive(db)).toBe(1);
  const given = { ...CLEARED, to: 'cleared_with_conditions' as const, conditions: 'Ohne Namen' };
  const made = await decideClearance(db, of.id, given, seen, NOW);
  expect(await clearancesToMe(db, NOW)).toMatchObject({
    open: [],
    earlier: [{ waiting: true, clearance: { state: 'cleared_with_conditions', conditions: 'Ohne Namen' } }],
  });
  await decideClearance(db, of.id, TAKE_BACK, made.id, NOW);
  expect((await clearancesToMe(db, NOW)).open).toHaveLength(1);
  expect((await syncStatus(db)).waiting[0]).toMatchObject({ action: 'decideClearance', title: of.title });
});

test('[CR9] what was declined waits for nobody any more, also where its decline was not sent yet', async () => {
  const db = newDatabase({ ...clearer, roles: ['clearer', 'lead'] });
  const [of, gone] = [topic(), topic({ state: 'declined' })];
  const both = [of, gone].map((each) => clearance(each, undefined, { dueAt: NOW - DAY }));
  await pull(db, { topics: [of, gone], clearances: both });
  expect((await clearancesToMe(db, NOW)).open).toMatchObject([{ clearance: { topicId: of.id } }]);
  expect(await clearancesToGive(db)).toBe(1);
  await decide(db, { topicId: of.id, to: 'declined', reason: 'thin', sentence: 'Zu dünn.', holdUntil: null }, NOW);
  expect(await clearancesToMe(db, NOW)).toMatchObject({ open: [], overdue: [] });
  expect(await clearancesToGive(db)).toBe(0);
});

test('[CR3] what the person suggested themselves is not offered to them, and refused', async () => {
  const db = newDatabase(clearer);
  const of = topic();
  const [page] = clearance(of).pages;
  const own = { ...clearance(of), pages: [{ ...(page as NonNullable<typeof page>), submitter: clearer }] };
  await pull(db, { clearances: [own] });
  expect((await clearancesToMe(db, NOW)).open).toEqual([]);
});

test('[CR5] a step that came in between is said before anything is written', async () => {
  const db = newDatabase(clearer);
  const of = topic();
  const first = clearanceStep();
  await pull(db, { clearances: [clearance(of, [first])] });
  await pull(db, { clearances: [clearance(of, [first, clearanceStep({ kind: 'raised', level: 'confidential' })])] }, 2);
  await expect(decideClearance(db, of.id, CLEARED, first.id, NOW)).rejects.toMatchObject({ kind: 'conflict' });
  expect((await syncStatus(db)).waiting).toEqual([]);
});

async function refused(db: AccountDatabase, kind: RefusalKind): Promise<void> {
  const batch = await nextBatch(db, 1, NOW);
  const [first] = batch?.mutations ?? [];
  if (batch === null || first === undefined) throw new Error('nothing to send');
  const { id, number } = first;
  await acknowledge(
    db,
    batch,
    { lastNumber: number, seq: 2, refused: [{ id, number, refusal: { kind, path: '' } }] },
    NOW,
  );
}

test('[CR5] one that came too late is a choice: instead of what was decided meanwhile, or given up', async () => {
  const db = newDatabase(clearer);
  const of = topic();
  const first = clearanceStep();
  await pull(db, { clearances: [clearance(of, [first])] });
  await decideClearance(db, of.id, CLEARED, first.id, NOW);
  await refused(db, 'conflict');
  const deputy = { id: 'dora', name: 'Dora Stein' };
  const other = clearanceStep({ kind: 'refused', by: deputy, note: 'Zu früh' });
  await pull(db, { clearances: [clearance(of, [first, other])] }, 2);
  const { parked } = await clearancesToMe(db, NOW);
  expect(parked).toMatchObject([{ wanted: { to: 'cleared' }, clearance: { state: 'refused' } }]);
  await decideClearanceAfterAll(db, of.id, CLEARED, parked[0]?.entryId ?? '', NOW);
  expect(await clearancesToMe(db, NOW)).toMatchObject({ parked: [], earlier: [{ clearance: { state: 'cleared' } }] });
});

test('[CR9] an overdue one is shown to the topic’s lead, the editor on duty and the head, not to others', async () => {
  const [led, other] = [topic({ lead: { id: editor.id, name: editor.name } }), topic()];
  const late = [clearanceStep({ dueAt: NOW - DAY })];
  const rules = { ...DEFAULT_DESK_RULES, headId: 'heinz' };
  const colleagues = [
    { id: 'dana', name: 'Dana', roles: ['duty' as const], departmentId: null },
    { id: 'heinz', name: 'Heinz', roles: ['editor' as const], departmentId: null },
  ];
  const seenBy = async (id: string) => {
    const db = newDatabase({ ...editor, id });
    await pull(db, {
      topics: [led, other],
      clearances: [clearance(led, late), clearance(other, late)],
      more: [
        { kind: 'deskRules', id: 'desk', row: rules },
        ...colleagues.map((row): Change => ({ kind: 'colleague', id: row.id, row })),
      ],
    });
    return (await clearancesToMe(db, NOW)).overdue.map(({ clearance: { topicId } }) => topicId).sort();
  };
  const both = [led.id, other.id].sort();
  expect(await seenBy(editor.id)).toEqual([led.id]);
  expect(await seenBy('dana')).toEqual(both);
  expect(await seenBy('heinz')).toEqual(both);
  expect(await seenBy('nobody')).toEqual([]);
});
