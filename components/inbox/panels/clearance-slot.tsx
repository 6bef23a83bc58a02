import { Fragment } from 'preact';
import { NO_DRAFT, type PanelProps } from './panel-props.ts';

/** The panel that asks for a clearance; who writes it down is whoever reads the database. The topic stays where it is. */
export function ClearanceSlot({ target, form, draft, renderAskClearance, onDraft, onClose }: PanelProps) {
  if (target.topic === null) return null;
  const topicId = target.topic.id;
  const keep = (clearance: typeof draft.clearance) => onDraft({ ...draft, clearance });
  const onAsked = () => {
    keep(NO_DRAFT.clearance);
    onClose();
  };
  const place = { topicId, form, draft: draft.clearance, onDraft: keep, onAsked, onClose };
  return <Fragment key={topicId}>{renderAskClearance(place)}</Fragment>;
}
