// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { createRef } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { AskClearancePanel } from '../../components/clearance/ask-clearance-panel.tsx';
import { ClearanceGate } from '../../components/clearance/clearance-gate.tsx';
import { ClearanceSection } from '../../components/clearance/clearance-section.tsx';
import { ClearancesScreen, type ClearancesScreenProps } from '../../components/clearance/clearances-screen.tsx';
import { NO_DRAFT } from '../../components/inbox/panels/panel-props.ts';
import { LanguageProvider } from '../../components/language.tsx';
import type { ClearancesToMe } from '../../desk/clearance-views.ts';
import { markOf } from '../../desk/clearances.ts';
import { ASKED, BY_RULE, CLAUDIA, LATE, REFUSED, seen, WITH_CONDITIONS } from '../gallery/samples/clearances.ts';
import { NOW, STRATEGY } from '../gallery/samples/company.ts';

afterEach(cleanup);

function open(found: Partial<ClearancesToMe>, change: Partial<ClearancesScreenProps> = {}) {
  const calls = {
    onDecide: vi.fn<ClearancesScreenProps['onDecide']>(),
    onTakeBack: vi.fn<ClearancesScreenProps['onTakeBack']>(),
    onAfterAll: vi.fn<ClearancesScreenProps['onAfterAll']>(),
    onLeave: vi.fn<ClearancesScreenProps['onLeave']>(),
  };
  render(
    <LanguageProvider language="en" now={NOW}>
      <ClearancesScreen
        found={{ open: [], overdue: [], earlier: [], parked: [], ...found }}
        timeZone={STRATEGY.rules.timeZone}
        letterKeys
        last={null}
        failed={null}
        {...calls}
        {...change}
      />
    </LanguageProvider>,
  );
  return calls;
}
const press = (key: string, at: Element | Document = document) =>
  fireEvent.keyDown(at === document ? document.body : at, { key });
const lastOf = ({ steps }: typeof BY_RULE) => steps.at(-1)?.id;

