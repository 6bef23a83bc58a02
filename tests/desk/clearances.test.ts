import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkAsk,
  checkGate,
  checkVerdict,
  clearanceStanding,
  clearerOf,
  demandClearance,
  isDroppable,
  isOverdue,
  mergeClearance,
  NO_FLAGS,
  recordVerdict,
  type VerdictContext,
} from '../../desk/clearances.ts';
import { checkDecision } from '../../desk/decisions.ts';
import { checkPublication } from '../../desk/publications.ts';
import {
  CLEARANCE_LEVELS,
  CLEARANCE_STATES,
  CLEARANCE_STEPS,
  type ClearanceVerdict,
} from '../../protocol/clearance.ts';
import type { Person } from '../../protocol/person.ts';
import type { PublicationInput } from '../../protocol/publication.ts';
import { clearanceStep, clearer, DAY, decision, editor, NOW, submitter, topic, uuid } from './samples.ts';

const verdict = (over: Partial<ClearanceVerdict> = {}): ClearanceVerdict => ({
  id: uuid(),
  topicId: uuid(),
  after: uuid(),
  to: 'cleared',
  conditions: null,
  embargoUntil: null,
  note: null,
  ...over,
});
const context = (over: Partial<VerdictContext> = {}): VerdictContext => ({
  steps: [clearanceStep()],
  clearer,
  submitterIds: new Set([submitter.id]),
  isPublished: false,
  ...over,
});
const asked = (over: Partial<ClearanceVerdict>, by: Person, about = context()) =>
  checkVerdict(verdict({ after: about.steps.at(-1)?.id ?? uuid(), ...over }), by, about)?.kind ?? null;

const anyStep = fc.record({
  kind: fc.constantFrom(...CLEARANCE_STEPS),
  level: fc.constantFrom(...CLEARANCE_LEVELS),
  insider: fc.boolean(),
});

test('[CR1] whatever happens, level and flags never fall, and only a clearer lets publish', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 12 }), (chosen) => {
      const steps = chosen.map(({ kind, level, insider }) =>
        clearanceStep({ kind, level, flags: { ...NO_FLAGS, insider } }),
      );
      for (let length = 1; length <= steps.length; length += 1) {
        const before = clearanceStanding(steps.slice(0, length - 1));
        const after = clearanceStanding(steps.slice(0, length));
        expect(CLEARANCE_LEVELS.indexOf(after.level)).toBeGreaterThanOrEqual(CLEARANCE_LEVELS.indexOf(before.level));
        expect(after.flags.insider).toBe(before.flags.insider || steps[length - 1]?.flags.insider);
        if (after.state.startsWith('cleared')) expect(steps[length - 1]?.kind).toBe(after.state);
      }
    }),
  );
});

describe('what a rule demands', () => {
  const demand = (over: object = {}) => ({ ...clearanceStep(), ...over });

  test('[CR1] of a topic without a clearance opens one', () => {
    expect(demandClearance([], demand())).toMatchObject({ kind: 'opened', by: null, ruleId: 'intranet' });
  });

  test('[CR1] a flag that is new opens anew, as a higher level does', () => {
    const cleared = [clearanceStep(), clearanceStep({ kind: 'cleared', by: clearer })];
    expect(demandClearance(cleared, demand())).toBeNull();
    expect(demandClearance(cleared, demand({ level: 'confidential' }))).toMatchObject({ kind: 'raised' });
    expect(demandClearance(cleared, demand({ flags: { ...NO_FLAGS, personalData: true } }))).toMatchObject({
      kind: 'raised',
    });
  });

  test('[CR1] what a clearer said cannot be gone around by asking again and taking that back', () => {
    const asking = clearanceStep({ kind: 'asked', by: editor });
    expect(isDroppable([asking])).toBe(true);
    expect(asked({ to: 'not_needed' }, editor, context({ steps: [asking] }))).toBeNull();
    for (const kind of ['refused', 'cleared_with_conditions'] as const) {
      const steps = [asking, clearanceStep({ kind, by: clearer }), clearanceStep({ kind: 'asked', by: editor })];
      expect(isDroppable(steps)).toBe(false);
      expect(asked({ to: 'not_needed' }, editor, context({ steps }))).toBe('not_allowed');
    }
  });

  test('[CR1] asking for no more than is cleared is refused, asking for more opens anew', () => {
    const cleared = [clearanceStep({ level: 'confidential' }), clearanceStep({ kind: 'cleared', by: clearer })];
    const ask = (over: object, steps = cleared) =>
      checkAsk(topic(), editor, { level: 'confidential', flags: NO_FLAGS, ...over }, steps)?.kind ?? null;
    expect(ask({})).toBe('already_cleared');
    expect(ask({ level: 'internal' })).toBe('already_cleared');
    expect(ask({ level: 'strictly_confidential' })).toBeNull();
    expect(ask({ level: 'internal', flags: { ...NO_FLAGS, insider: true } })).toBeNull();
    expect(ask({}, [clearanceStep(), clearanceStep({ kind: 'refused', by: clearer })])).toBeNull();
    expect(ask({}, [])).toBeNull();
  });

  test('[CR1] opens what the desk said it needs no longer', () => {
    const dropped = [clearanceStep({ kind: 'asked', by: editor }), clearanceStep({ kind: 'not_needed', by: editor })];
    expect(demandClearance(dropped, demand())).toMatchObject({ kind: 'opened' });
  });
});

