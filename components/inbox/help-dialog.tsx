import { useLayoutEffect, useRef } from 'preact/hooks';
import { commandGroups, commandHelp, commands, common, inbox } from '../../locales/words.ts';
import { KeyCap } from '../key-cap.tsx';
import { useReader, useWords } from '../language.tsx';
import { useDialog } from '../use-dialog.ts';
import { type CommandName, commandsOf, GROUPS, type Group, type NamedCommand } from './commands/command-table.ts';
import { keyText, workingKeys } from './commands/key-text.ts';

/** Nine keys of one meaning stand there by the first and the last. */
const RANGES: Partial<Record<CommandName, readonly string[]>> = { digit: ['1', '9'], goView: ['g 1', 'g 9'] };

/** One line a key: of those that share one the first stands for all. */
const linesOf = (group: Group): NamedCommand[] =>
  commandsOf(group).filter(
    ({ inHelp }, at, all) => inHelp === undefined || all.findIndex((other) => other.inHelp === inHelp) === at,
  );

type HelpDialogProps = { letterKeys: boolean; onClose(): void };

/** Every key of the inbox on one card, from the table of commands. A native dialog: focus and Escape are the browser's. */
export function HelpDialog({ letterKeys, onClose }: HelpDialogProps) {
  const t = useWords(inbox);
  const says = useWords(common);
  const groupText = useWords(commandGroups);
  const commandText = useWords(commands);
  const helpText = useWords(commandHelp);
  const { language } = useReader();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useDialog(dialog);
  // Else the browser goes to the first button, which stands at the end, and scrolls there.
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-heading" onClose={onClose}>
      <h2 id="help-heading" ref={heading} tabIndex={-1}>
        {t('help')}
      </h2>
      <div class="help-groups">
        {GROUPS.map((group) => (
          <section key={group} class="help-group" aria-labelledby={`help-${group}`}>
            <h3 id={`help-${group}`}>{groupText(group)}</h3>
            <dl class="help-keys">
              {linesOf(group).map(({ name, keys, inHelp }) => {
                const working = workingKeys(keys, letterKeys);
                const shown = RANGES[name] ?? working;
                return working.length === 0 ? null : (
                  <div key={name} class="help-key">
                    <dt>
                      {shown.map((key, at) => (
                        <span key={key} class="help-cap">
                          {name in RANGES && at > 0 ? '–' : null}
                          <KeyCap keys={keyText(key, language)} />
                          <span class="hidden-text">{keyText(key, language)} </span>
                        </span>
                      ))}
                    </dt>
                    <dd>{inHelp === undefined ? commandText(name) : helpText(inHelp)}</dd>
                  </div>
                );
              })}
            </dl>
          </section>
        ))}
      </div>
      <p class="small soft">
        {letterKeys ? t('helpOff') : t('helpOn')} <a href="options.html#help">{t('helpRoles')}</a>
      </p>
      <form method="dialog">
        <button type="submit" class="button">
          {says('close')}
        </button>
      </form>
    </dialog>
  );
}
