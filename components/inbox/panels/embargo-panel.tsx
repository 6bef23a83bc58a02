import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { common, topicEdit } from '../../../locales/words.ts';
import { KeyCap } from '../../key-cap.tsx';
import { useWords } from '../../language.tsx';
import { momentAt, momentInput } from '../../plan/day-at.ts';
import { PanelForm } from './panel-form.tsx';
import type { PanelProps } from './panel-props.ts';

/** Until when the topic may not appear: what a page says is filled in, and may be wrong or over. Empty: at any time. */
export function EmbargoPanel({ target, strategy, form, onEdit, onClose }: PanelProps) {
  const t = useWords(topicEdit);
  const says = useWords(common);
  const id = useId();
  const { timeZone } = strategy.rules;
  const before = target.topic?.embargoUntil ?? null;
  const [text, setText] = useState(before === null ? '' : momentInput(before, timeZone));
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const until = momentAt(text, timeZone);
  // The browser says so of a moment that is typed in half.
  const isReady = () => field.current?.validity.badInput !== true;
  return (
    <PanelForm form={form} heading={t('embargo')} onSubmit={() => isReady() && onEdit({ embargoUntil: until })}>
      <label class="field">
        <span class="hidden-text">{t('embargo')}</span>
        <input
          ref={field}
          class="input"
          type="datetime-local"
          value={text}
          aria-describedby={`${id}-hint`}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <div class="panel-actions">
        <span id={`${id}-hint`} class="small soft">
          {t('embargoHint')}
        </span>
        {before === null ? null : (
          <button type="button" class="button" onClick={() => onEdit({ embargoUntil: null })}>
            {t('embargoLift')}
          </button>
        )}
        <button type="button" class="button button-quiet" onClick={onClose}>
          {says('cancel')}
        </button>
        <button type="submit" class="button button-primary" aria-keyshortcuts="Control+Enter">
          {t('save')}
          <KeyCap keys="↵" />
        </button>
      </div>
    </PanelForm>
  );
}
