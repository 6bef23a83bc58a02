import { useId, useState } from 'preact/hooks';
import { isAt } from '../../desk/rules/place.ts';
import { strategy as words } from '../../locales/words.ts';
import { isWebAddress } from '../../protocol/clip.ts';
import { useWords } from '../language.tsx';
import type { Draft } from './strategy-props.ts';

/** An address to try the rule on, as it was typed so far; nothing is asked of anybody. */
export function RuleTrial({ draft }: { draft: Draft }) {
  const t = useWords(words);
  const id = useId();
  const [address, setAddress] = useState('');
  const verdict = verdictOn(address.trim(), draft);
  return (
    <div class="field rule-trial">
      <label class="field-label" for={id}>
        {t('trial')}
      </label>
      <input
        id={id}
        class="input"
        type="url"
        inputMode="url"
        placeholder="https://"
        value={address}
        aria-describedby={`${id}-said`}
        onInput={({ currentTarget }) => setAddress(currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && !event.metaKey && event.preventDefault()}
      />
      <p id={`${id}-said`} class="small soft" role="status">
        {t(verdict)}
      </p>
    </div>
  );
}

const CONDITIONS = ['departmentIds', 'kinds', 'markings', 'personalData'] as const;

function verdictOn(address: string, draft: Draft) {
  const hosts = texts(draft.hosts);
  const paths = texts(draft.paths);
  if (address === '') return hosts.length + paths.length === 0 ? 'trialEverywhere' : 'trialHint';
  if (!isWebAddress(address)) return 'trialNone';
  if (!isAt(address, { hosts, paths })) return 'trialMisses';
  if (draft.onlyUndeclared === true) return 'trialUndeclared';
  return draft.onlyEmbargo === true || CONDITIONS.some((name) => texts(draft[name]).length > 0)
    ? 'trialFitsIf'
    : 'trialFits';
}

/** What of a list was typed: an empty line is none yet. */
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string' && each !== '') : [];
