import { describe, expect, test } from 'vitest';
import { BRIEF_POINTS, briefTicks, changeBrief, checkBrief, missingInBrief } from '../../desk/brief.ts';
import { forSubmitters } from '../../desk/for-submitters.ts';
import { NO_BRIEF } from '../../protocol/brief.ts';
import type { ClearanceState } from '../../protocol/clearance.ts';
import { DEFAULT_DESK_RULES } from '../../protocol/desk-rules.ts';
import { decision, editor, goal, NOW, topic } from './samples.ts';

const lead = { id: editor.id, name: editor.name };
const accepted = (brief: Partial<typeof NO_BRIEF> = {}, over: Parameters<typeof topic>[0] = {}) =>
  topic({ state: 'accepted', lead, brief: { ...NO_BRIEF, ...brief }, ...over });
const whole = goal({ audienceIds: ['schule'], measure: { de: 'Bewerbungen' } });
const REST = { effort: 'M', competition: 'Die Kammer, aber ohne Maschinen.' } as const;

test('[BR1] a goal says whom, build or nurture and the measure; resources and competition are for the editors', () => {
  expect(missingInBrief(accepted(), whole)).toEqual(['resources', 'competition']);
  expect(missingInBrief(accepted(REST), whole)).toEqual([]);
  const from = Object.fromEntries(briefTicks(accepted(REST), whole).map((tick) => [tick.point, tick.from]));
  expect(from).toMatchObject({ whom: 'goal', relationship: 'goal', measure: 'goal', competition: 'topic' });
});

test('[BR1] without a goal everything but clearance is missing, and the goal itself cannot be replaced by words', () => {
  expect(missingInBrief(accepted(), null)).toEqual(BRIEF_POINTS.filter((point) => point !== 'clearance'));
  const own = { ...REST, audienceIds: ['eltern'], relationship: 'build', measure: 'Anrufe' } as const;
  expect(missingInBrief(accepted({ ...own, audienceIds: ['eltern'] }), null)).toEqual(['goal']);
});

test('[BR1] effort needs somebody who does it: the lead, or people named', () => {
  expect(missingInBrief(accepted(REST, { lead: null }), whole)).toEqual(['resources']);
  expect(missingInBrief(accepted({ ...REST, people: 'Foto: Team Bild' }, { lead: null }), whole)).toEqual([]);
});

test('[BR1] a clearance that was asked for has to be given first', () => {
  const standing = (state: ClearanceState) =>
    missingInBrief(accepted(REST, { clearance: { state, conditions: null, embargoUntil: null } }), whole);
  expect([standing('open'), standing('refused')]).toEqual([['clearance'], ['clearance']]);
  for (const state of ['not_needed', 'cleared', 'cleared_with_conditions'] as const)
    expect(standing(state)).toEqual([]);
});

describe('[BR1] a refusal', () => {
  test('names the first point that is missing, and is for beginning work alone', () => {
    const of = accepted();
    expect(checkBrief(of, decision(of, { to: 'in_work' }), whole)).toEqual({
      kind: 'brief_incomplete',
      path: 'brief.resources',
    });
    for (const to of ['held', 'declined', 'accepted'] as const)
      expect(checkBrief(of, decision(of, { to }), whole)).toBeNull();
    expect(checkBrief(of, decision(of, { to: 'in_work', undoes: of.id }), whole)).toBeNull();
    expect(checkBrief(accepted(REST), decision(of, { to: 'in_work' }), whole)).toBeNull();
  });
});

test('[BR2] changes of different fields stand beside each other, and null takes a field back', () => {
  const first = changeBrief(NO_BRIEF, { competition: 'Die Kammer' });
  const both = changeBrief(first, { audienceIds: ['eltern', 'eltern'], effort: undefined });
  expect(both).toEqual({ ...NO_BRIEF, competition: 'Die Kammer', audienceIds: ['eltern'] });
  expect(changeBrief(both, { competition: null, audienceIds: null })).toEqual(NO_BRIEF);
});

test('[BR3] submitters receive nothing of a brief', () => {
  for (const isSupported of [true, false])
    expect(forSubmitters(accepted(REST), { isSupported, isEmbargoed: false }, DEFAULT_DESK_RULES, NOW).brief).toEqual(
      NO_BRIEF,
    );
});
