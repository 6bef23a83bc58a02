/** Where the selected topic appears or appeared: reads the database, or takes what the archive told. */
import { Appearances } from '../../components/plan/appearances.tsx';
import type { Strategy } from '../../components/strategy.ts';
import type { Publication } from '../../protocol/publication.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { publicationsOf } from '../../storage/plan.ts';
import { useLive } from '../browser/use-live.ts';

type TopicAppearancesProps = {
  db: AccountDatabase;
  topicId: string;
  /** Of a topic that only the queue holds; null where this device has its own. */
  archived: readonly Publication[] | null;
  strategy: Strategy;
};

export function TopicAppearances({ db, topicId, archived, strategy }: TopicAppearancesProps) {
  const found = useLive(() => publicationsOf(db, topicId), [db, topicId]);
  const shown = archived ?? found?.map(({ publication }) => publication) ?? [];
  return (
    <Appearances
      // What was read for the topic before this one is not shown as this one's.
      publications={shown.filter((each) => each.topicId === topicId && each.state !== 'cancelled')}
      strategy={strategy}
    />
  );
}
