import '../inbox/goal-brief.css';
import { textIn } from '../../locales/local-text.ts';
import { strategyChoices, strategy as words } from '../../locales/words.ts';
import type { Department } from '../../protocol/strategy.ts';
import { useFormat, useReader, useWords } from '../language.tsx';
import type { Strategy } from '../strategy.ts';

/** A department as everybody sees it: who answers for it, and what the editors get from there. */
export function DepartmentCard({ department, strategy }: { department: Department; strategy: Strategy }) {
  const t = useWords(words);
  const { language } = useReader();
  const name = (id: string | null) => strategy.colleagues.find((each) => each.id === id)?.name ?? t('nobodyYet');
  const facts = [
    [t('contact'), name(department.contactId)],
    [t('deputy'), name(department.deputyId)],
    [t('clearer'), name(department.clearerId)],
    [t('asked'), useHours(department.questionHours)],
  ] as const;
  return (
    <>
      <strong class="foreign">{textIn(language, department.name)}</strong>
      {department.owes === null ? null : <p class="soft foreign">{textIn(language, department.owes)}</p>}
      <dl class="facts">
        {facts.map(([term, value]) =>
          value === null ? null : (
            <div key={term} class="fact">
              <dt>{term}</dt>
              <dd class="foreign">{value}</dd>
            </div>
          ),
        )}
      </dl>
    </>
  );
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

function useHours(hours: Department['questionHours']): string | null {
  const choice = useWords(strategyChoices);
  const format = useFormat();
  if (hours.length === 0) return null;
  return format.list(
    hours.map(({ weekday, from, to }) => `${choice(`weekday${weekday}` as 'weekday1')} ${clock(from)}–${clock(to)}`),
  );
}
