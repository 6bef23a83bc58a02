import { isSameFilter } from '../../../desk/topic-filter.ts';
import type { TopicFilter } from '../../../protocol/topic-filter.ts';
import type { ViewEntry } from './finding-props.ts';

/** The view that a list is of; also while somebody searches in it, unless the search is a view of its own. */
export function markedView(views: readonly ViewEntry[], filter: TopicFilter): string | null {
  const whole = views.find((view) => isSameFilter(view.filter, filter));
  const searched = views.find((view) => isSameFilter(view.filter, { ...filter, text: '' }));
  return (whole ?? searched)?.key ?? null;
}
