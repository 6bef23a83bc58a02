// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { LanguageProvider } from '../../components/language.tsx';
import { Appearances } from '../../components/plan/appearances.tsx';
import { momentAt } from '../../components/plan/day-at.ts';
import type { PlanScreenProps, PlanView } from '../../components/plan/plan-props.ts';
import { PlanScreen } from '../../components/plan/plan-screen.tsx';
import type { Publication } from '../../protocol/publication.ts';
import { UNSAID } from '../desk/samples.ts';
import { HARBOUR, uuid } from '../gallery/samples/clips.ts';
import { DAY, NOW, PEOPLE, STRATEGY } from '../gallery/samples/company.ts';
import { topicOf } from '../gallery/samples/topics.ts';

afterEach(cleanup);

const [GOAL] = STRATEGY.goals;
const ACCEPTED = topicOf(HARBOUR, [{ to: 'accepted', by: PEOPLE.jonas, ago: 3 * DAY }]);
const IN_WORK = topicOf(HARBOUR, [
  { to: 'accepted', by: PEOPLE.jonas, ago: 3 * DAY },
  { to: 'in_work', by: PEOPLE.jonas, ago: 2 * DAY },
]);
const planOf = (topic: typeof ACCEPTED, over: Partial<Publication> = {}): PlanView => ({
  channels: [
    {
      id: 'intranet',
      name: { de: 'Intranet', en: 'Intranet' },
      kind: 'intranet',
      ownerId: null,
      audienceIds: [],
      slotsPerWeek: null,
      benchmarks: [],
      leadDays: 0,
      active: true,
    },
  ],
  weeks: [{ from: NOW, number: 1 }],
  items: [
    {
      publication: {
        id: uuid(950),
        topicId: topic.id,
        channelId: 'intranet',
        state: 'planned',
        dueAt: NOW + 3 * DAY,
        publishedAt: null,
        address: null,
        ...UNSAID,
        by: PEOPLE.jonas,
        changedAt: NOW,
        ...over,
      },
      topic,
      waiting: false,
    },
  ],
  undated: [],
});

function open(change: Partial<PlanScreenProps>) {
  const props: PlanScreenProps = {
    tab: 'calendar',
    plan: planOf(IN_WORK),
    agenda: [],
    goals: { results: [], unmeasured: [], titles: new Map() },
    resultsFile: null,
    saved: null,
    letterKeys: true,
    onUndoSave: vi.fn(),
    onResultsFile: vi.fn(),
    onImport: vi.fn(),
    figures: { figures: null, countedAt: null, loading: false, problem: null },
    strategy: STRATEGY,
    absences: [],
    dutySwap: { allowed: false, busy: false, done: null, problem: null, onSwap: () => {}, onUndo: () => {} },
    draft: null,
    onDraft: vi.fn(),
    notKept: null,
    onTab: vi.fn(),
    onWeeks: vi.fn(),
    onSave: vi.fn(() => Promise.resolve(true)),
    onBegin: vi.fn(),
    onOpenTopic: vi.fn(),
    onReload: vi.fn(),
    onPrint: vi.fn(),
    onRetry: vi.fn(),
    onDismissNotKept: vi.fn(),
    ...change,
  };
  const page = (over: Partial<PlanScreenProps> = {}) => (
    <LanguageProvider language="en" now={NOW}>
      <PlanScreen {...props} {...over} />
    </LanguageProvider>
  );
  const { rerender } = render(page());
  return { props, again: (over: Partial<PlanScreenProps>) => rerender(page(over)) };
}

const card = () => screen.getByTitle(HARBOUR.title);
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const typeAddress = () => {
  fireEvent.input(field('Address of the publication'), { target: { value: 'https://intranet.example/a' } });
};
const publish = () => fireEvent.change(field('Status'), { target: { value: 'published' } });
const submit = () => fireEvent.click(screen.getByRole('button', { name: 'Save' }));

it('an accepted topic is not offered as published before the work on it has begun', () => {
  const { props, again } = open({ plan: planOf(ACCEPTED) });
  fireEvent.click(card());
  const option = () => screen.getByRole<HTMLOptionElement>('option', { name: 'published' });
  expect(option().disabled).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'Start work' }));
  expect(props.onBegin).toHaveBeenCalledWith(ACCEPTED.id);
  again({ plan: planOf(IN_WORK) });
  expect(option().disabled).toBe(false);
  expect(screen.queryByRole('button', { name: 'Start work' })).toBeNull();
});

it('[PB3] whoever answered for it and has left is shown as such, and stays until somebody else is named', () => {
  const { props } = open({ plan: planOf(IN_WORK, { ownerId: 'n.ehemals' }) });
  fireEvent.click(card());
  const owner = screen.getByLabelText<HTMLSelectElement>('Responsible');
  expect([owner.value, owner.selectedOptions[0]?.textContent]).toEqual(['n.ehemals', 'n.ehemals (no longer here)']);
  submit();
  expect(props.onSave).toHaveBeenCalledWith(expect.objectContaining({ ownerId: 'n.ehemals' }));
});

