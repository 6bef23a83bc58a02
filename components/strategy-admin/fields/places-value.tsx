import { strategy as words } from '../../../locales/words.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { useWords } from '../../language.tsx';
import { isWrongLine, type ValueProps } from './field-props.ts';
import { ValueLines } from './value-lines.tsx';

type Place = { host?: string; path?: string };

/** As people write it: a host, what a path begins with, or both. */
const written = ({ host = '', path = '' }: Place): string => host + path;

function placeOf(text: string): Place {
  const slash = text.indexOf('/');
  const host = (slash === -1 ? text : text.slice(0, slash)).trim().toLowerCase();
  return { ...(host === '' ? {} : { host }), ...(slash === -1 ? {} : { path: text.slice(slash) }) };
}

/** Where pages stand, each place on a line of its own: `hr.example.com`, `/hr`, `wiki.example.com/hr`. */
export function PlacesValue(props: ValueProps & { label: string }) {
  const { id, value, describedBy, onValue, label } = props;
  const t = useWords(words);
  const lines: readonly Place[] = Array.isArray(value) ? value : [];
  return (
    <ValueLines
      lines={lines}
      most={LIMITS.departmentAddresses}
      add={t('addAddress')}
      remove={t('removeAddress')}
      fresh={{}}
      onLines={onValue}
      inputs={(line, at, change) => (
        <input
          id={at === 0 ? id : undefined}
          class="input"
          value={written(line)}
          aria-label={`${label} ${at + 1}`}
          aria-invalid={isWrongLine(props, at)}
          aria-describedby={describedBy}
          onInput={({ currentTarget }) => change(placeOf(currentTarget.value))}
        />
      )}
    />
  );
}
