import ArrowLeft from 'lucide/dist/esm/icons/arrow-left.mjs';
import CloudOff from 'lucide/dist/esm/icons/cloud-off.mjs';
import { inbox } from '../../locales/words.ts';
import { Icon } from '../icon.tsx';
import { KindMark } from '../kind-mark.tsx';
import { useReader, useWords } from '../language.tsx';
import { StateBadge } from '../state-badge.tsx';
import type { Strategy } from '../strategy.ts';
import { departmentName } from '../tags/goal-text.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { ClipCard } from './clip-card.tsx';
import { GoalBrief } from './goal-brief.tsx';
import type { InboxScreenProps, TopicDetail } from './inbox-props.ts';
import { LookedAt } from './looked-at.tsx';
import { MergedTopics } from './merged-topics.tsx';
import { ReadingTools } from './reading-tools.tsx';
import { TopicClock } from './topic-clock.tsx';

type TopicPaneProps = {
  detail: TopicDetail;
  strategy: Strategy;
  onBack(): void;
  onOpen(topicId: string): void;
  onUnmerge(topicId: string): void;
} & Pick<InboxScreenProps, 'renderQuestions'>;

/** All that an editor needs to decide, from the top: what, for whom, from whom, and what happened so far. */
export function TopicPane({ detail, strategy, onBack, onOpen, onUnmerge, renderQuestions }: TopicPaneProps) {
  const { topic, clips, waiting, merged, lookedAtBy } = detail;
  const { language } = useReader();
  const t = useWords(inbox);
  const cover = clips.find(({ clip }) => clip.id === topic.coverClipId) ?? clips[0];
  return (
    // A new topic begins at its top, and its sections fold as they should at first.
    <article key={topic.id} class="topic" aria-labelledby="topic-title" tabIndex={-1}>
      <button type="button" class="button button-quiet topic-back" onClick={onBack}>
        <Icon shapes={ArrowLeft} />
        {t('back')}
      </button>
      <header class="topic-head">
        <div class="topic-head-text">
          <p class="topic-standing">
            <StateBadge state={topic.state} />
            {topic.lead === null ? null : <bdi>{t('lead', { name: topic.lead.name })}</bdi>}
            <TopicClock topic={topic} />
            <LookedAt name={lookedAtBy} />
            {waiting ? (
              <span class="mark row-waiting">
                <Icon shapes={CloudOff} />
                {t('waiting')}
              </span>
            ) : null}
          </p>
          <h2 id="topic-title" class="topic-title foreign" dir="auto">
            {topic.title}
          </h2>
          <p class="topic-facts">
            <bdi>{departmentName(topic.departmentId, strategy, language)}</bdi>
            <KindMark kind={topic.kind} />
            {topic.supporterCount > 1 ? <span>{t('supporters', { count: topic.supporterCount })}</span> : null}
          </p>
          <ReadingTools />
        </div>
        {cover?.pictureUrl == null ? null : <img class="topic-picture" src={cover.pictureUrl} alt="" />}
      </header>
      <MergedTopics {...merged} onOpen={onOpen} onUnmerge={onUnmerge} />
      <section aria-label={t('clips')}>
        <ol class="clip-cards">
          {clips.map((entry) => (
            <ClipCard key={entry.clip.id} entry={entry} topicTitle={topic.title} />
          ))}
        </ol>
      </section>
      {renderQuestions(topic.id)}
      <details class="fold" open>
        <summary>{t('brief')}</summary>
        <GoalBrief goalId={topic.goalId} strategy={strategy} />
      </details>
      <details class="fold" open={topic.decisions.length > 0}>
        <summary>{t('history')}</summary>
        <Timeline topic={topic} suggestedAt={topic.createdAt} delivery={null} />
      </details>
    </article>
  );
}
