import { Fragment } from 'preact';
import type { PanelProps } from './panel-props.ts';

/** The panel that asks for a clearance; who writes it down is whoever reads the database. The topic stays where it is. */
export function ClearanceSlot({ target, form, renderAskClearance, onClose }: PanelProps) {
  if (target.topic === null) return null;
  const topicId = target.topic.id;
  return <Fragment key={topicId}>{renderAskClearance({ topicId, form, onAsked: onClose, onClose })}</Fragment>;
}
