// @vitest-environment happy-dom
/** The way around the desk: publishing, undo, views, palette, focus. */
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { AskClearancePanel } from '../../components/clearance/ask-clearance-panel.tsx';
import { PublishPanel } from '../../components/inbox/panels/publish-panel.tsx';
import { VIEW_FILTERS } from '../../desk/built-in-views.ts';
import type { ClearanceMark } from '../../protocol/clearance.ts';
import type { PublicationInput } from '../../protocol/publication.ts';
import { EVERYTHING } from '../../protocol/topic-filter.ts';
import { HARBOUR, REPORT, uuid, WIND, WORKSHOP } from '../gallery/samples/clips.ts';
import { DAY, NOW, PEOPLE, STRATEGY } from '../gallery/samples/company.ts';
import { FINDING } from '../gallery/samples/finding.ts';
import { topicOf } from '../gallery/samples/topics.ts';
import { ALONE, open, press, ROWS, row } from './inbox-page.tsx';

const IN_WORK = topicOf(HARBOUR, [
  { to: 'accepted', by: PEOPLE.jonas, ago: 2 },
  { to: 'in_work', by: PEOPLE.jonas, ago: 1 },
]);
const inWork = { topic: { topic: IN_WORK, clips: [], waiting: false, ...ALONE } };
const PLANNED: PublicationInput = {
  ...{ id: uuid(950), topicId: HARBOUR.id, channelId: 'intranet', state: 'planned', dueAt: NOW - DAY },
  ...{ publishedAt: null, address: null },
};

function publishing(
  planned: PublicationInput[] = [],
  channels = STRATEGY.channels,
  clearance: ClearanceMark | null = null,
) {
  const onPublish = vi.fn();
  const calls = open({
    ...inWork,
    renderPublish: (place) => (
      <PublishPanel
        {...place}
        clearance={clearance}
        embargoUntil={null}
        channels={channels}
        timeZone={STRATEGY.rules.timeZone}
        planned={planned}
        onPublish={onPublish}
      />
    ),
  });
  press('w');
  return { ...calls, onPublish };
}
const address = () => screen.getByLabelText<HTMLInputElement>('Address of the publication');
const submit = () => fireEvent.submit(address().closest('form') ?? address());

describe('publishing', () => {
  it('asks for channel, day and address before anything is published', () => {
    const { onDecide, onPublish } = publishing([PLANNED]);
    expect(onDecide).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(address());
    fireEvent.input(address(), { target: { value: 'intranet' } });
    submit();
    expect(onPublish).not.toHaveBeenCalled();
    expect(screen.getByText(/not a web address/).className).toContain('danger');
    expect(address().getAttribute('aria-invalid')).toBe('true');
    fireEvent.input(address(), { target: { value: ' https://intranet.example/a ' } });
    submit();
    // What the plan holds is what is out now.
    expect(onPublish).toHaveBeenCalledWith({
      ...PLANNED,
      ...{ state: 'published', publishedAt: NOW, address: 'https://intranet.example/a' },
    });
  });

  it('[PB2] does not publish what is planned under embargo, and says until when', () => {
    const { onPublish } = publishing([{ ...PLANNED, embargoUntil: NOW + DAY }]);
    expect(screen.getByText(/^Under embargo until .* it cannot be saved as published/)).toBeTruthy();
    submit();
    expect(onPublish).not.toHaveBeenCalled();
    // Another channel is none of it.
    fireEvent.change(screen.getByLabelText('Channel'), { target: { value: 'intranet' } });
    submit();
    expect(onPublish).toHaveBeenCalledWith(expect.objectContaining({ channelId: 'intranet' }));
  });

  it('keeps the address that the plan holds already', () => {
    const known = 'https://intranet.example/geplant';
    const { onPublish } = publishing([{ ...PLANNED, address: known }]);
    expect(address().value).toBe(known);
    submit();
    expect(onPublish).toHaveBeenCalledWith(expect.objectContaining({ id: PLANNED.id, address: known }));
  });

  it('keeps what was typed when the panel is closed and opened again', () => {
    publishing();
    fireEvent.input(address(), { target: { value: 'https://intranet.example/a' } });
    press('Escape', 'w');
    expect(address().value).toBe('https://intranet.example/a');
  });

  it('publishes where there is no channel, and says so', () => {
    const { onDecide } = publishing([], []);
    const panel = screen.getByRole('form', { name: 'Where did it appear?' });
    expect(panel.textContent).toContain('There is no channel yet');
    fireEvent.submit(panel);
    expect(onDecide.mock.calls[0]?.[0]).toMatchObject({ topicId: HARBOUR.id, to: 'published' });
  });

  it('is never said of many at once', () => {
    const calls = open({
      ...inWork,
      picked: new Set([HARBOUR.id, WIND.id]),
      filter: { ...EVERYTHING, states: ['in_work'] },
    });
    press('w');
    expect(calls.onDecidePicked).not.toHaveBeenCalled();
  });
});

