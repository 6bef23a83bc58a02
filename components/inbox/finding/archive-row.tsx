import { inbox, states } from '../../../locales/words.ts';
import type { Topic } from '../../../protocol/topic.ts';
import { useReader, useWords } from '../../language.tsx';
import type { Strategy } from '../../strategy.ts';
import { departmentName } from '../../tags/goal-text.ts';
import { Marked } from './marked.tsx';

type ArchiveRowProps = { topic: Topic; strategy: Strategy; search: string; selected: boolean; onOpen(): void };

/** A topic that is only in the queue: to be opened, and nothing else until it is. */
export function ArchiveRow({ topic, strategy, search, selected, onOpen }: ArchiveRowProps) {
  const { language } = useReader();
  const t = useWords(inbox);
  const stateText = useWords(states);
  const facts = [stateText(topic.state), departmentName(topic.departmentId, strategy, language)];
  if (topic.supporterCount > 1) facts.push(t('supporters', { count: topic.supporterCount }));
  return (
    <button
      type="button"
      class="archive-row"
      aria-current={selected ? 'true' : undefined}
      data-topic={topic.id}
      onClick={onOpen}
    >
      <bdi class="row-title">
        <Marked text={topic.title} search={search} />
      </bdi>
      <bdi class="small soft">{facts.join(' · ')}</bdi>
    </button>
  );
}