it('a refusal keeps the form with everything typed', async () => {
  const onSave = vi.fn(() => Promise.resolve(false));
  open({ onSave });
  fireEvent.click(card());
  typeAddress();
  submit();
  await waitFor(() => expect(onSave).toHaveBeenCalled());
  await Promise.resolve();
  expect(field('Address of the publication').value).toBe('https://intranet.example/a');
});

it('what is planned ahead and out already is out today', async () => {
  const { props } = open({});
  fireEvent.click(card());
  publish();
  submit();
  expect(props.onSave).toHaveBeenCalledWith(expect.objectContaining({ state: 'published', publishedAt: NOW }));
  await waitFor(() => expect(document.activeElement).toBe(card()));
});

it('looking at another part keeps what was typed', () => {
  const { again } = open({});
  fireEvent.click(card());
  typeAddress();
  again({ tab: 'meeting' });
  again({ tab: 'calendar' });
  expect(field('Address of the publication').value).toBe('https://intranet.example/a');
});

it('other weeks, another form and a way to the topic leave every word', () => {
  const two = planOf(IN_WORK);
  const [first] = two.items;
  const other = first === undefined ? [] : [{ ...first, publication: { ...first.publication, id: uuid(951) } }];
  const { props, again } = open({ plan: { ...two, items: [...two.items, ...other] } });
  const cards = () => screen.getAllByTitle(HARBOUR.title);
  fireEvent.click(cards()[0] as HTMLElement);
  typeAddress();
  again({ plan: { ...two, weeks: [{ from: NOW + 7 * DAY, number: 2 }], items: [] } });
  expect(field('Address of the publication').value).toBe('https://intranet.example/a');
  again({});
  fireEvent.click(cards()[1] as HTMLElement);
  expect(field('Address of the publication').value).toBe('');
  fireEvent.click(cards()[0] as HTMLElement);
  expect(field('Address of the publication').value).toBe('https://intranet.example/a');
  // What leaves the page finds it again.
  const [draft] = vi.mocked(props.onDraft).mock.lastCall ?? [];
  cleanup();
  open({ draft: draft ?? null });
  expect(field('Address of the publication').value).toBe('https://intranet.example/a');
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
});

it('a form that was closed on purpose is not kept', () => {
  const { props } = open({});
  fireEvent.click(card());
  typeAddress();
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(props.onDraft).toHaveBeenLastCalledWith(null);
  fireEvent.click(card());
  expect(field('Address of the publication').value).toBe('');
});