describe('what can be taken back', () => {
  it('is said with the topic that another went into, and with how much there is before it', () => {
    open({
      acts: [
        { title: 'Wind', count: 1, changed: 'labels' },
        { title: 'Quay', count: 1, to: 'merged', into: 'Harbour' },
      ],
    });
    expect(screen.getByText('Merged: “Quay” into “Harbour”')).toBeTruthy();
    expect(screen.getByText('Press again to take back the step before it, too.')).toBeTruthy();
  });

  it('is said of changes and notes too', () => {
    const { show } = open({ acts: [{ title: 'Wind', count: 1, changed: 'labels' }] });
    expect(screen.getByText('Labels changed: “Wind”')).toBeTruthy();
    show({ acts: [{ title: 'Wind', count: 1, changed: 'note' }] });
    expect(screen.getByText('Note added: “Wind”')).toBeTruthy();
  });

  it('is said to be taken back as what it was, one or many', () => {
    const done = { title: 'Wind', count: 1, to: 'accepted' as const };
    const { show } = open({ acts: [done], takenBack: { title: '', count: 98, to: 'declined' } });
    expect(screen.getByText('Decline undone: 98 topics')).toBeTruthy();
    expect(screen.getByText('Press again to undo: Acceptance, “Wind”')).toBeTruthy();
    show({ takenBack: { title: 'Quay', count: 1, to: 'merged', into: 'Harbour' } });
    expect(screen.getByText('Merge into “Harbour” undone: “Quay”')).toBeTruthy();
    show({ takenBack: { title: 'Wind', count: 1, changed: 'labels' } });
    expect(screen.getByText('Change of labels undone: “Wind”')).toBeTruthy();
  });
});

describe('views', () => {
  it('stand in the order of their digits, which are shown', () => {
    const onView = vi.fn();
    open({ finding: { ...FINDING, onView } });
    const entries = within(screen.getByRole('navigation', { name: 'Views' })).getAllByRole('button');
    for (const [at, view] of FINDING.views.entries()) {
      expect(entries[at]?.textContent?.startsWith(String(at + 1))).toBe(true);
      press('g', String(at + 1));
      expect(onView).toHaveBeenLastCalledWith(view);
    }
  });

  it('lead back to the inbox by g e, whatever narrowed the list', () => {
    const calls = open({ filter: { ...VIEW_FILTERS.meeting, states: ['new'], text: 'fair' } });
    press('g', 'e');
    expect(calls.onFilter).toHaveBeenCalledWith(VIEW_FILTERS.incoming);
  });

  it('are found in the palette, those of the desk and saved ones', () => {
    const onView = vi.fn();
    open({ finding: { ...FINDING, onView } });
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true, bubbles: true });
    const field = screen.getByRole('combobox', { name: 'Command, view or title' });
    for (const [query, at] of [
      ['working', 4],
      ['messe', 6],
    ] as const) {
      fireEvent.input(field, { target: { value: query } });
      const option = screen.getAllByRole('option').find(({ textContent }) => textContent?.startsWith('Go to:'));
      expect(option?.textContent).toContain(`g ${at + 1}`);
    }
    fireEvent.keyDown(field, { key: 'Enter', bubbles: true });
    expect(onView).toHaveBeenCalledWith(FINDING.views[6]);
  });
});

