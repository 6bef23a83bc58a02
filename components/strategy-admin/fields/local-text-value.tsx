import { strategy as words } from '../../../locales/words.ts';
import { useWords } from '../../language.tsx';
import type { ValueProps } from './field-props.ts';

type Texts = { de?: string; en?: string };

type LocalTextValueProps = ValueProps & {
  /** Names the two for those who hear them. */
  label: string;
  /** It may have several lines; else Enter saves. */
  isLong: boolean;
};

/** The same in German and English; one of them is enough. */
export function LocalTextValue(props: LocalTextValueProps) {
  const { id, value, invalid, wrongTexts = [], describedBy, onValue, label, isLong } = props;
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
            aria-invalid={invalid && (wrongTexts.length === 0 || wrongTexts.includes(language))}
            aria-describedby={describedBy}
            onInput={({ currentTarget: { value: typed } }) =>
              change(language, isLong ? typed : typed.replaceAll(/[\r\n]+/g, ' '))
            }
            onKeyDown={(event) => {
              if (isLong || event.key !== 'Enter' || event.isComposing) return;
              event.preventDefault();
              // With Ctrl it is the form's key in every field.
              if (!event.ctrlKey && !event.metaKey) event.currentTarget.form?.requestSubmit();
            }}
          />
        </div>
      ))}
    </div>
  );
}
