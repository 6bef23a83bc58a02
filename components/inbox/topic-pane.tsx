import ArrowLeft from 'lucide/dist/esm/icons/arrow-left.mjs';
import CloudOff from 'lucide/dist/esm/icons/cloud-off.mjs';
import type { ComponentChildren } from 'preact';
import { finding as findingWords, inbox, topicEdit } from '../../locales/words.ts';
import type { Note } from '../../protocol/note.ts';
import { TopicAssignments } from '../assignments/topic-assignments.tsx';
import { ClearanceMark } from '../clearance/clearance-mark.tsx';
import { Icon } from '../icon.tsx';
import { KindMark } from '../kind-mark.tsx';
import { useReader, useWords } from '../language.tsx';
import { StateBadge } from '../state-badge.tsx';
import type { Strategy } from '../strategy.ts';
import { departmentName } from '../tags/goal-text.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { BriefFold } from './brief/brief-fold.tsx';
import { ClipCard } from './clip-card.tsx';
import { EmbargoMark } from './embargo-mark.tsx';
import type { Finding } from './finding/finding-props.ts';
import { GoalBrief } from './goal-brief.tsx';
import type { InboxScreenProps, TopicDetail } from './inbox-props.ts';
import { LookedAt } from './looked-at.tsx';
import { MergedTopics } from './merged-topics.tsx';
import { ReadingTools } from './reading-tools.tsx';
import { ReusedTopics } from './reused-topics.tsx';
import { EscalationMark, TopicClock } from './topic-clock.tsx';
import { TopicNotes } from './topic-notes.tsx';

type TopicPaneProps = {
  detail: TopicDetail;
  notes: readonly Note[];
  strategy: Strategy;
  finding: Pick<Finding, 'link' | 'fromArchive' | 'notInList'>;
  similar?: ComponentChildren;
  onBack(): void;
  onOpen(topicId: string): void;
  onUnmerge(topicId: string): void;
} & Pick<InboxScreenProps, 'renderQuestions' | 'renderClearance' | 'assignments' | 'onCancelAssignment'>;

/** All that an editor needs to decide, from the top: what, for whom, from whom, and what happened so far. */
export function TopicPane(props: TopicPaneProps) {
  const { detail, notes, strategy, finding, similar, onBack, onOpen, onUnmerge, renderQuestions, renderClearance } =
    props;
  const { topic, clips, waiting, merged, reused, lookedAtBy } = detail;
  const { language } = useReader();
  const t = useWords(inbox);
  const finds = useWords(findingWords);
  const edit = useWords(topicEdit);
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
            <TopicClock topic={topic} rules={strategy.rules} />
            <EscalationMark topic={topic} />
            <ClearanceMark mark={topic.clearance} />
            <EmbargoMark until={topic.embargoUntil} />
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
          {topic.labels.length === 0 && !topic.forMeeting ? null : (
            <p class="topic-labels internal">
              {topic.forMeeting ? <span class="label">{edit('meeting')}</span> : null}
              {topic.labels.map((label) => (
                <bdi key={label} class="label">
                  {label}
                </bdi>
              ))}
            </p>
          )}
        </div>
        {cover?.pictureUrl == null ? null : <img class="topic-picture" src={cover.pictureUrl} alt="" />}
      </header>
      <ReadingTools link={finding.link} />
      {finding.fromArchive ? <p class="small soft">{finds('fromArchive')}</p> : null}
      {finding.notInList === true ? <p class="small soft">{finds('notInList')}</p> : null}
      <MergedTopics {...merged} onOpen={onOpen} onUnmerge={onUnmerge} />
      <ReusedTopics {...reused} onOpen={onOpen} />
      <section aria-label={t('clips')}>
        <ol class="clip-cards">
          {clips.map((entry) => (
            <ClipCard key={entry.clip.id} entry={entry} topicTitle={topic.title} />
          ))}
        </ol>
      </section>
      {renderClearance(topic.id)}
      {renderQuestions(topic.id)}
      <TopicAssignments
        assignments={props.assignments}
        onCancel={(assignmentId) => props.onCancelAssignment(topic.id, assignmentId)}
      />
      <TopicNotes notes={notes} />
      {similar}
      <BriefFold topic={topic} strategy={strategy} />
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
