/** What came of the selected topic, and what was learnt from others: reads the database. */
import { TopicResults as Results } from '../../components/results/topic-results.tsx';
import type { AccountDatabase } from '../../storage/database.ts';
import { readGoals } from '../../storage/goals.ts';
import { useLive } from '../browser/use-live.ts';

type TopicResultsProps = {
  db: AccountDatabase;
  topicId: string;
  similarIds: readonly string[];
  onOpen(topicId: string): void;
};

export function TopicResults({ db, topicId, similarIds, onOpen }: TopicResultsProps) {
  const goals = useLive(() => readGoals(db), [db]);
  if (goals === undefined) return null;
  return (
    <Results
      key={topicId}
      own={goals.results.filter((each) => each.topicId === topicId)}
      lessons={goals.results.filter((each) => each.lesson !== null && each.topicId !== topicId)}
      similarIds={similarIds}
      titleOf={(id) => goals.titles.get(id) ?? ''}
      onOpen={onOpen}
    />
  );
}
