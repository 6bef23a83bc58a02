import type { ComponentChildren, CSSProperties } from 'preact';

type ComboboxOptionProps = {
  id: string;
  /** Its place in the list, by which it is brought into sight. */
  at: number;
  selected: boolean;
  class: string;
  style?: CSSProperties;
  onChoose(): void;
  children: ComponentChildren;
};

/** A line of a list whose combobox keeps the focus and hears the keys. */
export function ComboboxOption({ id, at, selected, class: name, style, onChoose, children }: ComboboxOptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the combobox
    <div
      id={id}
      data-at={at}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      class={name}
      {...(style && { style })}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {children}
    </div>
  );
}
