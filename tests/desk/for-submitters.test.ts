import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyDecision, inForce, recordDecision } from '../../desk/decisions.ts';
import { forSubmitters } from '../../desk/for-submitters.ts';
import { QUIET_MS, toldDecisions } from '../../desk/quiet.ts';
import { TRANSITIONS } from '../../desk/states.ts';
import { DEFAULT_DESK_RULES } from '../../protocol/desk-rules.ts';
import type { DecisionInput, Topic } from '../../protocol/topic.ts';
import { decision, editor, NOW, topic } from './samples.ts';

const rules = DEFAULT_DESK_RULES;
const seen = (of: Topic, now: number) => forSubmitters(of, { isSupported: true, isEmbargoed: false }, rules, now);
const decide = (before: Topic, at: number, over: Partial<DecisionInput>): Topic =>
  applyDecision(before, recordDecision(before, decision(before, over), editor, at));
const undo = (before: Topic, at: number): Topic =>
  decide(before, at, { to: before.decisions.at(-1)?.from ?? 'new', undoes: before.decisions.at(-1)?.id ?? null });
const declined = { to: 'declined', reason: 'thin', sentence: 'Zu dünn.' } as const;

describe('a decline', () => {
  const after = decide(topic(), NOW, declined);

  test('[DK4] is not told until it has stood for the quiet time', () => {
    expect(seen(after, NOW + QUIET_MS - 1)).toMatchObject({ state: 'new', stateSince: NOW, decisions: [] });
    expect(seen(after, NOW + QUIET_MS)).toMatchObject({ state: 'declined', decisions: [{ sentence: 'Zu dünn.' }] });
  });

  test('[DK4] of an accepted topic leaves its lead where it was', () => {
    const dropped = decide(decide(topic(), NOW - 9, {}), NOW, declined);
    expect(seen(dropped, NOW + 1)).toMatchObject({ state: 'accepted', lead: { id: 'erik' } });
  });

  test('[DK4] by the submitter, who withdrew, is no news to them', () => {
    const withdrawn = decide(topic(), NOW, { ...declined, reason: 'withdrawn' });
    expect(seen(withdrawn, NOW).state).toBe('declined');
  });
});

describe('what was taken back', () => {
  test('[DK3] within the quiet time leaves nothing', () => {
    const back = undo(decide(topic(), NOW, {}), NOW + QUIET_MS - 1);
    expect(seen(back, NOW + QUIET_MS)).toMatchObject({ state: 'new', decisions: [] });
  });

  test('[DK3] later was seen, so that both stay', () => {
    const back = undo(decide(topic(), NOW, {}), NOW + QUIET_MS);
    expect(toldDecisions(back.decisions).map(({ to }) => to)).toEqual(['accepted', 'new']);
  });

  test('[DK3] one after the other leaves nothing either', () => {
    const twice = undo(undo(decide(decide(topic(), NOW, {}), NOW + 1, { to: 'in_work' }), NOW + 2), NOW + 3);
    // The second taking back is of a decision that is no longer the last: the rules do not allow it.
    expect(toldDecisions(twice.decisions).length).toBeLessThanOrEqual(2);
  });

  test('[DK3] whatever happens, the told decisions lead to where the topic stands', () => {
    const steps = fc.array(
      fc.record({ undo: fc.boolean(), which: fc.nat(9), after: fc.integer({ min: 0, max: 60_000 }) }),
    );
    fc.assert(
      fc.property(steps, (story) => {
        let now = NOW;
        let of = topic();
        for (const step of story) {
          now += step.after;
          const last = of.decisions.at(-1);
          const choices = TRANSITIONS[of.state];
          if (step.undo && last !== undefined && last.undoes === null) of = undo(of, now);
          else
            of = decide(of, now, {
              to: choices[step.which % choices.length] ?? 'new',
              reason: 'thin',
              sentence: 'Kurz.',
            });
        }
        const told = toldDecisions(of.decisions);
        expect(inForce(told)).toEqual(inForce(of.decisions));
        expect(told.at(-1)?.to ?? 'new').toBe(of.state);
      }),
    );
  });
});

test('[NT1] labels, the meeting’s mark and who is on duty are the desk’s own; who is late at last is not', () => {
  const escalation = { level: 'duty', person: { id: 'timo', name: 'Timo' }, at: NOW } as const;
  const internal = topic({ labels: ['Chef fragt'], forMeeting: true, escalation });
  expect(seen(internal, NOW)).toMatchObject({ labels: [], forMeeting: false, escalation: null });
  const head = { ...escalation, level: 'head' as const };
  expect(seen({ ...internal, escalation: head }, NOW).escalation).toEqual(head);
});
