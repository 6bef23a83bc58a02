/** What the brief knows of a topic's clearance. */
import type { Topic } from '../protocol/topic.ts';
import { isCleared } from './clearances.ts';

/** Whether a topic may go on as far as clearance goes: company information needs somebody's yes first. */
export const isClear = ({ clearance }: Pick<Topic, 'clearance'>): boolean =>
  clearance === null || clearance.state === 'not_needed' || isCleared(clearance.state);
