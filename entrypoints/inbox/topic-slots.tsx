/** The parts of a topic, and the panels, that read and write by themselves: the screen leaves a place for each. */
import type { InboxScreenProps } from '../../components/inbox/inbox-props.ts';
import { Appearances } from '../../components/plan/appearances.tsx';
import type { AskDraft } from '../../components/questions/ask-draft.ts';
import { TopicResults } from '../../components/results/topic-results.tsx';
import type { Strategy } from '../../components/strategy.ts';
import type { Topic } from '../../protocol/topic.ts';
import type { Session } from '../browser/session.ts';
import { EvaluateTopic } from './evaluate-topic.tsx';
import { PublishTopic } from './publish-topic.tsx';
import { AskForClearance, TopicClearance } from './topic-clearance.tsx';
import { AskAboutTopic, TopicQuestions } from './topic-questions.tsx';
import type { useDeskActs } from './use-desk-acts.ts';
import type { useDeskReads } from './use-desk-reads.ts';
import type { useTopicAtHand } from './use-topic-at-hand.ts';

type Given = {
  session: Session;
  strategy: Strategy;
  topic: Topic | null;
  atHand: ReturnType<typeof useTopicAtHand>['atHand'];
  measured: ReturnType<typeof useDeskReads>['measured'];
  similarIds: readonly string[];
  /** Begun questions by topic: a panel that is closed and opened again has its words. */
  drafts: Map<string, AskDraft>;
  acts: ReturnType<typeof useDeskActs>;
  onOpen(topicId: string): void;
  /** Something is about to be decided. */
  onDecided(): void;
};

type Slots = Pick<
  InboxScreenProps,
  'renderQuestions' | 'renderClearance' | 'renderAskClearance' | 'renderAsk' | 'renderPublish' | 'renderEvaluate'
>;

export const topicSlots = (given: Given): Slots => {
  const { session, strategy, topic, atHand, measured, acts } = given;
  return {
    renderQuestions: (topicId) => (
      <>
        <TopicQuestions session={session} topicId={topicId} questions={atHand.questions} onKeep={acts.keepAbout} />
        {measured === undefined ? null : (
          <TopicResults
            key={topicId}
            own={measured.results.filter((each) => each.topicId === topicId)}
            lessons={measured.results.filter((each) => each.lesson !== null && each.topicId !== topicId)}
            similarIds={given.similarIds}
            titleOf={(id) => measured.titles.get(id) ?? ''}
            onOpen={given.onOpen}
          />
        )}
        <Appearances publications={atHand.publications} strategy={strategy} />
      </>
    ),
    renderClearance: (topicId) => (
      <TopicClearance session={session} topicId={topicId} found={atHand.clearance} onKeep={acts.keepAbout} />
    ),
    renderAskClearance: (place) => (
      <AskForClearance place={place} rules={strategy.rules} found={atHand.clearance} onAsk={acts.askClearance} />
    ),
    renderAsk: (place) => (
      <AskAboutTopic session={session} drafts={given.drafts} place={place} onAsk={acts.ask} onNote={acts.note} />
    ),
    renderPublish: (place) => (
      <PublishTopic
        session={session}
        place={place}
        strategy={strategy}
        clearance={topic?.clearance ?? null}
        clearanceSteps={atHand.clearance.view?.clearance.steps}
        embargoUntil={topic?.embargoUntil ?? null}
        onPublish={(publication) => {
          given.onDecided();
          acts.publish(publication);
        }}
      />
    ),
    renderEvaluate: (place) => (
      <EvaluateTopic
        session={session}
        place={place}
        strategy={strategy}
        onEvaluate={(topicId, wish) => {
          given.onDecided();
          acts.evaluate(topicId, wish);
        }}
      />
    ),
  };
};
