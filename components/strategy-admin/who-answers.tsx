import Landmark from 'lucide/dist/esm/icons/landmark.mjs';
import { useState } from 'preact/hooks';
import { activeDepartments } from '../../desk/goals.ts';
import { mayDecide } from '../../desk/roles.ts';
import { textIn } from '../../locales/local-text.ts';
import { roleNames, strategy as words } from '../../locales/words.ts';
import { matchesWords } from '../chooser/match.ts';
import { EmptyState } from '../empty-state.tsx';
import { useFormat, useReader, useWords } from '../language.tsx';
import type { Strategy } from '../strategy.ts';
import { byName } from '../tags/by-name.ts';
import { DepartmentCard } from './department-card.tsx';
import { GoalCard } from './goal-card.tsx';

/** Who answers for what (S12), for everybody: departments, goals and channels with the people behind them. */
export function WhoAnswers({ strategy }: { strategy: Strategy }) {
  const t = useWords(words);
  const role = useWords(roleNames);
  const format = useFormat();
  const { language } = useReader();
  const [query, setQuery] = useState('');
  const name = (id: string | null): string => strategy.colleagues.find((each) => each.id === id)?.name ?? '';
  const isFound = (...texts: string[]): boolean => matchesWords(texts.join(' '), query);
  const all = byName(activeDepartments(strategy.departments), language);
  const departments = all.filter((each) =>
    isFound(textIn(language, each.name), name(each.contactId), name(each.deputyId), name(each.clearerId)),
  );
  const goals = strategy.goals.filter(
    ({ state, title, sponsorId }) => state !== 'closed' && isFound(textIn(language, title), name(sponsorId)),
  );
  const channels = byName(strategy.channels, language).filter(
    (each) => each.active && isFound(textIn(language, each.name), name(each.ownerId)),
  );
  const desk = strategy.colleagues.filter((each) => mayDecide(each.roles) && isFound(each.name));
  if (all.length + strategy.goals.length === 0)
    return <EmptyState icon={Landmark} title={t('noStrategy')} text={t('noStrategyText')} />;
  return (
    <div class="who">
      <header>
        <h2>{t('whoHeading')}</h2>
        <p class="soft">{t('whoLead')}</p>
        <input
          class="input who-search"
          type="search"
          aria-label={t('whoSearch')}
          placeholder={t('whoSearch')}
          value={query}
          onInput={({ currentTarget }) => setQuery(currentTarget.value)}
        />
      </header>
      {departments.length === 0 ? null : (
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
      )}
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
      {desk.length === 0 ? null : (
        <section aria-labelledby="who-desk">
          <h3 id="who-desk">{t('editors')}</h3>
          <p class="small soft">{t('editorsText')}</p>
          <ul class="who-cards">
            {desk.map(({ id, name: who, roles }) => (
              <li key={id} class="card">
                <strong class="foreign">{who}</strong>
                <span class="soft">
                  {format.list(roles.filter((each) => each !== 'submitter').map((each) => role(each)))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {channels.length === 0 ? null : (
        <section aria-labelledby="who-channels">
          <h3 id="who-channels">{t('channels')}</h3>
          <ul class="who-cards">
            {channels.map(({ id, name: called, ownerId }) => {
              const owner = name(ownerId);
              return (
                <li key={id} class="card">
                  <strong class="foreign">{textIn(language, called)}</strong>
                  <span class="soft">{owner === '' ? t('nobodyYet') : t('owner', { name: owner })}</span>
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </div>
  );
}