describe('a clearer', () => {
  test('clears the first by one key, on the step that was seen, and takes it back by another', () => {
    const said = { topicId: ASKED.topicId, title: ASKED.topicTitle, to: 'cleared' as const };
    const calls = open({ open: [seen(BY_RULE), seen(ASKED)] }, { last: said });
    press('1');
    expect(calls.onDecide).toHaveBeenCalledWith(
      BY_RULE.topicId,
      { to: 'cleared', conditions: null, embargoUntil: null, note: null },
      lastOf(BY_RULE),
    );
    press('z');
    expect(calls.onTakeBack).toHaveBeenCalledWith(ASKED.topicId);
  });

  test('means the card that has the focus; j leads there', () => {
    const calls = open({ open: [seen(BY_RULE), seen(ASKED)] });
    press('j');
    press('j');
    press('1');
    expect(calls.onDecide.mock.calls[0]?.[0]).toBe(ASKED.topicId);
  });

  test('says conditions or a day, or is told that they are missing', () => {
    const calls = open({ open: [seen(BY_RULE)] });
    press('2');
    const field = screen.getByLabelText('Under which conditions?');
    expect(document.activeElement).toBe(field);
    press('Enter', field);
    expect(calls.onDecide).not.toHaveBeenCalled();
    expect(screen.getByText('A condition or a day is still missing.')).toBeTruthy();
    // Digits are text while something is typed.
    press('1', field);
    expect(calls.onDecide).not.toHaveBeenCalled();
    fireEvent.input(field, { target: { value: ' Without names ' } });
    fireEvent.input(screen.getByLabelText('Not before (day)'), { target: { value: '2026-12-01' } });
    press('Enter', field);
    expect(calls.onDecide.mock.calls[0]?.[1]).toMatchObject({
      to: 'cleared_with_conditions',
      conditions: 'Without names',
      embargoUntil: Date.UTC(2026, 11, 1, 8),
      note: null,
    });
  });

  test('refuses with a reason, and Escape goes back to the three ways', () => {
    const calls = open({ open: [seen(BY_RULE)] });
    press('3');
    press('Escape', screen.getByLabelText('Why not? The editors read this.'));
    press('3');
    const field = screen.getByLabelText('Why not? The editors read this.');
    fireEvent.input(field, { target: { value: 'Not yet' } });
    press('Enter', field);
    expect(calls.onDecide.mock.calls[0]?.[1]).toMatchObject({ to: 'refused', note: 'Not yet', conditions: null });
  });

  test('has no single keys where they are switched off', () => {
    const calls = open({ open: [seen(BY_RULE)] }, { letterKeys: false });
    press('1');
    expect(calls.onDecide).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Clear' }));
    expect(calls.onDecide).toHaveBeenCalled();
  });

  test('sees what it is about and why', () => {
    open({ open: [seen(ASKED)] });
    const card = within(screen.getByRole('region', { name: ASKED.topicTitle }));
    expect(card.getByText(/Jonas Albers asked for a clearance/)).toBeTruthy();
    expect(card.getByText('Personal data')).toBeTruthy();
    expect(card.getByText(ASKED.pages[0]?.excerpt ?? '-')).toBeTruthy();
    expect(card.getByText(/Suggested by Henrik Vogt/)).toBeTruthy();
  });

  test('chooses where something came in between', () => {
    const wanted = { to: 'cleared' as const, conditions: null, embargoUntil: null, note: null };
    const parked = { entryId: 'e', wanted, clearance: REFUSED };
    const calls = open({ parked: [parked] });
    expect(screen.getByText(/What holds now: Not cleared/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Decide this way anyway' }));
    fireEvent.click(screen.getByRole('button', { name: 'Leave as it is' }));
    expect(calls.onAfterAll).toHaveBeenCalledWith(parked);
    expect(calls.onLeave).toHaveBeenCalledWith(parked);
  });

  test('[CR9] whoever answers for it sees what is overdue with others, without a way to decide it', () => {
    open({ overdue: [seen(LATE)] });
    const card = within(screen.getByRole('region', { name: 'Overdue with others' }));
    expect(card.getByText(/Overdue since/)).toBeTruthy();
    expect(card.queryByRole('button', { name: 'Clear' })).toBeNull();
  });
});

/** The panel with what is typed in it kept beside it, as the desk does. */
function Asking({ standing, onAsk }: Pick<Parameters<typeof AskClearancePanel>[0], 'standing' | 'onAsk'>) {
  const [draft, setDraft] = useState(NO_DRAFT.clearance);
  return (
    <AskClearancePanel
      {...{ form: createRef(), rules: STRATEGY.rules, standing, draft, onAsk }}
      onDraft={setDraft}
      onClose={() => {}}
    />
  );
}

describe('the focus goes along with the work', () => {
  function Page({ all }: { all: readonly (typeof BY_RULE)[] }) {
    const [decided, setDecided] = useState<readonly string[]>([]);
    const open = all.filter(({ topicId }) => !decided.includes(topicId)).map((each) => seen(each));
    const last = all.find(({ topicId }) => topicId === decided.at(-1));
    return (
      <LanguageProvider language="en" now={NOW}>
        <ClearancesScreen
          found={{ open, overdue: [], earlier: [], parked: [] }}
          timeZone={STRATEGY.rules.timeZone}
          letterKeys
          last={last === undefined ? null : { topicId: last.topicId, title: last.topicTitle, to: 'refused' }}
          failed={null}
          onDecide={(topicId) => setDecided([...decided, topicId])}
          onTakeBack={(topicId) => setDecided(decided.filter((each) => each !== topicId))}
          onAfterAll={() => {}}
          onLeave={() => {}}
        />
      </LanguageProvider>
    );
  }
  const at = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;
  const refuse = async () => {
    press('3');
    const reason = await screen.findByRole('textbox');
    fireEvent.input(reason, { target: { value: 'Not yet' } });
    fireEvent.keyDown(reason, { key: 'Enter' });
    await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
  };

  test('to the first card on opening, to the next one after a refusal, and to the one that is taken back', async () => {
    render(<Page all={[BY_RULE, ASKED]} />);
    expect(at()).toBe(BY_RULE.topicTitle);
    await refuse();
    await waitFor(() => expect(at()).toBe(ASKED.topicTitle));
    press('z');
    await waitFor(() => expect(at()).toBe(BY_RULE.topicTitle));
  });

  test('to the heading after the last one, and back to its card', async () => {
    render(<Page all={[ASKED]} />);
    await refuse();
    await waitFor(() => expect(at()).toBe('Clearances'));
    fireEvent.click(screen.getByRole('button', { name: /Undo/ }));
    await waitFor(() => expect(at()).toBe(ASKED.topicTitle));
  });

  test('never away from a reason that is written, whenever what was taken back comes', () => {
    const last = { topicId: ASKED.topicId, title: ASKED.topicTitle, to: 'cleared' as const };
    const onDecide = vi.fn();
    const screenOf = (...all: (typeof ASKED)[]) => (
      <LanguageProvider language="en" now={NOW}>
        <ClearancesScreen
          found={{ open: all.map((one) => seen(one)), overdue: [], earlier: [], parked: [] }}
          {...{ timeZone: STRATEGY.rules.timeZone, letterKeys: true, last, failed: null, onDecide }}
          {...{ onTakeBack: vi.fn(), onAfterAll: vi.fn(), onLeave: vi.fn() }}
        />
      </LanguageProvider>
    );
    const { rerender } = render(screenOf(BY_RULE));
    press('z');
    press('3');
    const reason = screen.getByRole('textbox');
    reason.focus();
    rerender(screenOf(ASKED, BY_RULE));
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
    reason.blur();
    rerender(screenOf(ASKED, BY_RULE));
    expect(document.activeElement?.getAttribute('aria-label')).not.toBe(ASKED.topicTitle);
  });

  test('it is taken from nobody who is elsewhere', () => {
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    render(<Page all={[ASKED]} />);
    expect(document.activeElement).toBe(field);
    field.remove();
  });
});

test('the desk sees how a clearance stands, its conditions and steps, and drops only its own asking', () => {
  const onDrop = vi.fn();
  const { rerender } = render(
    <LanguageProvider language="en" now={NOW}>
      <ClearanceSection found={{ view: seen(ASKED), mayDrop: true }} onDrop={onDrop} />
    </LanguageProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'No longer needed' }));
  expect(onDrop).toHaveBeenCalled();
  rerender(
    <LanguageProvider language="en" now={NOW}>
      <ClearanceSection found={{ view: seen(WITH_CONDITIONS), mayDrop: false }} onDrop={onDrop} />
    </LanguageProvider>,
  );
  expect(screen.getAllByText(/Ohne Namen der Kundschaft/).length).toBeGreaterThan(0);
  expect(screen.queryByRole('button', { name: 'No longer needed' })).toBeNull();
});

