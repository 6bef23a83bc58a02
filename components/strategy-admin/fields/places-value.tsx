import Plus from 'lucide/dist/esm/icons/plus.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import { strategy as words } from '../../../locales/words.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { Icon } from '../../icon.tsx';
import { useWords } from '../../language.tsx';
import type { ValueProps } from './field-props.ts';

type Place = { host?: string; path?: string };

/** As people write it: a host, what a path begins with, or both. */
const written = ({ host = '', path = '' }: Place): string => host + path;

function placeOf(text: string): Place {
  const slash = text.indexOf('/');
  const host = (slash === -1 ? text : text.slice(0, slash)).trim().toLowerCase();
  return { ...(host === '' ? {} : { host }), ...(slash === -1 ? {} : { path: text.slice(slash) }) };
}

/** Where pages stand, each place on a line of its own: `hr.example.com`, `/hr`, `wiki.example.com/hr`. */
export function PlacesValue({ id, value, invalid, describedBy, onValue, label }: ValueProps & { label: string }) {
  const t = useWords(words);
  const lines: readonly Place[] = Array.isArray(value) ? value : [];
  const change = (at: number, line: Place | null) =>
    onValue(lines.flatMap((each, index) => (index === at ? (line ?? []) : [each])));
  return (
    <div class="value-lines">
      {[...lines.entries()].map(([at, line]) => (
        <div key={at} class="value-line">
          <input
            id={at === 0 ? id : undefined}
            class="input"
            value={written(line)}
            aria-label={`${label} ${at + 1}`}
            aria-invalid={invalid}
            aria-describedby={describedBy}
            onInput={({ currentTarget }) => change(at, placeOf(currentTarget.value))}
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
      {lines.length >= LIMITS.departmentAddresses ? null : (
        <button type="button" class="button button-quiet value-add" onClick={() => onValue([...lines, {}])}>
          <Icon shapes={Plus} />
          {t('addAddress')}
        </button>
      )}
    </div>
  );
}
