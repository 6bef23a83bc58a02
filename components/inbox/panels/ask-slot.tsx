import { Fragment } from 'preact';
import type { PanelProps } from './panel-props.ts';

/** The panel that asks: what it knows of people and earlier answers comes from whoever reads the database. */
export function AskSlot({ target, form, renderAsk, onAsked, onClose }: PanelProps) {
  if (target.topic === null) return null;
  const topicId = target.topic.id;
  return <Fragment key={topicId}>{renderAsk({ topicId, form, onAsked, onClose })}</Fragment>;
}