describe('the overview of keys', () => {
  it('has one line for each key of a group', () => {
    open();
    press('?');
    const caps = [...document.querySelectorAll('.help-group')].map((group) =>
      [...group.querySelectorAll('dt')].map((keys) =>
        [...keys.querySelectorAll('.kbd')].map(({ textContent }) => textContent).join(' '),
      ),
    );
    for (const group of caps) expect(group).toEqual([...new Set(group)]);
    expect(caps.flat().filter((key) => key === 'w' || key === 'm')).toEqual(['w', 'm']);
    expect(screen.getByText(/Next, as it stands: in work, published/)).toBeTruthy();
  });
});

describe('the palette over an open panel', () => {
  const openPalette = () =>
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'k', ctrlKey: true, bubbles: true });

  it('opens while a field has the focus, and leaves everything typed', () => {
    open();
    press('l');
    const labels = screen.getByRole('textbox', { name: 'Labels' });
    fireEvent.input(labels, { target: { value: 'Fair, ' } });
    labels.focus();
    openPalette();
    expect(screen.getByRole('combobox', { name: 'Command, view or title' })).toBeTruthy();
    openPalette();
    expect(screen.queryByRole('combobox', { name: 'Command, view or title' })).toBeNull();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Labels' }).value).toBe('Fair, ');
  });

  it('does not send the panel beneath by Ctrl+Enter', () => {
    const calls = open();
    press('3', '2');
    openPalette();
    fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true, bubbles: true });
    expect(calls.onDecide).not.toHaveBeenCalled();
  });

  it('takes the focus along to a topic that the list does not hold', async () => {
    const { show } = open();
    openPalette();
    const field = screen.getByRole('combobox', { name: 'Command, view or title' });
    fireEvent.input(field, { target: { value: 'report' } });
    await vi.waitFor(() => screen.getByRole('option', { name: new RegExp(REPORT.title.slice(0, 12)) }));
    fireEvent.click(screen.getByRole('option', { name: new RegExp(REPORT.title.slice(0, 12)) }));
    show({ selectedId: REPORT.id, topic: { topic: topicOf(REPORT), clips: [], waiting: false, ...ALONE } });
    expect(document.activeElement?.getAttribute('aria-labelledby')).toBe('topic-title');
    expect(ROWS.map(({ topic }) => topic.id)).not.toContain(REPORT.id);
  });
});

describe('notes', () => {
  it('show the key that saves them, since Enter begins a new line', () => {
    const calls = open();
    press('n');
    expect(screen.getByRole('button', { name: 'Add note' }).textContent).toContain('Ctrl');
    const field = screen.getByRole('textbox', { name: 'New note' });
    fireEvent.input(field, { target: { value: 'Ask the plant' } });
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true, bubbles: true });
    expect(calls.onAddNote).toHaveBeenCalledWith(HARBOUR.id, 'Ask the plant');
  });
});

describe('merging', () => {
  const detail = { topic: topicOf(HARBOUR), clips: [], waiting: false, ...ALONE };
  const withAlike = { ...detail, alike: [row(WIND).topic] };
  const search = () => screen.getByRole('combobox', { name: 'Find another topic' });

  it('says which topic stays', () => {
    open({ topic: withAlike });
    press('2');
    expect(screen.getByText(/The topic you choose stays/)).toBeTruthy();
  });

  it('takes a digit for what looks alike also where that is found only after the panel opened', () => {
    const calls = open({ topic: detail });
    press('2');
    expect(document.activeElement).toBe(search());
    calls.show({ topic: withAlike });
    press('1');
    expect(calls.onDecide).toHaveBeenCalledWith(expect.objectContaining({ to: 'merged', into: row(WIND).topic.id }));
  });

  it('leaves whoever types in the search, and takes a letter on a choice for the first one of a search', () => {
    const calls = open({ topic: detail });
    press('2');
    fireEvent.input(search(), { target: { value: '4' } });
    calls.show({ topic: withAlike });
    expect(document.activeElement).toBe(search());
    press('Escape');
    press('2');
    expect(document.activeElement).not.toBe(search());
    press('w');
    expect(document.activeElement).toBe(search());
  });
});

