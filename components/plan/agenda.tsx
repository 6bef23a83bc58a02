import Printer from 'lucide/dist/esm/icons/printer.mjs';
import Users from 'lucide/dist/esm/icons/users.mjs';
import { textIn } from '../../locales/local-text.ts';
import { plan as planWords } from '../../locales/words.ts';
import type { Topic } from '../../protocol/topic.ts';
import { EmptyState } from '../empty-state.tsx';
import { Icon } from '../icon.tsx';
import { useReader, useWords } from '../language.tsx';
import { StateBadge } from '../state-badge.tsx';
import { AgendaGoals, goalsInNeed } from './agenda-goals.tsx';
import { wholeDateText } from './day-at.ts';
import { GapList, gapsIn } from './gap-list.tsx';
import type { PlanScreenProps } from './plan-props.ts';

/** What the working group decides (S17): topics that were flagged, goals that are behind or not measured, gaps; made to be shown in the room and to be printed. */
export function Agenda({ agenda, strategy, goals, figures: { figures }, onOpenTopic, onPrint }: PlanScreenProps) {
  const t = useWords(planWords);
  const { language, now } = useReader();
  if (agenda === null)
    return (
      <p class="plan-loading" role="status">
        {t('loading')}
      </p>
    );
  const inNeed = goalsInNeed(strategy, goals, now);
  const gaps = figures === null ? [] : gapsIn(strategy, figures);
  if (agenda.length + inNeed.length + gaps.length === 0)
    return <EmptyState icon={Users} title={t('noAgenda')} text={t('noAgendaText')} />;
  const departmentName = (id: string) =>
    textIn(language, strategy.departments.find((each) => each.id === id)?.name) || id;
  const goalName = (id: string | null) => textIn(language, strategy.goals.find((each) => each.id === id)?.title);
  return (
    <section class="panel agenda" aria-labelledby="agenda-title">
      <header class="panel-head">
        <h2 id="agenda-title">{t('agendaTitle', { date: wholeDateText(now, strategy.rules.timeZone, language) })}</h2>
        <button type="button" class="button no-print" onClick={onPrint}>
          <Icon shapes={Printer} />
          {t('print')}
        </button>
      </header>
      <h3>{t('agendaTopics')}</h3>
      {agenda.length === 0 ? (
        <p class="soft">{t('noTopicsFlagged')}</p>
      ) : (
        <ol class="agenda-list">
          {agenda.map((topic) => (
            <li key={topic.id} class="agenda-item">
              <h4>
                <button type="button" class="link foreign" onClick={() => onOpenTopic(topic.id)}>
                  {topic.title}
                </button>
              </h4>
              <p class="agenda-facts">
                <StateBadge state={topic.state} />
                <span>{departmentName(topic.departmentId)}</span>
                <span>{goalName(topic.goalId) || t('noGoal')}</span>
                <span>{t('supporters', { count: topic.supporterCount })}</span>
                {topic.lead === null ? null : <span class="foreign">{t('leadIs', { name: topic.lead.name })}</span>}
              </p>
              <p class="agenda-why soft">{t(needOf(topic))}</p>
              <div class="agenda-room print-only" aria-hidden="true" />
            </li>
          ))}
        </ol>
      )}
      <AgendaGoals inNeed={inNeed} />
      {gaps.length === 0 ? null : (
        <section aria-labelledby="agenda-gaps">
          <h3 id="agenda-gaps">{t('agendaGaps')}</h3>
          <GapList gaps={gaps} />
        </section>
      )}
      {figures === null ? <p class="small soft no-print">{t('agendaGapsUnknown')}</p> : null}
    </section>
  );
}

/** What the group has to say to it, by where it stands. */
const needOf = ({ state, goalId, lead }: Topic) => {
  if (state === 'new' || state === 'query' || state === 'held') return 'needDecision';
  if (lead === null) return 'needLead';
  return goalId === null ? 'needGoal' : 'needNothing';
};
