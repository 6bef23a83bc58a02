import Plus from 'lucide/dist/esm/icons/plus.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import { strategy as words } from '../../../locales/words.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { Icon } from '../../icon.tsx';
import { useWords } from '../../language.tsx';
import type { ValueProps } from './field-props.ts';

/** Addresses, each on a line of its own. */
export function AddressesValue({ id, value, invalid, describedBy, onValue, label }: ValueProps & { label: string }) {
  const t = useWords(words);
  const lines: readonly string[] = Array.isArray(value) ? value : [];
  const change = (at: number, line: string | null) =>
    onValue(lines.flatMap((each, index) => (index === at ? (line ?? []) : [each])));
  return (
    <div class="value-lines">
      {[...lines.entries()].map(([at, line]) => (
        <div key={at} class="value-line">
          <input
            id={at === 0 ? id : undefined}
            class="input"
            type="url"
            inputMode="url"
            placeholder="https://"
            value={line}
            aria-label={`${label} ${at + 1}`}
            aria-invalid={invalid}
            aria-describedby={describedBy}
            onInput={({ currentTarget }) => change(at, currentTarget.value)}
          />
          <button
            type="button"
            class="button button-quiet button-square"
            aria-label={t('removeAddress')}
            onClick={() => change(at, null)}
          >
            <Icon shapes={X} />
          </button>
        </div>
      ))}
      {lines.length >= LIMITS.benchmarks ? null : (
        <button type="button" class="button button-quiet value-add" onClick={() => onValue([...lines, ''])}>
          <Icon shapes={Plus} />
          {t('addAddress')}
        </button>
      )}
    </div>
  );
}