it('[CR4] what is not cleared cannot be said to be published, and the panel says why', () => {
  const { onPublish } = publishing([PLANNED], STRATEGY.channels, {
    state: 'open',
    conditions: null,
    embargoUntil: null,
  });
  expect(screen.getByText(/waits for a clearance/)).toBeTruthy();
  submit();
  expect(onPublish).not.toHaveBeenCalled();
});

it('a row says in a shape and a title how its clearance stands, where that is to be minded', () => {
  const of = (clip: typeof HARBOUR, state: ClearanceMark['state']) =>
    row(clip, { ...topicOf(clip), clearance: { state, conditions: null, embargoUntil: null } });
  open({ rows: [of(HARBOUR, 'open'), of(WORKSHOP, 'refused'), of(WIND, 'cleared')] });
  expect(screen.getByTitle('Waiting for clearance')).toBeTruthy();
  expect(screen.getByTitle('Not cleared')).toBeTruthy();
  expect(screen.queryByTitle('Cleared')).toBeNull();
});

it('hands over what was typed and not sent when the screen is taken away', () => {
  const onLeave = vi.fn();
  open({ onLeave });
  press('3');
  const field = screen.getByRole('textbox', { name: /sentence/i });
  fireEvent.input(field, { target: { value: 'Too thin for us.' } });
  cleanup();
  expect(onLeave).toHaveBeenCalledWith([
    { topicId: HARBOUR.id, title: HARBOUR.title, as: 'declined', text: 'Too thin for us.' },
  ]);
});

it('[AS5] says of whoever is away that they are, in the list of names and once chosen, whatever they are asked as', () => {
  const { id, name } = PEOPLE.mira;
  const away = { id: uuid(960), person: { id, name }, from: '2026-11-01', to: '2027-01-31' };
  open({ initialOverlay: 'assignment', absences: [away] });
  const option = screen.getByRole('option', { name: new RegExp(`${name} .away until`) });
  fireEvent.change(option.closest('select') ?? option, { target: { value: id } });
  expect(screen.getByText(new RegExp(`${name} is away until`))).toBeTruthy();
});

describe('asking for a clearance', () => {
  const asking = () => {
    const asked = vi.fn();
    const onLeave = vi.fn();
    open({
      onLeave,
      renderAskClearance: ({ onAsked, ...place }) => (
        <AskClearancePanel
          {...place}
          rules={STRATEGY.rules}
          standing={null}
          onAsk={(wish) => {
            asked(wish);
            onAsked();
          }}
        />
      ),
      initialOverlay: 'clearance',
    });
    return { asked, onLeave };
  };
  const why = () => screen.getByLabelText<HTMLTextAreaElement>('Why? A sentence for the person who decides');

  it('keeps what was typed when the panel is closed and opened again, until it is sent', () => {
    const { asked } = asking();
    fireEvent.input(why(), { target: { value: 'Two can be recognised' } });
    fireEvent.click(screen.getByLabelText('Confidential'));
    press('Escape');
    expect(screen.queryByLabelText('Confidential')).toBeNull();
    press('f');
    expect([why().value, screen.getByLabelText('Confidential')]).toEqual([
      'Two can be recognised',
      expect.objectContaining({ checked: true }),
    ]);
    fireEvent.keyDown(why(), { key: 'Enter' });
    expect(asked).toHaveBeenCalledWith(
      expect.objectContaining({ note: 'Two can be recognised', level: 'confidential' }),
    );
  });

  it('hands over the reason that was not sent when the screen is taken away', () => {
    const { onLeave } = asking();
    fireEvent.input(why(), { target: { value: 'Two can be recognised' } });
    cleanup();
    expect(onLeave).toHaveBeenCalledWith([
      { topicId: HARBOUR.id, title: HARBOUR.title, as: 'note', text: 'Two can be recognised' },
    ]);
  });
});
