import { expect, test } from 'vitest';
import { NO_DRAFT } from '../../../components/inbox/panels/panel-props.ts';
import { typedIn } from '../../../components/inbox/typed.ts';

const TOPIC = { id: '00000000-0000-4000-8000-000000000001', title: 'Hafen' };
const of = { topicId: TOPIC.id, title: TOPIC.title };

test('words of every panel are found: of a brief, an assignment, a clearance and a lesson as notes', () => {
  const draft = {
    ...NO_DRAFT,
    sentence: 'Leider zu dünn.',
    brief: { brief: { message: 'Strom für alle', competition: '  ', people: 'Foto: Team Bild' } },
    assignment: { ...NO_DRAFT.assignment, deliverable: 'Zwei Sätze' },
    clearance: { ...NO_DRAFT.clearance, note: 'Zwei sind zu erkennen' },
    evaluate: { ...NO_DRAFT.evaluate, lesson: 'Früher reden' },
  };
  expect(typedIn(TOPIC, draft)).toEqual([
    { ...of, as: 'declined', text: 'Leider zu dünn.' },
    { ...of, as: 'note', text: 'Strom für alle\nFoto: Team Bild' },
    { ...of, as: 'note', text: 'Zwei Sätze' },
    { ...of, as: 'note', text: 'Zwei sind zu erkennen' },
    { ...of, as: 'note', text: 'Früher reden' },
  ]);
});

test('where nothing was typed there is nothing to keep', () => {
  expect(typedIn(TOPIC, NO_DRAFT)).toEqual([]);
});
