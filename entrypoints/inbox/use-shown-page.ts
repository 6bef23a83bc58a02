import { useEffect, useState } from 'preact/hooks';
import type { TopicFilter } from '../../protocol/topic-filter.ts';
import type { Lists } from './use-lists.ts';

/** The list before stays in sight this long, so that nothing blinks while the next one is read. Milliseconds. */
const STAYS = 150;

/**
 * The list that belongs to the filter that is chosen, and no other one. Between two lists the one before stays for a
 * moment, in which keys wait; after it there is no list until the right one is there.
 */
export function useShownPage({ page, pageFilter }: Pick<Lists, 'page' | 'pageFilter'>, filter: TopicFilter) {
  const isOther = page !== undefined && pageFilter !== filter;
  /** The filter whose list kept somebody waiting. */
  const [lateOf, setLateOf] = useState<TopicFilter | null>(null);
  useEffect(() => {
    if (!isOther) return;
    const timer = setTimeout(() => setLateOf(filter), STAYS);
    return () => clearTimeout(timer);
  }, [isOther, filter]);
  const isLate = isOther && lateOf === filter;
  return { page: isLate ? undefined : page, pageFilter, isChanging: isOther && !isLate };
}
