import { describe, expect, it } from 'vitest';
import { stepsOf } from '../../components/timeline/steps.ts';
import { NO_BRIEF } from '../../protocol/brief.ts';
import type { Decision, State, Topic } from '../../protocol/topic.ts';

const decision = (n: number, to: State, more: Partial<Decision> = {}): Decision => ({
  id: `d${n}`,
  from: 'new',
  to,
  actor: { id: 'jonas', name: 'Jonas' },
  at: n * 100,
  reason: null,
  sentence: null,
  holdUntil: null,
  holdReason: null,
  into: null,
  cause: null,
  undoes: null,
  ...more,
});
const topic = (decisions: Decision[]): Topic => ({
  id: 't',
  title: 'T',
  kind: 'other',
  departmentId: 'd',
  goalId: null,
  state: 'new',
  stateSince: 0,
  lead: null,
  holdUntil: null,
  mergedInto: null,
  mergedFrom: [],
  dueAt: null,
  escalation: null,
  forMeeting: false,
  labels: [],
  brief: NO_BRIEF,
  embargoUntil: null,
  clearance: null,
  supporterCount: 1,
  coverClipId: null,
  createdAt: 0,
  decisions,
});
const kinds = (decisions: Decision[], suggestedAt = 0) =>
  stepsOf(topic(decisions), suggestedAt).map((step) => step.kind);

describe('stepsOf', () => {
  it('tells what became of a suggestion, oldest first', () => {
    expect(kinds([decision(1, 'held'), decision(2, 'new', { actor: null }), decision(3, 'accepted')])).toEqual([
      'suggested',
      'held',
      'returned',
      'accepted',
    ]);
  });

  it('[DK3] tells both where a decision was taken back after it had been seen', () => {
    const late = [decision(1, 'accepted'), decision(2, 'new', { undoes: 'd1', at: 100 + 30_000 })];
    expect(kinds(late)).toEqual(['suggested', 'accepted', 'takenBack']);
  });

  it('[DK3] is silent about a decision that was taken back at once', () => {
    expect(kinds([decision(1, 'declined'), decision(2, 'new', { undoes: 'd1' })])).toEqual(['suggested']);
  });

  it('puts a supporter who came later after what happened before', () => {
    expect(kinds([decision(1, 'held'), decision(3, 'accepted')], 200)).toEqual(['held', 'suggested', 'accepted']);
  });

  it('knows a clip whose topic is not known yet', () => {
    expect(stepsOf(null, 5).map(({ kind, at }) => [kind, at])).toEqual([['suggested', 5]]);
  });
});
