import './assignments.css';
import { useId, useState } from 'preact/hooks';
import { common, absences as words } from '../../locales/words.ts';
import type { Absence, AbsenceInput } from '../../protocol/absence.ts';
import { useFormat, useReader, useWords } from '../language.tsx';
import { dayInput, isPossibleDay, LAST_DAY } from '../plan/day-at.ts';
import { NotKeptHere } from './not-kept-here.tsx';

type MyAbsenceProps = {
  /** One's own. */
  absences: readonly Absence[];
  timeZone: string;
  /** The last change of one could not be kept on this device. */
  failed: boolean;
  /** Whether it was kept: what was typed stays until it is. Never rejects. */
  onSave(absence: AbsenceInput): Promise<boolean>;
  onRemove(absenceId: string): void;
};

/** When one is away: from a day to a day, and no more. */
export function MyAbsence({ absences, timeZone, failed, onSave, onRemove }: MyAbsenceProps) {
  const t = useWords(words);
  const says = useWords(common);
  const format = useFormat();
  const { now } = useReader();
  const id = useId();
  const today = dayInput(now, timeZone);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const isTooFar = !isPossibleDay(from) || !isPossibleDay(to);
  const isWrong = !isTooFar && from !== '' && to !== '' && to < from;
  const ready = from !== '' && to !== '' && !isWrong && !isTooFar;
  const spanOf = (absence: Absence) => `${format.written(absence.from)} – ${format.written(absence.to)}`;
  return (
    <section class="my-absence" aria-labelledby={id}>
      <h2 id={id}>{t('heading')}</h2>
      <p class="soft">{t('text')}</p>
      <NotKeptHere failed={failed} />
      <ul class="absences">
        {absences
          .filter((absence) => absence.to >= today)
          .map((absence) => (
            <li key={absence.id} class="absence">
              {spanOf(absence)}
              <button
                type="button"
                class="button button-quiet"
                aria-label={t('removeOf', { span: spanOf(absence) })}
                onClick={() => onRemove(absence.id)}
              >
                {t('remove')}
              </button>
            </li>
          ))}
      </ul>
      <form
        class="absence-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready) return;
          void onSave({ id: crypto.randomUUID(), from, to }).then((kept) => {
            if (!kept) return;
            setFrom('');
            setTo('');
          });
        }}
      >
        <label class="field">
          <span class="field-label">{t('from')}</span>
          <input
            class="input"
            type="date"
            min={today}
            max={LAST_DAY}
            aria-invalid={!isPossibleDay(from)}
            value={from}
            onInput={({ currentTarget }) => setFrom(currentTarget.value)}
          />
        </label>
        <label class="field">
          <span class="field-label">{t('to')}</span>
          <input
            class="input"
            type="date"
            min={from === '' ? today : from}
            max={LAST_DAY}
            value={to}
            aria-invalid={isWrong || !isPossibleDay(to)}
            onInput={({ currentTarget }) => setTo(currentTarget.value)}
          />
        </label>
        <button type="submit" class="button" aria-disabled={!ready}>
          {t('add')}
        </button>
        <span class="small absence-wrong" role="status">
          {isTooFar ? says('dayTooFar') : isWrong ? t('wrong') : ''}
        </span>
      </form>
    </section>
  );
}
