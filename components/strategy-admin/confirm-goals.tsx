import BadgeCheck from 'lucide/dist/esm/icons/badge-check.mjs';
import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import CloudOff from 'lucide/dist/esm/icons/cloud-off.mjs';
import { onlyLacksWord } from '../../desk/goal-confirmation.ts';
import { textIn } from '../../locales/local-text.ts';
import { lineProblems, strategy as words } from '../../locales/words.ts';
import { EmptyState } from '../empty-state.tsx';
import { Icon } from '../icon.tsx';
import { GoalBrief } from '../inbox/goal-brief.tsx';
import { useFormat, useReader, useWords } from '../language.tsx';
import { Notice } from '../notice.tsx';
import { GoalLack } from './goal-lack.tsx';
import type { StrategyScreenProps } from './strategy-props.ts';

type ConfirmGoalsProps = Pick<StrategyScreenProps, 'confirm' | 'strategy' | 'me' | 'onConfirm' | 'onTakeBack'>;

/** What a sponsor is asked to stand for (S6): each goal in full, and one button. */
export function ConfirmGoals({ confirm, strategy, me, onConfirm, onTakeBack }: ConfirmGoalsProps) {
  const t = useWords(words);
  const explain = useWords(lineProblems);
  const format = useFormat();
  const { goals, busyId, problem, done } = confirm;
  const { language } = useReader();
  const waiting = goals.filter(onlyLacksWord);
  const incomplete = goals.filter((goal) => goal.state === 'draft' && !onlyLacksWord(goal));
  const confirmed = goals.filter(({ state, sponsorConfirmedAt }) => state === 'active' && sponsorConfirmedAt !== null);
  return (
    <div class="confirm-goals">
      {waiting.length === 0 ? null : (
        <>
          <h2>{t('confirmHeading')}</h2>
          <p class="soft">{t('confirmLead')}</p>
        </>
      )}
      {problem === null ? null : (
        <Notice tone="warning" icon={problem === 'changed' ? CircleAlert : CloudOff} urgent>
          {problem === 'changed' ? t('confirmChanged') : explain(problem)}
        </Notice>
      )}
      {done === null ? null : (
        <Notice tone="plain" icon={BadgeCheck} urgent>
          {t(done.act === 'confirmed' ? 'confirmedNow' : 'takenBackNow', { name: textIn(language, done.goal.title) })}
        </Notice>
      )}
      {waiting.length === 0 ? (
        <EmptyState icon={BadgeCheck} title={t('confirmNothing')} text={t('confirmNothingText')} />
      ) : null}
      {waiting.map((goal) => (
        <section key={goal.id} class="card">
          <GoalBrief goalId={goal.id} strategy={strategy} />
          <div class="button-row">
            <button
              type="button"
              class="button button-primary"
              aria-disabled={busyId !== null}
              onClick={() => busyId === null && onConfirm(goal)}
            >
              <Icon shapes={BadgeCheck} />
              {t(busyId === goal.id ? 'confirming' : 'confirmButton')}
            </button>
          </div>
        </section>
      ))}
      {incomplete.length === 0 ? null : <h2>{t('notComplete')}</h2>}
      {incomplete.map((goal) => (
        <section key={goal.id} class="card">
          <GoalBrief goalId={goal.id} strategy={strategy} />
          <GoalLack goal={goal} sponsor={me.name} />
        </section>
      ))}
      {confirmed.length === 0 ? null : <h2>{t('confirmedHeading')}</h2>}
      {confirmed.map((goal) => (
        <section key={goal.id} class="card">
          <GoalBrief goalId={goal.id} strategy={strategy} />
          <div class="button-row">
            <span class="mark small soft">
              <Icon shapes={BadgeCheck} />
              {t('confirmedOn', { date: format.date(goal.sponsorConfirmedAt ?? 0) })}
            </span>
            <button
              type="button"
              class="button button-quiet"
              aria-disabled={busyId !== null}
              onClick={() => busyId === null && onTakeBack(goal.id)}
            >
              {t('takeBack')}
            </button>
          </div>
        </section>
      ))}
    </div>
  );
}
