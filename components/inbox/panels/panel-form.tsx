import type { ComponentChildren, RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { focusContext } from '../commands/read-key.ts';

type PanelFormProps = {
  form: RefObject<HTMLFormElement | null>;
  heading: string;
  /** `internal`: nothing of it reaches a submitter, and it looks so. */
  look?: 'internal';
  onSubmit(form: HTMLFormElement): void;
  /** A letter was pressed beside the fields: what is typed goes on where this puts the focus. */
  onLetter?(): void;
  /** Enter on the panel itself. */
  onEnter?(): void;
  /** An arrow up or down on the panel itself. */
  onArrow?(by: 1 | -1): void;
  children: ComponentChildren;
};

/**
 * The frame of every panel: it opens above the decision bar, so that the bar stays where it is. A panel whose digits
 * decide takes the focus itself: on a button of it, the Space of a sentence that somebody types at once would decide.
 */
export function PanelForm({ form, heading, look, onSubmit, onLetter, onEnter, onArrow, children }: PanelFormProps) {
  const id = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, target, currentTarget, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey || event.isComposing) return;
    if (/^\p{L}$/u.test(key) && !focusContext(target).typing) onLetter?.();
    const isArrow = onArrow !== undefined && (key === 'ArrowDown' || key === 'ArrowUp');
    if (target !== currentTarget || (key !== ' ' && key !== 'Enter' && !isArrow)) return;
    event.preventDefault();
    if (isArrow) onArrow(key === 'ArrowDown' ? 1 : -1);
    if (key === 'Enter' && !event.repeat) onEnter?.();
  };
  return (
    <form
      ref={form}
      class={`decision-panel ${look ?? ''}`}
      aria-labelledby={id}
      noValidate
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(event.currentTarget);
      }}
    >
      <h3 id={id}>{heading}</h3>
      {children}
    </form>
  );
}
