import { strategy as words } from '../../../locales/words.ts';
import { useWords } from '../../language.tsx';
import type { ValueProps } from './field-props.ts';

type Texts = { de?: string; en?: string };

/** The same in German and English; one of them is enough. `label` names the two for those who hear them. */
export function LocalTextValue({ id, value, invalid, describedBy, onValue, label }: ValueProps & { label: string }) {
  const t = useWords(words);
  const texts: Texts = typeof value === 'object' && value !== null ? value : {};
  const change = (language: keyof Texts, text: string) => {
    const { [language]: _, ...other } = texts;
    const next = text === '' ? other : { ...other, [language]: text };
    onValue(Object.keys(next).length === 0 ? null : next);
  };
  return (
    <div class="local-text">
      {(['de', 'en'] as const).map((language, at) => (
        <div key={language} class="local-text-line">
          <span class="small soft" aria-hidden="true">
            {language.toUpperCase()}
          </span>
          <textarea
            id={at === 0 ? id : undefined}
            class="input"
            rows={1}
            lang={language}
            value={texts[language] ?? ''}
            aria-label={`${label}, ${t(language === 'de' ? 'german' : 'english')}`}
            aria-invalid={invalid}
            aria-describedby={describedBy}
            onInput={({ currentTarget }) => change(language, currentTarget.value)}
          />
        </div>
      ))}
    </div>
  );
}
