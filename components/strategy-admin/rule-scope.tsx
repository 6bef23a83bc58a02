import { useId } from 'preact/hooks';
import { strategy as words } from '../../locales/words.ts';
import { useWords } from '../language.tsx';
import { chooseHolds, holdsOf } from './rule-place.ts';
import type { Draft, OpenEntry } from './strategy-props.ts';

type RuleScopeProps = {
  open: OpenEntry;
  /** It was to be saved, and nothing was chosen. */
  isMissing: boolean;
  onDraft(draft: Draft): void;
};

/** Where a rule holds, said before its hosts and paths are asked for: the whole company is chosen, never left over. */
export function RuleScope({ open: { draft, base }, isMissing, onDraft }: RuleScopeProps) {
  const t = useWords(words);
  const id = useId();
  const holds = holdsOf(draft, base);
  return (
    <fieldset class="field field-group" data-wrong={isMissing || undefined}>
      <legend class="field-label">{t('holds')}</legend>
      <div class="option-list">
        {(['everywhere', 'here'] as const).map((each) => (
          <label key={each} class="option">
            <input
              type="radio"
              name={id}
              checked={holds === each}
              aria-invalid={isMissing}
              aria-describedby={`${id}-said`}
              onChange={() => onDraft(chooseHolds(draft, base, each))}
            />
            {t(`holds.${each}`)}
          </label>
        ))}
      </div>
      <p
        id={`${id}-said`}
        class={isMissing ? 'small danger' : holds === 'everywhere' ? 'small rule-everywhere' : 'small soft'}
        role={isMissing ? 'alert' : undefined}
      >
        {isMissing ? t('holdsMissing') : holds === 'everywhere' ? t('holdsEverywhere') : t('holdsHint')}
      </p>
    </fieldset>
  );
}
