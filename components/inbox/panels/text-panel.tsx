import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { common, topicEdit } from '../../../locales/words.ts';
import { KeyCap } from '../../key-cap.tsx';
import { useWords } from '../../language.tsx';
import { PanelForm } from './panel-form.tsx';
import type { PanelProps } from './panel-props.ts';

type TextPanelProps = Pick<PanelProps, 'form' | 'onClose'> & {
  heading: string;
  hint?: string;
  before: string;
  maxLength: number;
  mayBeEmpty?: boolean;
  onText(text: string): void;
};

/** One line of text, to be changed where it stands. */
export function TextPanel({ form, heading, hint, before, maxLength, mayBeEmpty, onText, onClose }: TextPanelProps) {
  const t = useWords(topicEdit);
  const says = useWords(common);
  const [text, setText] = useState(before);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const isReady = mayBeEmpty === true || text.trim() !== '';
  return (
    <PanelForm form={form} heading={heading} onSubmit={() => isReady && onText(text.trim())}>
      <label class="field">
        <span class="hidden-text">{heading}</span>
        <input
          ref={field}
          class="input foreign"
          dir="auto"
          type="text"
          maxLength={maxLength}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <div class="panel-actions">
        <span class="small soft">{hint ?? ''}</span>
        <button type="button" class="button button-quiet" onClick={onClose}>
          {says('cancel')}
        </button>
        <button type="submit" class="button button-primary" aria-disabled={!isReady} aria-keyshortcuts="Control+Enter">
          {t('save')}
          <KeyCap keys="↵" />
        </button>
      </div>
    </PanelForm>
  );
}
