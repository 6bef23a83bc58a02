import { Fragment } from 'preact';
import type { PanelProps } from './panel-props.ts';

/** The panel that evaluates: where the topic appeared comes from whoever reads the database. */
export function EvaluateSlot({ target, form, draft, renderEvaluate, onDraft, onPublished, onClose }: PanelProps) {
  if (target.topic === null) return null;
  const { id: topicId, goalId } = target.topic;
  const place = {
    ...{ topicId, goalId, form, draft: draft.evaluate, onEvaluated: onPublished, onClose },
    onDraft: (evaluate: typeof draft.evaluate) => onDraft({ ...draft, evaluate }),
  };
  return <Fragment key={topicId}>{renderEvaluate(place)}</Fragment>;
}
