import type { ComponentChildren, RefObject } from 'preact';
import { useId } from 'preact/hooks';

type PanelFormProps = {
  form: RefObject<HTMLFormElement | null>;
  heading: string;
  /** `internal`: nothing of it reaches a submitter, and it looks so. */
  look?: 'internal';
  onSubmit(form: HTMLFormElement): void;
  children: ComponentChildren;
};

/** The frame of every panel: it opens above the decision bar, so that the bar stays where it is. */
export function PanelForm({ form, heading, look, onSubmit, children }: PanelFormProps) {
  const id = useId();
  return (
    <form
      ref={form}
      class={`decision-panel ${look ?? ''}`}
      aria-labelledby={id}
      noValidate
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
