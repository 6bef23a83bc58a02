/** Topics with histories, made by the desk's own rules so that none of them is impossible. */
import { openTopic } from '../../../desk/clips.ts';
import { withClock } from '../../../desk/clocks.ts';
import { applyDecision } from '../../../desk/decisions.ts';
import type { Clip } from '../../../protocol/clip.ts';
import { DEFAULT_DESK_RULES } from '../../../protocol/desk-rules.ts';
import type { PersonRef } from '../../../protocol/person.ts';
import type { Decision, State, Topic } from '../../../protocol/topic.ts';
import { uuid } from './clips.ts';
import { NOW } from './company.ts';

type Move = Partial<Pick<Decision, 'reason' | 'sentence' | 'holdUntil' | 'holdReason'>> & {
  to: State;
  by: PersonRef | null;
  ago: number;
};

/** The topic that a clip opened, after these moves. */
export function topicOf(clip: Clip, moves: readonly Move[] = [], supporterCount = 1): Topic {
  const opened: Topic = { ...openTopic(clip, clip.capturedAt), supporterCount };
  const moved = moves.reduce(
    (topic, { to, by, ago, reason = null, sentence = null, holdUntil = null, holdReason = null }, at) => {
      const id = uuid(0x10000 + at + Number.parseInt(clip.id.slice(-4), 16) * 16);
      return applyDecision(topic, {
        id,
        from: topic.state,
        to,
        actor: by,
        at: NOW - ago,
        reason,
        sentence,
        holdUntil,
        holdReason,
        into: null,
        cause: null,
        undoes: null,
      });
    },
    opened,
  );
  return withClock(moved, DEFAULT_DESK_RULES);
}
