import Landmark from 'lucide/dist/esm/icons/landmark.mjs';
import { activeDepartments } from '../../desk/goals.ts';
import { mayDecide } from '../../desk/roles.ts';
import { textIn } from '../../locales/local-text.ts';
import { roleNames, strategy as words } from '../../locales/words.ts';
import { EmptyState } from '../empty-state.tsx';
import { useFormat, useReader, useWords } from '../language.tsx';
import type { Strategy } from '../strategy.ts';
import { DepartmentCard } from './department-card.tsx';
import { GoalCard } from './goal-card.tsx';

/** Who answers for what (S12), for everybody: departments, goals and channels with the people behind them. */
export function WhoAnswers({ strategy }: { strategy: Strategy }) {
  const t = useWords(words);
  const role = useWords(roleNames);
  const format = useFormat();
  const { language } = useReader();
  const departments = activeDepartments(strategy.departments);
  const goals = strategy.goals.filter(({ state }) => state !== 'closed');
  const channels = strategy.channels.filter(({ active }) => active);
  const desk = strategy.colleagues.filter(({ roles }) => mayDecide(roles));
  if (departments.length + goals.length === 0)
    return <EmptyState icon={Landmark} title={t('noStrategy')} text={t('noStrategyText')} />;
  return (
    <div class="who">
      <header>
        <h2>{t('whoHeading')}</h2>
        <p class="soft">{t('whoLead')}</p>
      </header>
      <section aria-labelledby="who-departments">
        <h3 id="who-departments">{t('departments')}</h3>
        <ul class="who-cards">
          {departments.map((department) => (
            <li key={department.id} class="card">
              <DepartmentCard department={department} strategy={strategy} />
            </li>
          ))}
        </ul>
      </section>
      {goals.length === 0 ? null : (
        <section aria-labelledby="who-goals">
          <h3 id="who-goals">{t('goals')}</h3>
          <ul class="who-cards">
            {goals.map((goal) => (
              <li key={goal.id} class="card">
                <GoalCard goal={goal} strategy={strategy} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="who-desk">
        <h3 id="who-desk">{t('desk')}</h3>
        <p class="small soft">{t('deskText')}</p>
        <ul class="who-cards">
          {desk.map(({ id, name, roles }) => (
            <li key={id} class="card">
              <strong class="foreign">{name}</strong>
              <span class="soft">
                {format.list(roles.filter((each) => each !== 'submitter').map((each) => role(each)))}
              </span>
            </li>
          ))}
          {channels.map(({ id, name, ownerId }) => {
            const owner = strategy.colleagues.find((each) => each.id === ownerId)?.name;
            return (
              <li key={`channel ${id}`} class="card">
                <strong class="foreign">{textIn(language, name)}</strong>
                <span class="soft">{owner === undefined ? t('nobodyYet') : t('owner', { name: owner })}</span>
              </li>
            );
          })}
        </ul>
      </section>
    </div>
  );
}
