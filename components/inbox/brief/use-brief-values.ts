import { type BriefPoint, goalSays } from '../../../desk/brief.ts';
import { formatNumber } from '../../../locales/amounts.ts';
import { textIn } from '../../../locales/local-text.ts';
import { clearanceStates, tags, brief as words } from '../../../locales/words.ts';
import type { Goal } from '../../../protocol/strategy.ts';
import type { Topic } from '../../../protocol/topic.ts';
import { useFormat, useReader, useWords } from '../../language.tsx';
import type { Strategy } from '../../strategy.ts';
import { audienceNames } from '../../tags/goal-text.ts';

/** What each point of a topic's brief says in the reader's language; empty where it says nothing. */
export function useBriefValues(topic: Topic, goal: Goal | null, strategy: Strategy): Record<BriefPoint, string> {
  const { language } = useReader();
  const format = useFormat();
  const t = useWords(words);
  const tag = useWords(tags);
  const stateOf = useWords(clearanceStates);
  const { brief } = topic;
  const said = goalSays(goal);
  const relationship = brief.relationship ?? said.relationship;
  const audienceIds = brief.audienceIds ?? said.audienceIds ?? [];
  const goalMeasure =
    goal?.measure == null
      ? ''
      : goal.target === null
        ? textIn(language, goal.measure)
        : tag('measure', {
            measure: textIn(language, goal.measure),
            target: goal.target,
            unit: textIn(language, goal.unit),
          });
  const minutes = brief.effort === null ? null : strategy.rules.effortMinutes[brief.effort];
  const resources = [
    brief.effort,
    minutes === null ? null : t('effortMinutes', { minutes: formatNumber(language, minutes) }),
    topic.lead?.name,
    brief.people === null ? null : t('peopleShort', { people: brief.people }),
    brief.material,
  ];
  return {
    whom: format.list(audienceNames({ audienceIds }, strategy, language)),
    goal: goal === null ? '' : textIn(language, goal.title),
    relationship: relationship === null ? '' : tag(relationship),
    resources: resources.filter((part) => part != null).join(' · '),
    competition: brief.competition ?? '',
    measure: brief.measure ?? goalMeasure,
    clearance: topic.clearance === null ? t('clear') : stateOf(topic.clearance.state),
  };
}