test('a clearance that is needed no longer says so above its steps', () => {
  const dropped = { ...ASKED, state: 'not_needed' as const };
  render(
    <LanguageProvider language="en" now={NOW}>
      <ClearanceSection found={{ view: seen(dropped), mayDrop: false }} onDrop={() => {}} />
    </LanguageProvider>,
  );
  expect(screen.getByText('No clearance needed').tagName).toBe('STRONG');
});

test.each(['where it stands', 'where it is asked for again'])(
  'a refusal is said %s: by whom, when, and with their sentence',
  (place) => {
    const refused = (by: typeof CLAUDIA | null) => {
      const steps = REFUSED.steps.map((step) => (step.kind === 'refused' ? { ...step, by } : step));
      const clearance = { ...REFUSED, steps };
      return (
        <LanguageProvider language="en" now={NOW}>
          {place === 'where it stands' ? (
            <ClearanceSection found={{ view: seen(clearance), mayDrop: false }} onDrop={() => {}} />
          ) : (
            <Asking standing={clearance} onAsk={() => {}} />
          )}
        </LanguageProvider>
      );
    };
    const { rerender } = render(refused(CLAUDIA));
    const said = screen.getByText(/^Last time Dr. Claudia Otten did not clear it, 2 days ago/);
    expect(said.closest('div')?.textContent).toMatch('Die Zahlen gehen zuerst an den Aufsichtsrat.');
    rerender(refused(null));
    screen.getByText(/^Last time it was not cleared, 2 days ago/);
  },
);

