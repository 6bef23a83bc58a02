import type { PublishPlace } from '../../components/inbox/inbox-props.ts';
import { PublishPanel } from '../../components/inbox/panels/publish-panel.tsx';
import type { Strategy } from '../../components/strategy.ts';
import type { Clearance } from '../../protocol/clearance.ts';
import type { PublicationInput } from '../../protocol/publication.ts';
import type { Topic } from '../../protocol/topic.ts';
import { publicationsOf } from '../../storage/plan.ts';
import type { Session } from '../browser/session.ts';
import { useLive } from '../browser/use-live.ts';

type PublishTopicProps = {
  session: Session;
  place: PublishPlace;
  strategy: Strategy;
  clearance: Topic['clearance'];
  clearanceSteps: Clearance['steps'] | undefined;
  embargoUntil: Topic['embargoUntil'];
  onPublish(publication: PublicationInput): void;
};

/** The panel of `w` on a topic in work: reads what the plan holds for it. */
export function PublishTopic(props: PublishTopicProps) {
  const { place, strategy, clearance, clearanceSteps, embargoUntil, onPublish } = props;
  const { db } = props.session;
  const { topicId, onPublished, ...panel } = place;
  const planned = useLive(() => publicationsOf(db, topicId), [db, topicId]);
  if (planned === undefined) return null;
  return (
    <PublishPanel
      {...panel}
      topicId={topicId}
      clearance={clearance}
      clearanceSteps={clearanceSteps}
      embargoUntil={embargoUntil}
      channels={strategy.channels}
      timeZone={strategy.rules.timeZone}
      planned={planned.map(({ publication }) => publication).filter(({ state }) => state !== 'published')}
      onPublish={(publication) => {
        onPublish(publication);
        onPublished();
      }}
    />
  );
}