describe('who clears', () => {
  const people = new Map([clearer, editor].map((person) => [person.id, person]));
  const who = (over: Partial<Parameters<typeof clearerOf>[0]> = {}) =>
    clearerOf({
      department: { clearerId: clearer.id, deputyId: editor.id },
      submitterIds: new Set(),
      present: (id) => people.get(id) ?? null,
      ...over,
    })?.id ?? null;

  test('[CR2] the clearer, the deputy, then whoever has the role', () => {
    expect(who()).toBe(clearer.id);
    expect(who({ present: (id) => (id === editor.id ? editor : null) })).toBe(editor.id);
    expect(who({ submitterIds: new Set([clearer.id]) })).toBe(editor.id);
    expect(who({ submitterIds: new Set([clearer.id, editor.id]) })).toBeNull();
    expect(who({ department: { clearerId: null, deputyId: editor.id } })).toBeNull();
    expect(who({ department: null })).toBeNull();
  });

  test('[CR2] whoever has the role, where it waits for the role', () => {
    const another: Person = { ...clearer, id: 'rita' };
    expect(asked({}, another)).toBe('not_found');
    expect(asked({}, another, context({ clearer: null }))).toBeNull();
    expect(asked({}, editor, context({ clearer: null }))).toBe('not_allowed');
  });

  test('[CR3] never whoever suggested it, whatever roles they have', () => {
    const submitterIds = new Set([clearer.id]);
    for (const to of ['cleared', 'open', 'refused'] as const)
      expect(asked({ to, note: 'x' }, clearer, context({ submitterIds }))).toBe('own_clearance');
  });
});

test('[CR5] a verdict names the step that it follows, its conditions and its reason', () => {
  expect(asked({ after: uuid() }, clearer)).toBe('conflict');
  expect(asked({ to: 'cleared_with_conditions' }, clearer)).toBe('conditions_missing');
  expect(asked({ to: 'cleared_with_conditions', embargoUntil: NOW }, clearer)).toBeNull();
  expect(asked({ to: 'refused' }, clearer)).toBe('conditions_missing');
  expect(asked({ to: 'open' }, clearer)).toBe('forbidden_transition');
  const [open, given] = [clearanceStep(), verdict({ conditions: 'bleibt nicht', embargoUntil: NOW })];
  // What was said for another verdict is not kept with this one.
  expect(recordVerdict(given, clearer, NOW, [open])).toMatchObject({ conditions: null, embargoUntil: null });
});

test('[CR8] whoever decided takes it back until it is published, also once somebody else stands in', () => {
  const steps = [clearanceStep(), clearanceStep({ kind: 'refused', by: clearer, note: 'Nein' })];
  expect(asked({ to: 'open' }, clearer, context({ steps, clearer: editor }))).toBeNull();
  expect(asked({ to: 'open' }, editor, context({ steps, clearer: editor }))).toBeNull();
  expect(asked({ to: 'open' }, clearer, context({ steps, isPublished: true }))).toBe('too_late');
  expect(asked({ to: 'cleared' }, clearer, context({ steps }))).toBe('forbidden_transition');
});

