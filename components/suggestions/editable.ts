import { isEditable } from '../../desk/states.ts';
import type { Suggestion } from './suggestion.ts';

/** Until its topic is accepted a clip belongs to its submitter; one that the queue did not take, too. */
export const isOwnEditable = ({ topic, delivery }: Suggestion): boolean =>
  delivery.kind === 'parked' || topic === null || isEditable(topic.state);
