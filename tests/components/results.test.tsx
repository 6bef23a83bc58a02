// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, test, vi } from 'vitest';
import type { EvaluateDraft } from '../../components/inbox/panels/panel-props.ts';
import { LanguageProvider } from '../../components/language.tsx';
import { EvaluatePanel, type Measured } from '../../components/results/evaluate-panel.tsx';
import { TopicResults } from '../../components/results/topic-results.tsx';
import { publication, result, topic } from '../desk/samples.ts';
import { NOW, STRATEGY } from '../gallery/samples/company.ts';

afterEach(cleanup);

const GOAL = STRATEGY.goals.find(({ id }) => id === 'vertrauen') ?? null;
const OUT = topic({ state: 'published' });
const APPEARED = [publication(OUT), publication(OUT, { channelId: 'newsletter' })];

function evaluate(goal = GOAL) {
  const onEvaluate = vi.fn<(measured: Measured | null) => void>();
  const Panel = () => {
    const [draft, onDraft] = useState<EvaluateDraft>({ value: '', day: null, publicationId: null, lesson: '' });
    const form = { current: null };
    return (
      <EvaluatePanel
        {...{ form, goal, draft, onDraft, onEvaluate, appeared: APPEARED, strategy: STRATEGY, onClose: vi.fn() }}
      />
    );
  };
  render(
    <LanguageProvider language="de" now={NOW}>
      <Panel />
    </LanguageProvider>,
  );
  return onEvaluate;
}
const type = (label: RegExp | string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const send = () => fireEvent.click(screen.getByRole('button', { name: /Auswerten/ }));

test('[RS1] what came of a topic is said in the goal’s unit, of the first appearance, today', () => {
  const onEvaluate = evaluate();
  type(/Zustimmung in der Umfrage/, '63,5');
  type(/Was lernen wir/, ' Früher reden. ');
  send();
  expect(onEvaluate).toHaveBeenCalledWith({
    ...{ value: 63.5, unit: '%', publicationId: APPEARED[0]?.id, lesson: 'Früher reden.' },
    measuredAt: expect.any(Number),
  });
});

test('the topic as a whole can be measured, and no lesson is no empty one', () => {
  const onEvaluate = evaluate();
  type(/Zustimmung/, '60');
  fireEvent.change(screen.getByLabelText('Wovon'), { target: { value: 'whole' } });
  send();
  expect(onEvaluate).toHaveBeenCalledWith(expect.objectContaining({ publicationId: null, lesson: null }));
});

test('a lesson without a value is not lost without a word', () => {
  const onEvaluate = evaluate();
  type(/Was lernen wir/, 'Früher reden.');
  send();
  expect(onEvaluate).not.toHaveBeenCalled();
  expect(screen.getByText(/gehört es in eine Notiz/)).not.toBeNull();
});

test('without a value it is evaluated as not measured; a word is no value', () => {
  const onEvaluate = evaluate();
  expect(screen.getByText(/als nicht gemessen/)).not.toBeNull();
  type(/Zustimmung/, 'viele');
  send();
  expect(onEvaluate).not.toHaveBeenCalled();
  expect(screen.getByText('Das ist keine Zahl.')).not.toBeNull();
  type(/Zustimmung/, '');
  send();
  expect(onEvaluate).toHaveBeenCalledWith(null);
});

test('a goal without a measure asks for nothing and says why', () => {
  const onEvaluate = evaluate(null);
  expect(screen.getByText(/keine Messgröße/)).not.toBeNull();
  send();
  expect(onEvaluate).toHaveBeenCalledWith(null);
});

test('lessons of similar topics stand beside a topic, and all of them can be searched', () => {
  const [near, far] = [topic({ title: 'Werkstatt' }), topic({ title: 'Kantine' })];
  const lessons = [result(near, { lesson: 'Menschen zeigen.' }), result(far, { lesson: 'Speiseplan zieht immer.' })];
  const onOpen = vi.fn();
  render(
    <LanguageProvider language="de" now={NOW}>
      <TopicResults
        {...{ own: [], lessons, similarIds: [near.id], onOpen }}
        titleOf={(id) => (id === near.id ? near.title : far.title)}
      />
    </LanguageProvider>,
  );
  expect(screen.queryByText('Menschen zeigen.')).not.toBeNull();
  expect(screen.queryByText('Speiseplan zieht immer.')).toBeNull();
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'kantine' } });
  expect(screen.queryByText('Menschen zeigen.')).toBeNull();
  fireEvent.click(screen.getByText('Kantine'));
  expect(onOpen).toHaveBeenCalledWith(far.id);
});
