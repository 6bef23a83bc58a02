import Plus from 'lucide/dist/esm/icons/plus.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import { strategy as words } from '../../../locales/words.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { Icon } from '../../icon.tsx';
import { useWords } from '../../language.tsx';
import type { Lines } from '../entry-fields.ts';
import type { ValueProps } from './field-props.ts';

const KINDS = {
  addresses: { input: { type: 'url', placeholder: 'https://' }, most: LIMITS.benchmarks, add: 'addAddress' },
  hosts: { input: { placeholder: 'intranet.example.com' }, most: LIMITS.ruleList, add: 'addHost' },
  paths: { input: { placeholder: '/hr/**' }, most: LIMITS.ruleList, add: 'addPath' },
  days: { input: { type: 'date' }, most: 500, add: 'addDay' },
} as const;

/** Several of one kind, each on a line of its own. */
export function LinesValue(props: ValueProps & { label: string; of: Lines }) {
  const { id, value, invalid, describedBy, onValue, label, of } = props;
  const t = useWords(words);
  const { input, most, add } = KINDS[of];
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
            {...input}
            value={line}
            aria-label={`${label} ${at + 1}`}
            aria-invalid={invalid}
            aria-describedby={describedBy}
            onInput={({ currentTarget }) => change(at, currentTarget.value)}
          />
          <button
            type="button"
            class="button button-quiet button-square"
            aria-label={t(of === 'addresses' ? 'removeAddress' : 'removeLine')}
            onClick={() => change(at, null)}
          >
            <Icon shapes={X} />
          </button>
        </div>
      ))}
      {lines.length >= most ? null : (
        <button type="button" class="button button-quiet value-add" onClick={() => onValue([...lines, ''])}>
          <Icon shapes={Plus} />
          {t(add)}
        </button>
      )}
    </div>
  );
}
