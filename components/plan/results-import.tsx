import { useId } from 'preact/hooks';
import { formatNumber } from '../../locales/amounts.ts';
import { textIn } from '../../locales/local-text.ts';
import { refusals, saveProblems, goals as words } from '../../locales/words.ts';
import { useReader, useWords } from '../language.tsx';
import type { Strategy } from '../strategy.ts';
import { dateText } from './day-at.ts';
import type { ResultsFileView } from './plan-props.ts';

type ResultsImportProps = {
  strategy: Strategy;
  file: ResultsFileView | null;
  /** The text of a file that somebody chose. */
  onFile(text: string): void;
  onImport(): void;
};

/** Lines that are shown; all of them are taken over. */
const SHOWN = 100;

/** Results from a file: what each line would do is shown before anything is kept, what is wrong by line. */
export function ResultsImport({ strategy, file, onFile, onImport }: ResultsImportProps) {
  const t = useWords(words);
  const explain = useWords(refusals);
  const explainSave = useWords(saveProblems);
  const { language, now } = useReader();
  const id = useId();
  const lines = file?.lines ?? [];
  const faults = [
    ...(file?.faults ?? []).map(({ line, fault }) => ({ line, text: t(fault) })),
    ...lines.flatMap(({ line, outcome }) =>
      typeof outcome === 'string' ? [] : [{ line, text: explain(outcome.refused) }],
    ),
  ].sort((a, b) => a.line - b.line);
  // Taken over, there is nothing left to look at: the goals above say what came of it.
  const good = file?.taken === null ? lines.filter(({ outcome }) => typeof outcome === 'string') : [];
  const count = good.filter(({ outcome }) => outcome !== 'same').length;
  const goalTitle = (goalId: string) => textIn(language, strategy.goals.find((each) => each.id === goalId)?.title);
  return (
    <section class="panel results-import" aria-labelledby={`${id}-import`}>
      <h3 id={`${id}-import`}>{t('import')}</h3>
      <p class="soft">{t('importText')}</p>
      <label class="field">
        <span class="field-label">{t('chooseFile')}</span>
        <input
          class="input"
          type="file"
          accept=".csv,text/csv"
          onChange={({ currentTarget }) => {
            const chosen = currentTarget.files?.[0];
            // Chosen again, the same file is read again.
            if (chosen !== undefined) void chosen.text().then(onFile, () => undefined);
          }}
        />
      </label>
      <div role="status">
        {file === null || file.taken === null ? null : (
          <p>{file.taken === 0 ? t('takenNothing') : t('taken', { count: file.taken })}</p>
        )}
        {file === null || file.unreadable === null ? null : <p class="danger">{t(`unreadable_${file.unreadable}`)}</p>}
        {faults.length === 0 ? null : (
          <>
            <h4>{t('faults', { count: faults.length })}</h4>
            <ul class="import-lines small">
              {faults.slice(0, SHOWN).map(({ line, text }) => (
                <li key={line}>
                  {t('line')} {line}: {text}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {good.length === 0 ? null : (
        <>
          <h4>{t('preview')}</h4>
          <div class="figures-table scroll-x">
            <table class="goal-table">
              <thead>
                <tr>
                  <th scope="col">{t('line')}</th>
                  <th scope="col">{t('goal')}</th>
                  <th scope="col">{t('date')}</th>
                  <th scope="col">{t('value')}</th>
                  <th scope="col">{t('outcome')}</th>
                </tr>
              </thead>
              <tbody>
                {good.slice(0, SHOWN).map(({ line, input, outcome }) => (
                  <tr key={line}>
                    <th scope="row">{line}</th>
                    <td class="foreign">{goalTitle(input.goalId)}</td>
                    <td>{dateText(input.measuredAt, strategy.rules.timeZone, language, now)}</td>
                    <td>
                      {formatNumber(language, input.value)} <bdi>{input.unit}</bdi>
                    </td>
                    <td>{typeof outcome === 'string' ? t(outcome) : null}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {count === 0 ? (
            <p class="soft">{t('nothingNew')}</p>
          ) : (
            <div class="button-row">
              <button type="button" class="button button-primary" onClick={onImport}>
                {t('take', { count })}
              </button>
              <p class="danger" role="alert">
                {file?.notKept == null ? null : `${explainSave(`${file.notKept}.title`)} ${t('notKept')}`}
              </p>
            </div>
          )}
        </>
      )}
    </section>
  );
}