it('shows and saves days of the desk, not of the device', async () => {
  for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Honolulu']) {
    const rules = { ...STRATEGY.rules, timeZone };
    const { props } = open({ strategy: { ...STRATEGY, rules } });
    fireEvent.click(screen.getByRole('button', { name: new RegExp(HARBOUR.title) }));
    const day = screen.getByLabelText<HTMLInputElement>('Planned for');
    const shift = timeZone === 'Pacific/Honolulu' ? -10 : 14;
    expect(day.value).toBe(new Date(NOW + 3 * DAY + shift * 3_600_000).toISOString().slice(0, 10));
    fireEvent.input(day, { target: { value: '2030-05-06' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(props.onSave).toHaveBeenCalled());
    const dueAt = Date.UTC(2030, 4, 6, 9) - shift * 3_600_000;
    expect(props.onSave).toHaveBeenCalledWith(expect.objectContaining({ dueAt }));
    cleanup();
  }
});

it('[PB3] an appearance says who answers for it, until when it is held back, and how it may be passed on', () => {
  const { props } = open({});
  fireEvent.click(card());
  fireEvent.input(field('Embargo until'), { target: { value: '2026-11-24T09:30' } });
  fireEvent.click(screen.getByLabelText('Everybody in the company may pass it on'));
  fireEvent.click(screen.getByLabelText('Facebook'));
  fireEvent.input(field('Text for LinkedIn'), { target: { value: 'Seht her!' } });
  submit();
  expect(props.onSave).toHaveBeenCalledWith(
    expect.objectContaining({
      ...{ ownerId: null, shareable: true, shareTexts: { linkedin: 'Seht her!' } },
      networks: ['linkedin', 'mastodon', 'instagram', 'xing', 'email', 'copy'],
      embargoUntil: momentAt('2026-11-24T09:30', STRATEGY.rules.timeZone),
    }),
  );
});

it('[PB2] what is planned under embargo is not offered as published, and says until when', () => {
  const { props } = open({ plan: planOf(IN_WORK, { embargoUntil: NOW + 2 * DAY }) });
  fireEvent.click(card());
  const option = screen.getByRole<HTMLOptionElement>('option', { name: 'published' });
  expect(option.disabled).toBe(true);
  expect(screen.getByText(/^Under embargo until .* it cannot be saved as published/)).toBeDefined();
  // Typed the other way round it is not saved either.
  fireEvent.input(field('Embargo until'), { target: { value: '' } });
  publish();
  fireEvent.input(field('Embargo until'), { target: { value: '2099-11-24T09:30' } });
  submit();
  expect(props.onSave).not.toHaveBeenCalled();
  fireEvent.input(field('Embargo until'), { target: { value: '' } });
  submit();
  expect(props.onSave).toHaveBeenCalledWith(expect.objectContaining({ state: 'published', embargoUntil: null }));
});

it('where a topic appears says an embargo that lasts', () => {
  const [item] = planOf(IN_WORK, { embargoUntil: NOW + 2 * DAY }).items;
  const said = (now: number) => {
    render(
      <LanguageProvider language="en" now={now}>
        <Appearances publications={item === undefined ? [] : [item.publication]} strategy={STRATEGY} />
      </LanguageProvider>,
    );
    const { textContent } = screen.getByRole('listitem');
    cleanup();
    return textContent;
  };
  expect(said(NOW)).toContain('embargo until ');
  expect(said(NOW + 3 * DAY)).not.toContain('embargo');
});

it('a goal whose results add up says that its way begins at nothing, and counts people in whole ones', () => {
  if (GOAL === undefined) throw new Error('no goal');
  const sum = {
    ...GOAL,
    ...{ counting: 'sum' as const, baseline: 260, target: 400, periodFrom: NOW - 100 * DAY, periodTo: NOW + 121 * DAY },
  };
  open({ tab: 'goals', strategy: { ...STRATEGY, goals: [sum] } });
  const said = (term: string) => screen.getByText(term).nextElementSibling?.textContent ?? '';
  expect(said('Before (only to compare with)')).toMatch(/^260 /);
  expect(said('Expected by today, counted from 0')).toMatch(/^18\d /);
  expect(screen.queryByText('Baseline')).toBeNull();
  cleanup();
  open({ tab: 'goals', strategy: { ...STRATEGY, goals: [{ ...sum, counting: 'last' }] } });
  expect(said('Baseline')).toMatch(/^260 /);
  expect(said('Expected by today')).toMatch(/^3\d\d /);
});

it('what was saved last is taken back by its key, but not while somebody types', () => {
  const { props } = open({ saved: { title: HARBOUR.title } });
  fireEvent.click(card());
  fireEvent.keyDown(field('Address of the publication'), { key: 'z' });
  expect(props.onUndoSave).not.toHaveBeenCalled();
  fireEvent.keyDown(document.body, { key: 'z' });
  expect(props.onUndoSave).toHaveBeenCalledOnce();
});

it('the working group sees goals that are behind and gaps beside the topics that were flagged', () => {
  if (GOAL === undefined) throw new Error('no goal');
  const late = { ...GOAL, periodFrom: NOW - 90 * DAY, periodTo: NOW + 10 * DAY };
  const counted = { from: 0, to: 1, coverage: [], weeks: [], states: {}, reasons: {}, ages: [], suggesters: null };
  open({
    ...{ tab: 'meeting', agenda: [ACCEPTED] },
    strategy: { ...STRATEGY, goals: [late] },
    goals: { results: [], unmeasured: [], titles: new Map() },
    figures: { figures: counted, countedAt: NOW, loading: false, problem: null },
  });
  const agenda = screen.getByRole('region', { name: /Working group/ }).textContent;
  expect(agenda).toContain(HARBOUR.title);
  expect(agenda).toContain('Nothing measured yet');
  expect(agenda).toContain('Human Resources: nothing for');
});

it('an agenda without topics says so and where they come from', () => {
  if (GOAL === undefined) throw new Error('no goal');
  const late = { ...GOAL, periodFrom: NOW - 90 * DAY, periodTo: NOW + 10 * DAY };
  open({ tab: 'meeting', agenda: [], strategy: { ...STRATEGY, goals: [late] } });
  const agenda = screen.getByRole('region', { name: /Working group/ }).textContent;
  expect(agenda).toContain('No topic is marked.');
  expect(agenda).toContain('Nothing measured yet');
});

it('what was imported is not offered a second time; what could not be kept is, and says why', () => {
  if (GOAL === undefined) throw new Error('no goal');
  const input = {
    ...{ id: HARBOUR.id, goalId: GOAL.id, topicId: null, publicationId: null, value: 141, unit: 'a year' },
    ...{ measuredAt: NOW - DAY, source: 'csv' as const, lesson: null },
  };
  const file = { lines: [{ line: 2, input, outcome: 'new' as const }], faults: [], unreadable: null, notKept: null };
  open({ tab: 'goals', resultsFile: { ...file, taken: null } });
  expect(screen.getByRole('button', { name: 'Import 1 result' })).toBeDefined();
  cleanup();
  open({ tab: 'goals', resultsFile: { ...file, taken: null, notKept: 'storage_full' } });
  expect(screen.getByRole('alert').textContent).toBe('The storage is full. Nothing was imported.');
  expect(screen.getByRole('button', { name: 'Import 1 result' })).toBeDefined();
  cleanup();
  open({ tab: 'goals', resultsFile: { ...file, taken: 1 } });
  expect(screen.getByText('1 result imported')).toBeDefined();
  expect(screen.queryByRole('button', { name: /Import/ })).toBeNull();
});
