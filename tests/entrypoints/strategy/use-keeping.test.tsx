// @vitest-environment happy-dom
import { act, renderHook, waitFor } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Draft } from '../../../components/strategy-admin/strategy-props.ts';
import { useKeeping } from '../../../entrypoints/strategy/use-keeping.ts';
import type { StrategyView } from '../../../protocol/strategy-edit.ts';
import type { StrategyVersion } from '../../../protocol/strategy-history.ts';
import { SyncError } from '../../../sync/errors.ts';
import type { StrategyDesk } from '../../../sync/strategy.ts';
import { department, goal } from '../../desk/samples.ts';

const VIEW: StrategyView = {
  ...{ version: 4, queueName: 'Nordwerk', audiences: [], channels: [], people: [], rules: [], desk: [] },
  departments: [department({ id: 'hr' })],
  goals: [goal({ id: 'trust', target: 70, counting: 'last', title: { de: 'Vertrauen' } })],
};
const withTarget = (version: number, target: number): StrategyView => ({
  ...VIEW,
  version,
  goals: [goal({ id: 'trust', target, counting: 'last', title: { de: 'Vertrauen' } })],
});
const saved = (version: number) => ({ version, changes: [], waiting: [] });

const desk = { read: vi.fn(), edit: vi.fn() };
const changed = vi.fn();
beforeEach(() => {
  sessionStorage.clear();
  vi.resetAllMocks();
  desk.read.mockResolvedValue(VIEW);
});

async function open() {
  const { result } = renderHook(() =>
    useKeeping({
      desk: desk as unknown as StrategyDesk,
      ...{ accountKey: 'adam', language: 'de', wanted: true, onChanged: changed },
    }),
  );
  await waitFor(() => expect(result.current.view).not.toBeNull());
  return result;
}
type Kept = Awaited<ReturnType<typeof open>>;
const openGoal = (kept: Kept): void => void act(() => kept.current.onOpen('goals', 'trust'));
const type = (kept: Kept, change: object): void =>
  void act(() => kept.current.onDraft({ ...(kept.current.open?.draft as Draft), ...change }));
/** Done when the answer was worked in. */
async function save(kept: Kept): Promise<void> {
  void act(() => kept.current.onSave());
  await waitFor(() => expect(kept.current.saving).toBe(false));
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
}

test('what was typed is kept until it is saved or thrown away', async () => {
  const kept = await open();
  openGoal(kept);
  type(kept, { target: 80 });
  expect(kept.current.unsaved).toEqual({ goals: ['trust'] });
  void act(() => kept.current.onClose());
  const again = await open();
  openGoal(again);
  expect(again.current.open?.draft.target).toBe(80);
  void act(() => again.current.onDiscard());
  expect([again.current.open?.draft.target, again.current.unsaved]).toEqual([70, {}]);
});

test('a saved change can be taken back', async () => {
  const kept = await open();
  openGoal(kept);
  type(kept, { target: 80 });
  desk.edit.mockResolvedValueOnce(saved(5));
  desk.read.mockResolvedValue(withTarget(5, 80));
  await save(kept);
  expect(desk.edit.mock.calls[0]?.[0]).toMatchObject({ basedOn: 4, put: { section: 'goals', entry: { target: 80 } } });
  expect(kept.current.done).toMatchObject({ text: 'saved', name: 'Vertrauen' });
  expect([changed.mock.calls.length, kept.current.unsaved]).toEqual([1, {}]);
  desk.edit.mockResolvedValueOnce(saved(6));
  desk.read.mockResolvedValue(withTarget(6, 70));
  void act(() => kept.current.onUndo());
  await waitFor(() => expect(kept.current.done).toBeNull());
  expect(desk.edit.mock.calls[1]?.[0]).toMatchObject({ basedOn: 5, put: { entry: { target: 70 } } });
});

test('what is missing is said at its field, and nothing is sent', async () => {
  const kept = await open();
  openGoal(kept);
  type(kept, { title: {} });
  await save(kept);
  expect(kept.current.fieldProblems).toEqual({ title: 'missing' });
  expect(desk.edit).not.toHaveBeenCalled();
  type(kept, { title: { de: 'Wieder da' } });
  expect(kept.current.fieldProblems).toEqual({});
});

const problem = (kind: string, more: object) => ({ type: '', kind, title: '', status: 409, ...more });

test('[SG2] a change that others were quicker with is a choice: mine on top of theirs, or theirs', async () => {
  const since: StrategyVersion[] = [
    {
      ...{ number: 5, at: 1, by: { id: 'lena', name: 'Lena' }, account: null, way: 'edit' },
      changes: [{ section: 'goals', id: 'trust', act: 'changed', fields: [{ path: 'baseline', before: 1, after: 2 }] }],
    },
  ];
  const theirs = { ...withTarget(5, 70), goals: [goal({ id: 'trust', target: 70, counting: 'last', baseline: 2 })] };
  const kept = await open();
  openGoal(kept);
  type(kept, { target: 80 });
  desk.edit.mockRejectedValueOnce(new SyncError('strategy_changed', { cause: problem('strategy_changed', { since }) }));
  desk.read.mockResolvedValue(theirs);
  await save(kept);
  expect(kept.current.conflict).toEqual({ since });
  expect(kept.current.open?.draft.target).toBe(80);
  desk.edit.mockResolvedValueOnce(saved(6));
  void act(() => kept.current.onResolve('overlay'));
  await waitFor(() => expect(desk.edit).toHaveBeenCalledTimes(2));
  expect(desk.edit.mock.calls[1]?.[0]).toMatchObject({ basedOn: 5, put: { entry: { target: 80, baseline: 2 } } });
  await waitFor(() => expect(kept.current.conflict).toBeNull());
});

