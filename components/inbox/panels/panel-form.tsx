import type { ComponentChildren, RefObject } from 'preact';
import { useId } from 'preact/hooks';

type PanelFormProps = {
  form: RefObject<HTMLFormElement | null>;
  heading: string;
  onSubmit(form: HTMLFormElement): void;
  children: ComponentChildren;
};

/** The frame of every panel: it opens above the decision bar, so that the bar stays where it is. */
export function PanelForm({ form, heading, onSubmit, children }: PanelFormProps) {
  const id = useId();
  return (
    <form
      ref={form}
      class="decision-panel"
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
