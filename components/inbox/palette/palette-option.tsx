import CornerDownRight from 'lucide/dist/esm/icons/corner-down-right.mjs';
import Layers from 'lucide/dist/esm/icons/layers.mjs';
import { states } from '../../../locales/words.ts';
import { ComboboxOption } from '../../combobox-option.tsx';
import { Icon } from '../../icon.tsx';
import { KeyCap } from '../../key-cap.tsx';
import { useReader, useWords } from '../../language.tsx';
import { STATE_ICONS } from '../../state-badge.tsx';
import { keyText, workingKeys } from '../commands/key-text.ts';
import { viewIcon } from '../finding/view-icon.ts';
import type { PaletteEntry } from './palette-entries.ts';

type PaletteOptionProps = {
  id: string;
  at: number;
  entry: PaletteEntry;
  active: boolean;
  letterKeys: boolean;
  onChoose(): void;
};

/** One line of the palette: what it is by its icon, and the key that does the same without it. */
export function PaletteOption({ id, at, entry, active, letterKeys, onChoose }: PaletteOptionProps) {
  const { language } = useReader();
  const stateText = useWords(states);
  const state = entry.kind === 'state' ? entry.state : entry.kind === 'topic' ? entry.hit.state : null;
  const icon =
    state !== null
      ? STATE_ICONS[state]
      : entry.kind === 'state'
        ? Layers
        : entry.kind === 'view'
          ? viewIcon(entry.view)
          : CornerDownRight;
  const key = 'keys' in entry ? workingKeys(entry.keys, letterKeys)[0] : undefined;
  return (
    <ComboboxOption
      {...{ id, at, onChoose }}
      selected={active}
      class="palette-option"
      style={state === null ? {} : { '--state': `var(--state-${state})` }}
    >
      <Icon shapes={icon} />
      <bdi class="palette-text">{entry.text}</bdi>
      {entry.kind === 'topic' ? <span class="small soft">{stateText(entry.hit.state)}</span> : null}
      {key === undefined ? null : <KeyCap keys={keyText(key, language)} />}
    </ComboboxOption>
  );
}