describe('the gate', () => {
  const inWork = (state: (typeof CLEARANCE_STATES)[number], embargoUntil: number | null = null) =>
    topic({ state: 'in_work', clearance: { state, conditions: null, embargoUntil } });
  const input = (of: { id: string }, over: Partial<PublicationInput> = {}): PublicationInput => ({
    id: uuid(),
    topicId: of.id,
    channelId: 'intranet',
    state: 'published',
    dueAt: null,
    publishedAt: null,
    address: null,
    ...over,
  });

  test.each(CLEARANCE_STATES)('[CR4] %s: decision and publication say the same', (state) => {
    const of = inWork(state);
    const expected = state === 'open' ? 'clearance_open' : state === 'refused' ? 'clearance_refused' : null;
    expect(checkDecision(of, decision(of, { to: 'published' }), editor, NOW)?.kind ?? null).toBe(expected);
    expect(checkPublication(of, input(of), editor, NOW)?.kind ?? null).toBe(expected);
    // Planning and cancelling go on; what is out may be corrected.
    expect(checkPublication(of, input(of, { state: 'planned' }), editor, NOW)).toBeNull();
    expect(checkPublication(of, input(of, { state: 'cancelled' }), editor, NOW)).toBeNull();
    expect(checkPublication(of, input(of), editor, NOW, { state: 'published', embargoUntil: null })).toBeNull();
  });

  test('[CR4] waits for the moment of the clearance', () => {
    const of = inWork('cleared_with_conditions', NOW + DAY);
    expect(checkPublication(of, input(of), editor, NOW)?.kind).toBe('clearance_embargo');
    expect(checkPublication(of, input(of), editor, NOW + DAY)).toBeNull();
    expect(checkPublication(of, input(of, { publishedAt: NOW }), editor, NOW + DAY)?.kind).toBe('clearance_embargo');
    expect(checkGate(null, NOW, '')).toBeNull();
  });

  test('[CR4] a topic that was out before may go back to published', () => {
    const of = topic({ state: 'evaluated', clearance: { state: 'open', conditions: null, embargoUntil: null } });
    expect(checkDecision(of, decision(of, { to: 'published' }), editor, NOW)).toBeNull();
  });
});

test('[CR7] what waits or was refused is not lost by a merge', () => {
  const at = { id: uuid(), at: NOW, dueAt: NOW + DAY };
  const open = [clearanceStep({ level: 'confidential' })];
  const refused = [...open, clearanceStep({ kind: 'refused', by: clearer })];
  const cleared = [...open, clearanceStep({ kind: 'cleared', by: clearer })];
  const after = (into: typeof open, from: typeof open) => {
    const step = mergeClearance(into, from, at);
    return clearanceStanding(step === null ? into : [...into, step]).state;
  };
  expect(after([], open)).toBe('open');
  expect(after([], refused)).toBe('open');
  expect(after([], cleared)).toBe('open');
  expect(after(cleared, refused)).toBe('open');
  expect(after(cleared, cleared)).toBe('cleared');
  expect(after(refused, open)).toBe('refused');
  expect(after(cleared, [])).toBe('cleared');
});

test('[CR7] conditions, a moment and flags that were cleared there are looked at again here', () => {
  const at = { id: uuid(), at: NOW, dueAt: NOW + DAY };
  const cleared = [clearanceStep(), clearanceStep({ kind: 'cleared', by: clearer })];
  const flagged = [clearanceStep({ flags: { ...NO_FLAGS, insider: true } }), ...cleared.slice(1)];
  const withTerms = (terms: { conditions?: string; embargoUntil?: number }) => [
    clearanceStep(),
    clearanceStep({ kind: 'cleared_with_conditions', by: clearer, ...terms }),
  ];
  for (const from of [flagged, withTerms({ conditions: 'Ohne Namen' }), withTerms({ embargoUntil: NOW + DAY })]) {
    expect(mergeClearance(cleared, from, at)).toMatchObject({ kind: 'merged' });
    expect(mergeClearance(from, from, at)).toBeNull();
    expect(mergeClearance(from, cleared, at)).toBeNull();
  }
  expect(mergeClearance(cleared, flagged, at)?.flags).toMatchObject({ insider: true });
  expect(mergeClearance(cleared, withTerms({ conditions: 'Ohne Namen' }), at)?.conditions).toBe('Ohne Namen');
});

test('[CR9] is overdue once its day has come, as long as it waits', () => {
  const dueAt = NOW;
  expect(isOverdue({ state: 'open', dueAt }, NOW - 1)).toBe(false);
  expect(isOverdue({ state: 'open', dueAt }, NOW)).toBe(true);
  expect(isOverdue({ state: 'cleared', dueAt }, NOW + DAY)).toBe(false);
  expect(isOverdue({ state: 'open', dueAt: null }, NOW)).toBe(false);
});
