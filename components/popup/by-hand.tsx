import FileQuestionMark from 'lucide/dist/esm/icons/file-question-mark.mjs';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { captureFailures, common, popup } from '../../locales/words.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { useWords } from '../language.tsx';
import { Notice } from '../notice.tsx';
import type { CaptureFailure } from '../problems.ts';
import type { ClipFormValues } from './popup-props.ts';

type ByHandProps = {
  failure: CaptureFailure;
  values: ClipFormValues;
  onChange(values: Partial<ClipFormValues>): void;
};

/** Address and title by hand, where the page could not be read: a clip is possible on every tab. */
export function ByHand({ failure, values, onChange }: ByHandProps) {
  const t = useWords(popup);
  const says = useWords(common);
  const failures = useWords(captureFailures);
  const id = useId();
  const title = useRef<HTMLTextAreaElement>(null);
  const address = useRef<HTMLInputElement>(null);

  // The form was another one while the page was read, and the field that had the focus is gone.
  useLayoutEffect(() => {
    const first = address.current?.value === '' ? address.current : title.current;
    first?.focus();
  }, []);

  return (
    <>
      <Notice tone="warning" icon={FileQuestionMark} title={failures(`${failure}.title`)}>
        {failures(`${failure}.text`)}
      </Notice>
      <div class="field">
        <label class="field-label" for={`${id}-address`}>
          {t('address')}
        </label>
        <input
          id={`${id}-address`}
          ref={address}
          class="input"
          type="url"
          dir="ltr"
          maxLength={LIMITS.address}
          value={values.address}
          onInput={(event) => onChange({ address: event.currentTarget.value })}
        />
      </div>
      <div class="field">
        <label class="field-label" for={`${id}-title`}>
          {says('title')}
        </label>
        <textarea
          id={`${id}-title`}
          ref={title}
          class="input foreign"
          dir="auto"
          rows={1}
          maxLength={LIMITS.title}
          value={values.title}
          onInput={(event) => onChange({ title: event.currentTarget.value })}
        />
      </div>
    </>
  );
}
