/** What the brief knows of a topic's clearance. */
import type { Topic } from '../protocol/topic.ts';

/** Whether a topic may go on as far as clearance goes: company information needs somebody's yes first. */
export const isClear = (_topic: Topic): boolean => true;
