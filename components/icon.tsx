import { h } from 'preact';

/** An icon of the `lucide` package: its shapes as tag and attributes. Import each from its own file. */
export type IconShapes = readonly (readonly [
  tag: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
])[];

/** Draws an icon in the colour and size of the text beside it. It says nothing itself: a word stands beside it. */
export function Icon({ shapes }: { shapes: IconShapes }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      {shapes.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