test('[SG3] faults that the queue finds stand at their fields, those of others apart', async () => {
  const kept = await open();
  openGoal(kept);
  type(kept, { sponsorId: 'nobody' });
  const errors = [
    { path: 'goals.trust.sponsorId', message: 'no entry', kind: 'not_there' },
    { path: 'departments.hr.defaultGoalId', message: 'no entry', kind: 'not_there' },
  ];
  desk.edit.mockRejectedValueOnce(new SyncError('strategy_faulty', { cause: problem('strategy_faulty', { errors }) }));
  await save(kept);
  expect(kept.current.fieldProblems).toEqual({ sponsorId: 'not_there' });
  expect(kept.current.faults.map(({ path }) => path)).toEqual(['departments.hr.defaultGoalId']);
});

test('without a way to the queue nothing is lost', async () => {
  const kept = await open();
  openGoal(kept);
  type(kept, { target: 80 });
  desk.edit.mockRejectedValueOnce(new SyncError('unreachable'));
  await save(kept);
  expect([kept.current.problem, kept.current.open?.draft.target, kept.current.unsaved]).toEqual([
    'unreachable',
    80,
    { goals: ['trust'] },
  ]);
});

test('an entry in which nothing was typed is shown as it is now; one in which something was stays', async () => {
  const kept = await open();
  openGoal(kept);
  desk.read.mockResolvedValue(withTarget(5, 75));
  void act(() => kept.current.onReload());
  await waitFor(() => expect(kept.current.open).toMatchObject({ version: 5, draft: { target: 75 } }));
  type(kept, { target: 80 });
  desk.read.mockResolvedValue(withTarget(6, 76));
  void act(() => kept.current.onReload());
  await waitFor(() => expect(kept.current.view?.version).toBe(6));
  expect(kept.current.open).toMatchObject({ version: 5, draft: { target: 80 } });
});

test('the desk can be changed where nobody said anything of it yet, and that can be taken back', async () => {
  const kept = await open();
  void act(() => kept.current.onOpen('desk', 'desk'));
  type(kept, { weekMinutes: 600 });
  desk.edit.mockResolvedValueOnce(saved(5));
  await save(kept);
  expect(desk.edit.mock.calls[0]?.[0]).toMatchObject({
    ...{ basedOn: 4, put: { section: 'desk', entry: { id: 'desk', weekMinutes: 600, triageMinutes: 960 } } },
  });
  desk.edit.mockResolvedValueOnce(saved(6));
  void act(() => kept.current.onUndo());
  await waitFor(() => expect(kept.current.done).toBeNull());
  expect(desk.edit.mock.calls[1]?.[0]).toMatchObject({
    basedOn: 5,
    put: { section: 'desk', entry: { weekMinutes: null } },
  });
});

test('what was saved is no longer said when the next save is refused, and the refusal is counted', async () => {
  const kept = await open();
  openGoal(kept);
  type(kept, { target: 80 });
  desk.edit.mockResolvedValueOnce(saved(5));
  desk.read.mockResolvedValue(withTarget(5, 80));
  await save(kept);
  expect(kept.current.done).not.toBeNull();
  desk.edit.mockRejectedValueOnce(new SyncError('unreachable'));
  await save(kept);
  expect([kept.current.done, kept.current.refusals]).toEqual([null, 1]);
  type(kept, { title: {} });
  await save(kept);
  expect([kept.current.fieldProblems, kept.current.refusals]).toEqual([{ title: 'missing' }, 2]);
});

test('what was saved is said until the next thing is typed or another part is opened', async () => {
  const kept = await open();
  const saveOnce = async (target: number) => {
    type(kept, { target });
    desk.edit.mockResolvedValueOnce(saved(5));
    desk.read.mockResolvedValue(withTarget(5, target));
    await save(kept);
    expect(kept.current.done).not.toBeNull();
  };
  openGoal(kept);
  await saveOnce(80);
  type(kept, { target: 81 });
  expect(kept.current.done).toBeNull();
  await saveOnce(82);
  void act(() => void dispatchEvent(new Event('hashchange')));
  expect(kept.current.done).toBeNull();
});

test('a rule is saved without the lines in which nothing was typed', async () => {
  const kept = await open();
  void act(() => kept.current.onOpen('rules', null));
  type(kept, { id: 'canteen', title: { de: 'Kantine' }, hosts: ['intranet.example.com', ''], paths: [''] });
  desk.edit.mockResolvedValueOnce(saved(5));
  await save(kept);
  expect(desk.edit.mock.calls[0]?.[0]).toMatchObject({
    put: { section: 'rules', entry: { hosts: ['intranet.example.com'], paths: [] } },
  });
});
