import { describe, expect, test } from 'vitest';
import { applyDecision, checkDecision, recordDecision, returnToInbox } from '../../desk/decisions.ts';
import { TRANSITIONS } from '../../desk/states.ts';
import { type DecisionInput, STATES, type Topic } from '../../protocol/topic.ts';
import { DAY, decision, editor, NOW, submitter, topic, uuid } from './samples.ts';

const decide = (before: Topic, over: Partial<DecisionInput>, at = NOW): Topic => {
  const input = decision(before, over);
  expect(checkDecision(before, input, editor, at)).toBeNull();
  return applyDecision(before, recordDecision(before, input, editor, at));
};
const declined = { to: 'declined', reason: 'covered', sentence: 'Lief im Oktober.' } as const;

describe('what a decision needs', () => {
  test('accepting makes the editor the lead, from that moment', () => {
    const after = decide(topic(), { to: 'accepted' }, NOW + 5);
    expect(after).toMatchObject({ state: 'accepted', stateSince: NOW + 5, lead: { id: 'erik', name: 'Erik Sommer' } });
  });

  test('a submitter decides nothing', () => {
    const before = topic();
    expect(checkDecision(before, decision(before, {}), submitter, NOW)?.kind).toBe('not_allowed');
  });

  test('declining needs a reason and a sentence', () => {
    const before = topic();
    const bare = decision(before, { to: 'declined' });
    expect(checkDecision(before, bare, editor, NOW)).toEqual({ kind: 'reason_missing', path: 'reason' });
    expect(checkDecision(before, { ...bare, reason: 'thin' }, editor, NOW)).toEqual({
      kind: 'reason_missing',
      path: 'sentence',
    });
  });

  test('holding needs a date after the act, even if it passed while the editor was offline', () => {
    const before = topic();
    const hold = decision(before, { to: 'held', holdUntil: NOW + DAY });
    expect(checkDecision(before, hold, editor, NOW)).toBeNull();
    expect(checkDecision(before, hold, editor, NOW + DAY)?.kind).toBe('hold_date_missing');
    expect(checkDecision(before, { ...hold, holdUntil: null }, editor, NOW)?.kind).toBe('hold_date_missing');
  });

  test('two editors at once: the second one learns of the first', () => {
    const before = topic();
    const late = decision(before, declined);
    expect(checkDecision(decide(before, {}), late, editor, NOW)).toEqual({ kind: 'conflict', path: 'after' });
  });

  test.each(STATES)('from %s only the listed moves are possible', (state) => {
    const before = topic({ state });
    const whole = { reason: 'thin', sentence: 'Kurz.', holdUntil: NOW + DAY } as const;
    const possible = STATES.filter(
      (to) => checkDecision(before, decision(before, { to, ...whole }), editor, NOW) === null,
    );
    expect(possible.toSorted()).toEqual(TRANSITIONS[state].filter((to) => to !== 'merged').toSorted());
  });
});

describe('taking back', () => {
  const undo = (of: Topic): Partial<DecisionInput> => ({
    to: of.decisions.at(-1)?.from ?? 'new',
    undoes: of.decisions.at(-1)?.id ?? null,
  });

  test('restores state, clock, lead and hold date exactly, and keeps both rows', () => {
    const held = decide(topic(), { to: 'held', holdUntil: NOW + 9 * DAY }, NOW + 1);
    const accepted = decide(held, { to: 'accepted' }, NOW + 2);
    const restored = decide(accepted, undo(accepted), NOW + 3);
    const { decisions, ...fields } = restored;
    const { decisions: _before, ...expected } = held;
    expect(fields).toEqual(expected);
    expect(decisions).toHaveLength(3);
  });

  test('only the last decision, and not an undo', () => {
    const accepted = decide(topic(), {});
    const working = decide(accepted, { to: 'in_work' });
    const early = { ...decision(working, undo(accepted)) };
    expect(checkDecision(working, early, editor, NOW)?.kind).toBe('conflict');
    const undone = decide(working, undo(working));
    expect(checkDecision(undone, decision(undone, undo(undone)), editor, NOW)?.kind).toBe('conflict');
  });

  test('[DK3] two decisions are taken back one after the other, the last that stands first', () => {
    const held = decide(topic(), { to: 'held', holdUntil: NOW + DAY });
    const accepted = decide(held, { to: 'accepted' });
    const once = decide(accepted, undo(accepted));
    const first = { ...undo(held), undoes: held.decisions[0]?.id ?? null };
    expect(checkDecision(accepted, decision(accepted, first), editor, NOW)?.kind).toBe('conflict');
    const twice = decide(once, first);
    expect(twice).toMatchObject({ state: 'new', holdUntil: null, lead: null });
    expect(checkDecision(twice, decision(twice, first), editor, NOW)?.kind).toBe('conflict');
  });

  test('undoing twice in a row with a decision between comes back to the beginning', () => {
    let now = decide(topic(), {});
    now = decide(now, undo(now));
    now = decide(now, declined);
    now = decide(now, undo(now));
    expect(now).toMatchObject({ state: 'new', stateSince: NOW, lead: null });
  });
});

test('a topic given back from work keeps the lead who accepted it', () => {
  const accepted = decide(topic(), {});
  const back = decide(decide(accepted, { to: 'in_work' }), { to: 'accepted' });
  expect(back.lead?.id).toBe('erik');
});

test('a clock returns a held topic in nobody’s name', () => {
  const held = decide(topic(), { to: 'held', holdUntil: NOW + DAY });
  const back = applyDecision(held, returnToInbox(held, uuid(), NOW + DAY));
  expect(back).toMatchObject({ state: 'new', stateSince: NOW + DAY, holdUntil: null });
  expect(back.decisions.at(-1)?.actor).toBeNull();
});
