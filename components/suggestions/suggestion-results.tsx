import ChartLine from 'lucide/dist/esm/icons/chart-line.mjs';
import { formatNumber } from '../../locales/amounts.ts';
import { textIn } from '../../locales/local-text.ts';
import { suggestions as words } from '../../locales/words.ts';
import type { Result } from '../../protocol/result.ts';
import { Icon } from '../icon.tsx';
import { useFormat, useReader, useWords } from '../language.tsx';

/** What came of a suggestion, in figures. What editors learnt from it is their own. */
export function SuggestionResults({ results }: { results: readonly Result[] }) {
  const t = useWords(words);
  const format = useFormat();
  const { language } = useReader();
  if (results.length === 0) return null;
  return (
    <ul class="suggestion-results">
      {results.map(({ id, value, unit, measure, measuredAt }) => (
        <li key={id}>
          <span class="mark">
            <Icon shapes={ChartLine} />
            <b>{t('result', { value: formatNumber(language, value), unit })}</b>
          </span>{' '}
          <span class="small soft">
            {t('resultOf', { measure: textIn(language, measure), date: format.date(measuredAt) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
