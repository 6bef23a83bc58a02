import { expect, test } from 'vitest';
import { applyDecision, recordDecision } from '../../desk/decisions.ts';
import { changeTopic } from '../../desk/edit-topic.ts';
import type { DecisionInput, Topic } from '../../protocol/topic.ts';
import { decision, editor, NOW, topic } from './samples.ts';

const mara = { id: 'mara', name: 'Mara Lind' };
const decide = (before: Topic, over: Partial<DecisionInput>): Topic =>
  applyDecision(before, recordDecision(before, decision(before, over), editor, NOW));

test('what is not named stays as it is', () => {
  const before = topic({ labels: ['Messe'], forMeeting: true });
  expect(changeTopic(before, {}, null)).toEqual(before);
  expect(changeTopic(before, { goalId: null, title: 'Anders' }, null)).toEqual({
    ...before,
    goalId: null,
    title: 'Anders',
  });
});

test('a label counts once', () => {
  expect(changeTopic(topic(), { labels: ['Messe', 'Bild', 'Messe'] }, null).labels).toEqual(['Messe', 'Bild']);
});

test('a lead whom the editors named stays, whatever is decided; nobody is named back', () => {
  const named = changeTopic(topic(), { leadId: 'mara' }, mara);
  const accepted = decide(named, {});
  expect(accepted.lead).toEqual(mara);
  const undone = decide(accepted, { to: 'new', undoes: accepted.decisions[0]?.id ?? null });
  expect(undone.lead).toEqual(mara);
  expect(decide(accepted, { to: 'in_work' }).lead).toEqual(mara);
});

test('who accepted leads until the editors say otherwise', () => {
  const accepted = decide(topic(), {});
  expect(accepted.lead?.id).toBe('erik');
  const given = changeTopic(accepted, { leadId: 'mara' }, mara);
  expect(decide(given, { to: 'in_work' }).lead).toEqual(mara);
  expect(decide(changeTopic(accepted, { leadId: null }, null), { to: 'in_work' }).lead).toBeNull();
});
