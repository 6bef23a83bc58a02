import { strategy as words } from '../../../locales/words.ts';
import { useWords } from '../../language.tsx';
import type { ValueProps } from './field-props.ts';
import { NumberValue } from './number-value.tsx';

const SIZES = ['S', 'M', 'L'] as const;

/** What a small, a middling and a large topic take, in minutes. */
export function EffortsValue({ id, value, onValue, ...input }: ValueProps) {
  const t = useWords(words);
  const minutes: Readonly<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {};
  return (
    <div class="efforts">
      {SIZES.map((size) => (
        <label key={size} class="effort" for={size === 'S' ? id : `${id}-${size}`}>
          <span class="small soft">{t(`effort.${size}`)}</span>
          <NumberValue
            {...input}
            id={size === 'S' ? id : `${id}-${size}`}
            value={minutes[size]}
            onValue={(next) => onValue({ ...minutes, [size]: next })}
          />
        </label>
      ))}
    </div>
  );
}
