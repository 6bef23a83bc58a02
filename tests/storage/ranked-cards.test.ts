import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lookingNow } from '../../desk/topic-filter.ts';
import { EVERYTHING, type TopicFilter } from '../../protocol/topic-filter.ts';
import { rankedOn } from '../../storage/ranked-cards.ts';
import { type CardShelf, cardOf } from '../../storage/topic-cards.ts';
import type { Strategy } from '../../storage/views.ts';
import { clip, department, editor, goal, NOW, submitter, topic, uuid } from '../desk/samples.ts';

const WORDS = ['Werkstatt', 'Werk', 'Ausbildungswerkstätten', 'Rathaus', 'Haus', 'Azubi', 'Personal', 'Messe', 'am'];
const strategy = { departments: [department()], goals: [goal()] } as unknown as Strategy;
const looking = lookingNow(editor.id, NOW);

const cards = WORDS.flatMap((first, at) =>
  WORDS.map((second, place) =>
    cardOf(
      topic({ id: uuid(), title: `${first} ${second}`, state: place % 2 === 0 ? 'new' : 'held' }),
      [{ clip: clip({ excerpt: WORDS[(at + place) % WORDS.length] ?? '' }), submitter }],
      null,
    ),
  ),
);
const newShelf = (): CardShelf => ({ rows: new Map([['00', { json: '', cards }]]) });
const idsOf = (shelf: CardShelf, filter: TopicFilter) =>
  rankedOn(shelf, filter, looking, strategy)
    .map(({ card, rank }) => `${card.id} ${rank}`)
    .sort();

test('a search that is typed letter by letter finds what the same search at once finds', () => {
  const typed = fc.array(fc.constantFrom(...WORDS, 'werkst', 'haus ', 'per', 'a'), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(typed, fc.boolean(), (words, deletes) => {
      const text = words.join(' ');
      const shelf = newShelf();
      const steps = Array.from({ length: text.length }, (_, at) => text.slice(0, at + 1));
      for (const step of deletes ? [...steps, ...steps.toReversed()] : steps) {
        const filter = { ...EVERYTHING, text: step };
        expect(idsOf(shelf, filter)).toEqual(idsOf(newShelf(), filter));
      }
    }),
    { numRuns: 60 },
  );
});

test('another department, or nothing typed any more, is searched anew', () => {
  const shelf = newShelf();
  const all = idsOf(shelf, EVERYTHING).length;
  expect(idsOf(shelf, { ...EVERYTHING, text: 'messe' }).length).toBeLessThan(all);
  expect(idsOf(shelf, { ...EVERYTHING, text: 'messe', departmentIds: ['nobody'] })).toEqual([]);
  expect(idsOf(shelf, { ...EVERYTHING, departmentIds: ['nobody'], text: 'messen' })).toEqual([]);
  expect(idsOf(shelf, EVERYTHING)).toHaveLength(all);
});
