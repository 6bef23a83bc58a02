import { plan as planWords, publicationStates } from '../../locales/words.ts';
import { ClearanceMark } from '../clearance/clearance-mark.tsx';
import { useReader, useWords } from '../language.tsx';
import { weekdayText } from './day-at.ts';
import type { PlanItem } from './plan-props.ts';
import { appearsAt } from './week-of.ts';

type PlanCardProps = { item: PlanItem; timeZone: string; onOpen(): void };

/** One appearance in its week: the weekday, the title, and whether it is only proposed, planned or out. */
export function PlanCard({ item, timeZone, onOpen }: PlanCardProps) {
  const t = useWords(planWords);
  const stateText = useWords(publicationStates);
  const { language, now } = useReader();
  const { publication, topic, waiting } = item;
  const at = appearsAt(item);
  const late = publication.state === 'planned' && at !== null && at < now;
  const day = at === null ? '' : weekdayText(at, timeZone, language);
  return (
    <button
      data-publication={publication.id}
      type="button"
      class={`plan-card plan-${publication.state}`}
      title={topic?.title}
      onClick={onOpen}
    >
      <span class="plan-card-day">
        {day} · {stateText(publication.state)}
        {late ? <b class="plan-late"> · {t('late')}</b> : null}
        {waiting ? <span> · {t('waiting')}</span> : null}
        {publication.state === 'published' ? null : <ClearanceMark mark={topic?.clearance ?? null} />}
      </span>
      <span class="plan-card-title foreign">{topic?.title ?? t('topicAway')}</span>
    </button>
  );
}
