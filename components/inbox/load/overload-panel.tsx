import { useLayoutEffect } from 'preact/hooks';
import { isoWeek } from '../../../desk/load.ts';
import { common, load as words } from '../../../locales/words.ts';
import { KeyCap } from '../../key-cap.tsx';
import { useWords } from '../../language.tsx';
import { PanelForm } from '../panels/panel-form.tsx';
import type { PanelProps } from '../panels/panel-props.ts';

/** [TB4] Accepting more than there is time for takes a second key; another one puts it into the next week that has room. */
export function OverloadPanel(props: PanelProps) {
  const { offer, form, letterKeys, onClose } = props;
  const t = useWords(words);
  const says = useWords(common);
  useLayoutEffect(() => form.current?.focus(), [form]);
  if (offer === null) return null;
  const { week, free } = offer;
  const heading = t('overHeading', { week: isoWeek(week.monday), planned: week.planned, budget: week.budget ?? 0 });
  const freeText = () => {
    if (free === null) return '';
    const named = { week: isoWeek(free.monday), planned: free.planned };
    return free.budget === null ? t('freeUncounted', named) : t('free', { ...named, budget: free.budget });
  };
  return (
    <PanelForm form={form} heading={heading} onEnter={() => acceptSo(1, props)} onSubmit={() => acceptSo(1, props)}>
      <div class="panel-choices">
        <button
          type="button"
          class="panel-choice"
          aria-keyshortcuts={letterKeys ? '1' : undefined}
          onClick={() => acceptSo(1, props)}
        >
          {letterKeys ? <KeyCap keys="1" /> : null}
          {t('anyway')}
        </button>
        {free === null ? null : (
          <button
            type="button"
            class="panel-choice"
            aria-keyshortcuts={letterKeys ? '2' : undefined}
            onClick={() => acceptSo(2, props)}
          >
            {letterKeys ? <KeyCap keys="2" /> : null}
            {freeText()}
          </button>
        )}
      </div>
      <div class="panel-actions">
        <span class="small soft">{free === null ? t('none') : ''}</span>
        <button type="button" class="button button-quiet" onClick={onClose}>
          {says('cancel')}
        </button>
      </div>
    </PanelForm>
  );
}

/** 1: this week all the same; 2: the week that has room. */
export function acceptSo(
  digit: number,
  { offer, target, onDecide }: Pick<PanelProps, 'offer' | 'target' | 'onDecide'>,
): void {
  const free = offer?.free ?? null;
  if (digit === 1) onDecide('accepted', {});
  // Of many at once nobody can say that all of them go into one week.
  else if (digit === 2 && free !== null && target.topic !== null)
    onDecide('accepted', { changes: { brief: { week: free.monday } } });
}
