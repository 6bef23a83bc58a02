import { expect, test } from 'vitest';
import { earlierAnswers } from '../../desk/earlier-answers.ts';
import { stemsOf } from '../../desk/words/words.ts';
import { NOW, question } from './samples.ts';

const answered = (text: string, toId = 'kim', departmentId = 'hr', answeredAt = NOW) => ({
  question: question({
    text,
    to: { id: toId, name: toId },
    state: 'answered',
    answer: 'Ja.',
    answeredAt,
    topicTitle: 'Thema',
  }),
  departmentId,
});
const found = (text: string, list: ReturnType<typeof answered>[], toId: string | null = null) =>
  earlierAnswers({ text, toId, departmentId: 'it' }, list, stemsOf).map((one) => one.text);

test('[QU8] the same question in other forms of its words is found, another one is not', () => {
  const list = [answered('Dürfen die Bilder verwendet werden?'), answered('Wann eröffnet die Kantine?')];
  expect(found('Darf das Bild verwendet werden?', list)).toEqual(['Dürfen die Bilder verwendet werden?']);
});

test('[QU8] the same person and department need fewer words in common, but never none', () => {
  const far = answered('Bild der Werkstatt?', 'kim', 'hr');
  const text = 'Bild Kantine Eröffnung Speiseplan Küche';
  expect(found(text, [far])).toEqual([]);
  expect(found(text, [far], 'kim')).toEqual([far.question.text]);
  expect(found('Kantine Speiseplan', [far], 'kim')).toEqual([]);
});

test('[QU8] at most three, the best first and the latest of equals', () => {
  const list = [1, 2, 3, 4].map((day) => answered(`Darf das Bild verwendet werden? ${day}`, 'kim', 'hr', NOW + day));
  expect(found('Bild verwenden', list)).toEqual([4, 3, 2].map((day) => `Darf das Bild verwendet werden? ${day}`));
  expect(found('', list)).toEqual([]);
});
