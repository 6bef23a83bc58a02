import './assignments.css';
import { useId } from 'preact/hooks';
import { load as words } from '../../locales/words.ts';
import type { PersonRef } from '../../protocol/person.ts';
import type { TimeBudget } from '../../protocol/time-budget.ts';
import { useWords } from '../language.tsx';
import { MinutesField } from './minutes-field.tsx';
import { NotKeptHere } from './not-kept-here.tsx';

type TeamTimeProps = {
  /** Those who work at the desk, by name. */
  people: readonly PersonRef[];
  budgets: readonly TimeBudget[];
  /** The last word could not be kept on this device. */
  failed: boolean;
  onSave(personId: string, minutes: number | null): void;
};

/** For a lead: how much time each at the desk has every week. By name, and without a word of how full it is [TB2]. */
export function TeamTime({ people, budgets, failed, onSave }: TeamTimeProps) {
  const t = useWords(words);
  const id = useId();
  if (people.length === 0) return null;
  return (
    <section class="my-time" aria-labelledby={id}>
      <h2 id={id}>{t('teamHeading')}</h2>
      <p class="soft">{t('teamText')}</p>
      <NotKeptHere failed={failed} />
      <ul class="week-loads">
        {people.map((person) => (
          <li key={person.id}>
            <MinutesField
              label={person.name}
              said={budgets.find(({ personId, monday }) => personId === person.id && monday === null)?.minutes ?? null}
              onSave={(minutes) => onSave(person.id, minutes)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