test('where somebody publishes a refusal is said with its words, if they are at hand', () => {
  const gate = (steps?: typeof REFUSED.steps) => (
    <LanguageProvider language="en" now={NOW}>
      <ClearanceGate mark={markOf(REFUSED)} embargoUntil={null} steps={steps} />
    </LanguageProvider>
  );
  const { rerender } = render(gate(REFUSED.steps));
  screen.getByText(/The topic will not be published/);
  screen.getByText(/^Last time Dr. Claudia Otten did not clear it/);
  rerender(gate());
  screen.getByText(/The topic will not be published/);
  expect(screen.queryByText(/^Last time/)).toBeNull();
});

test('what waits for a clearance anew says nothing of an earlier refusal beside its steps', () => {
  const steps = [...REFUSED.steps, ...ASKED.steps];
  render(
    <LanguageProvider language="en" now={NOW}>
      <ClearanceSection found={{ view: seen({ ...ASKED, steps }), mayDrop: false }} onDrop={() => {}} />
    </LanguageProvider>,
  );
  expect(screen.queryByText(/^Last time/)).toBeNull();
});

test('an editor asks with level, flags, reason and day', () => {
  const onAsk = vi.fn();
  render(
    <LanguageProvider language="en" now={NOW}>
      <Asking standing={null} onAsk={onAsk} />
    </LanguageProvider>,
  );
  fireEvent.click(screen.getByLabelText('Confidential'));
  fireEvent.click(screen.getByLabelText('Inside information'));
  const why = screen.getByLabelText('Why? A sentence for the person who decides');
  fireEvent.input(why, { target: { value: 'Figures' } });
  fireEvent.keyDown(why, { key: 'Enter', shiftKey: true });
  expect(onAsk).not.toHaveBeenCalled();
  fireEvent.keyDown(why, { key: 'Enter' });
  expect(onAsk).toHaveBeenCalledWith({
    level: 'confidential',
    flags: { personalData: false, thirdPartyRights: false, insider: true },
    note: 'Figures',
    dueAt: null,
  });
});

test('[CR1] whoever asks again begins with what is cleared, and is told what asking for more takes away', () => {
  const onAsk = vi.fn();
  render(
    <LanguageProvider language="en" now={NOW}>
      <Asking standing={WITH_CONDITIONS} onAsk={onAsk} />
    </LanguageProvider>,
  );
  expect(screen.getByText(/Ohne Namen der Kundschaft/)).toBeTruthy();
  const why = screen.getByLabelText('Why? A sentence for the person who decides');
  fireEvent.keyDown(why, { key: 'Enter' });
  expect(onAsk).not.toHaveBeenCalled();
  expect(screen.getByText(/This much is cleared already/)).toBeTruthy();
  fireEvent.click(screen.getByLabelText('Strictly confidential'));
  expect(screen.getByText(/what was said until now no longer holds/)).toBeTruthy();
  fireEvent.keyDown(why, { key: 'Enter' });
  expect(onAsk.mock.calls[0]?.[0]).toMatchObject({ level: 'strictly_confidential' });
});

test('[CR1] what holds already is not asked for less', () => {
  render(
    <LanguageProvider language="en" now={NOW}>
      <Asking standing={ASKED} onAsk={() => {}} />
    </LanguageProvider>,
  );
  expect(screen.getByLabelText('Confidential')).toHaveProperty('checked', true);
  expect(screen.getByLabelText('Internal')).toHaveProperty('disabled', true);
  expect(screen.getByLabelText('Personal data')).toHaveProperty('checked', true);
});
