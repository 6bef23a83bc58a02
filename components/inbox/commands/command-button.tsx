import { commands } from '../../../locales/words.ts';
import { Icon, type IconShapes } from '../../icon.tsx';
import { KeyCap } from '../../key-cap.tsx';
import { useReader, useWords } from '../../language.tsx';
import { type CommandName, commandOf } from './command-table.ts';
import { useCommands } from './commands-context.ts';
import { ariaKeys, keyText, workingKeys } from './key-text.ts';

type CommandButtonProps = {
  name: CommandName;
  icon?: IconShapes;
  /** Further classes: `button-primary`, `button-quiet`. */
  look?: string;
  /** It takes turns with this one and is as wide as the wider of the two, so that nothing beside them moves. */
  turnsWith?: CommandName;
  /** Whether the panel that it opens stands open. */
  expanded?: boolean;
};

/** A button that does what a command of the table does, with its words and its key. Off, not gone, where it does not apply. */
export function CommandButton({ name, icon, look = '', turnsWith, expanded }: CommandButtonProps) {
  const t = useWords(commands);
  const { language } = useReader();
  const { letterKeys, applies, run } = useCommands();
  const keys = workingKeys(commandOf(name).keys, letterKeys);
  // A second press closes the panel that the first one opened.
  const enabled = expanded === true || applies(name);
  return (
    <button
      type="button"
      class={`button ${look}`}
      aria-disabled={!enabled}
      aria-keyshortcuts={ariaKeys(keys)}
      aria-expanded={expanded}
      data-turns={turnsWith === undefined ? undefined : t(turnsWith)}
      onClick={() => enabled && run(expanded === true ? 'close' : name)}
    >
      {icon === undefined ? null : <Icon shapes={icon} />}
      <span class="command-text">{t(name)}</span>
      {keys[0] === undefined ? null : <KeyCap keys={keyText(keys[0], language)} />}
    </button>
  );
}
