import { because, similar } from '../../locales/words.ts';
import { useFormat, useWords } from '../language.tsx';

/** Why two topics seem similar: the words that both have. Words of pages, in whatever language. */
export function BecauseWords({ words }: { words: readonly string[] }) {
  const t = useWords(similar);
  const says = useWords(because);
  const format = useFormat();
  if (words.length === 0) return null;
  return (
    <span class="similar-because" dir="auto">
      {t('because', { words: format.list(words.map((word) => says('quoted', { word }))) })}
    </span>
  );
}
