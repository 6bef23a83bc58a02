import { strategy as words } from '../../../locales/words.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { useWords } from '../../language.tsx';
import type { Lines } from '../entry-fields.ts';
import { isWrongLine, type ValueProps } from './field-props.ts';
import { ValueLines } from './value-lines.tsx';

const KINDS = {
  addresses: { input: { type: 'url', placeholder: 'https://' }, most: LIMITS.benchmarks, add: 'addAddress' },
  hosts: { input: { placeholder: 'intranet.example.com' }, most: LIMITS.ruleList, add: 'addHost' },
  paths: { input: { placeholder: '/hr/**' }, most: LIMITS.ruleList, add: 'addPath' },
  days: { input: { type: 'date' }, most: 500, add: 'addDay' },
} as const;

/** Several of one kind, each on a line of its own. */
export function LinesValue(props: ValueProps & { label: string; of: Lines }) {
  const { id, value, describedBy, onValue, label, of } = props;
  const t = useWords(words);
  const { input, most, add } = KINDS[of];
  const lines: readonly string[] = Array.isArray(value) ? value : [];
  return (
    <ValueLines
      lines={lines}
      most={most}
      add={t(add)}
      remove={t(of === 'addresses' ? 'removeAddress' : 'removeLine')}
      fresh=""
      onLines={onValue}
      inputs={(line, at, change) => (
        <input
          id={at === 0 ? id : undefined}
          class="input"
          {...input}
          value={line}
          aria-label={`${label} ${at + 1}`}
          aria-invalid={isWrongLine(props, at)}
          aria-describedby={describedBy}
          onInput={({ currentTarget }) => change(currentTarget.value)}
        />
      )}
    />
  );
}
