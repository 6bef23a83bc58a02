import ListChecks from 'lucide/dist/esm/icons/list-checks.mjs';
import { inbox } from '../../locales/words.ts';
import type { State } from '../../protocol/topic.ts';
import { useWords } from '../language.tsx';
import { CommandButton } from './commands/command-button.tsx';
import { DecisionButtons } from './decision-bar.tsx';
import type { InboxScreenProps, Overlay } from './inbox-props.ts';

type PickedBarProps = Pick<InboxScreenProps, 'total' | 'onPickAll'> & {
  count: number;
  allPicked: boolean;
  allows: readonly State[];
  overlay: Overlay | null;
};

/** In the place of the decision bar while topics are picked: how many, and what may be done with all of them. */
export function PickedBar({ count, allPicked, total, allows, overlay, onPickAll }: PickedBarProps) {
  const t = useWords(inbox);
  return (
    <fieldset class="decision-bar picked-bar">
      <legend class="hidden-text">{t('decidePicked')}</legend>
      <p class="picked-line">
        <span role="status">{t('picked', { count })}</span>
        {allPicked || total === null ? null : (
          <button type="button" class="button button-quiet" onClick={onPickAll}>
            {t('pickAllOf', { count: total })}
          </button>
        )}
        <CommandButton name="pickNone" icon={ListChecks} look="button-quiet" />
      </p>
      <DecisionButtons allows={allows} overlay={overlay} />
    </fieldset>
  );
}
