import { SimilarFold } from '../../components/similar/similar-fold.tsx';
import type { Strategy } from '../../components/strategy.ts';
import { mayReuse } from '../../desk/edit-topic.ts';
import { canTakeIn } from '../../desk/merging.ts';
import { TRANSITIONS } from '../../desk/states.ts';
import type { Topic } from '../../protocol/topic.ts';
import { rejectSimilar } from '../../storage/rejections.ts';
import type { SimilarView } from '../../storage/similar-topics.ts';
import { requestSync } from '../browser/background-calls.ts';
import type { Session } from '../browser/session.ts';

type SimilarBlockProps = {
  session: Session;
  topic: Topic;
  found: readonly SimilarView[];
  strategy: Strategy;
  onOpen(topicId: string): void;
  onMerge(into: string): void;
  onReuse(reuseOf: string | null): void;
};

/** [SM1][SM5] The similar topics of this device for the one that is looked at; what is similar follows every change. */
export function SimilarBlock(props: SimilarBlockProps) {
  const { topic, found, strategy, onOpen, onMerge, onReuse } = props;
  const { db } = props.session;
  return (
    <SimilarFold
      entries={found}
      strategy={strategy}
      mayMerge={TRANSITIONS[topic.state].includes('merged')}
      mayTakeIn={(entry) => canTakeIn(entry.topic, topic.id)}
      onOpen={onOpen}
      onMerge={onMerge}
      reuseOf={topic.reuseOf}
      mayReuse={(entry) => mayReuse(topic.id, entry.topic)}
      onReuse={onReuse}
      onReject={(otherId) => {
        const pair = { topicId: topic.id, otherId, rejected: true };
        void rejectSimilar(db, pair, Date.now()).then(
          () => requestSync(),
          () => undefined,
        );
      }}
    />
  );
}
