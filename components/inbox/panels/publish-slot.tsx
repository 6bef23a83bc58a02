import { Fragment } from 'preact';
import type { PanelProps } from './panel-props.ts';

/** The panel that publishes: what is planned for the topic comes from whoever reads the database. */
export function PublishSlot({
  target,
  form,
  draft,
  renderPublish,
  onDraft,
  onDecide,
  onPublished,
  onClose,
}: PanelProps) {
  if (target.topic === null) return null;
  const topicId = target.topic.id;
  const place = {
    ...{ topicId, form, draft: draft.publish, onPublished, onClose },
    onDraft: (publish: typeof draft.publish) => onDraft({ ...draft, publish }),
    onPublishNowhere: () => onDecide('published', {}),
  };
  return <Fragment key={topicId}>{renderPublish(place)}</Fragment>;
}
